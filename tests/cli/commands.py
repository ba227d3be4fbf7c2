"""Words of the command line and what they print."""

import json
import subprocess

from kit import ROOT, UPG, check, same, upg
from plans import HEAD, PLAN, codes, plan_in


def test_version_is_one_line(folder):
    same(upg("--version").stdout.split(" ")[0], "upg", "upg --version")


def test_no_command_is_a_usage_error(folder):
    check(upg().returncode == 64, "upg alone should end with 64")


def named(words, code, unknown, near=None):
    done = upg(*words)
    said = f"did you mean `{near}`?" if near else "lists what there is"
    check(done.returncode == 64 and f"[{code}]: unknown {unknown}" in done.stderr and said in done.stderr, f"{words}: {done.stderr}")


def test_an_unknown_command_UPG9025(folder):
    named(["bild", "plan.upg"], "UPG9025", "command `bild`", "build")
    named(["plan.upg"], "UPG9025", "command `plan.upg`")


def test_an_unknown_option_UPG9026(folder):
    named(["check", "plan.upg", "--tarrget=x"], "UPG9026", "option `--tarrget` of `upg check`", "--target")
    named(["build", "--fromm", "5.3.3", "plan.upg"], "UPG9026", "option `--fromm` of `upg build`", "--from")
    named(["--versoin"], "UPG9026", "option `--versoin` of `upg`", "--version")
    named(["fmt", "--out", "x", "plan.upg"], "UPG9026", "option `--out` of `upg fmt`")


def test_help_is_not_an_error(folder):
    for words in (["--help"], ["build", "--help"]):
        check(upg(*words).returncode == 0, f"upg {words}")


def test_a_plan_that_is_not_there_UPG9001(folder):
    same(codes("check", "nowhere.upg", cwd=folder), ["UPG9001"], "codes")


def test_a_directory_is_no_plan_UPG9002(folder):
    same(codes("check", ".", cwd=folder), ["UPG9002"], "codes")


def test_a_setting_without_a_sign_UPG9020(folder):
    plan_in(folder)
    same(codes("check", "plan.upg", "--set", "root", cwd=folder), ["UPG9020"], "codes")


def test_an_answer_without_a_sign_UPG9021(folder):
    plan_in(folder)
    (folder / "answers").write_text("# where\nroot = /srv\nroot\n")
    same(codes("check", "plan.upg", "--answers", "answers", cwd=folder), ["UPG9021"], "codes")


def test_answers_may_hold_blanks_and_comments(folder):
    plan_in(folder)
    (folder / "answers").write_text("\n# where\n  root = /srv/my data \n")
    same(codes("check", "plan.upg", "--answers", "answers", cwd=folder, code=0), [], "codes")


def test_an_unknown_target_UPG9022(folder):
    plan_in(folder)
    same(codes("check", "plan.upg", "--target", "shel", cwd=folder), ["UPG9022"], "codes")


def test_one_target_makes_only_its_artifact(folder):
    plan_in(folder)
    upg("build", "plan.upg", "--target", "plan_json", "--out", "out", cwd=folder)
    same(sorted(p.name for p in (folder / "out").iterdir()), ["plan.json", "upg.lock"], "files")


def test_the_plan_as_data_is_a_target_by_its_short_name(folder):
    plan_in(folder)
    for name in ("plan", "plan_json"):
        upg("build", "plan.upg", "--target", name, "--out", name, cwd=folder)
        same(sorted(p.name for p in (folder / name).iterdir()), ["plan.json", "upg.lock"], name)


def test_explain_prints_a_page(folder):
    check(upg("explain", "UPG9001").stdout.startswith("# UPG9001: "), "no page")
    same(upg("explain", "upg9001").stdout, upg("explain", "9001").stdout, "spellings")


def test_explain_of_an_unknown_code_UPG9023(folder):
    check("UPG9023" in upg("explain", "UPG0000").stderr, "UPG9023 expected")


def test_kinds_lists_and_prints(folder):
    names = upg("kinds").stdout.split()
    check("service" in names, f"kinds: {names}")
    check("kind service" in upg("kinds", "service").stdout, "no source")


def test_an_unknown_kind_UPG9024(folder):
    done = upg("kinds", "servise")
    check("UPG9024" in done.stderr and "did you mean `service`?" in done.stderr, done.stderr)


def test_init_writes_a_plan_that_compiles_in_the_one_style(folder):
    check(upg("init", cwd=folder).returncode == 0, "init")
    same(codes("check", "plan.upg", cwd=folder, code=0), [], "codes")
    check(upg("fmt", "--check", "plan.upg", cwd=folder).returncode == 0, "fmt --check")


def test_init_keeps_what_is_there_UPG9038(folder):
    plan_in(folder)
    done = upg("init", cwd=folder)
    check(done.returncode == 1 and "UPG9038" in done.stderr, done.stderr)
    same((folder / "plan.upg").read_text(), PLAN, "the plan")


def test_fmt_mends_and_then_is_content(folder):
    path = plan_in(folder, PLAN.replace("  expect", "            expect"))
    done = upg("fmt", "--check", "plan.upg", cwd=folder)
    check(done.returncode == 2 and done.stdout.startswith("--- a/plan.upg\n+++ b/plan.upg\n@@"), done.stdout + done.stderr)
    check(upg("fmt", "plan.upg", cwd=folder).returncode == 0, "fmt")
    once = path.read_text()
    check(upg("fmt", "--check", "plan.upg", cwd=folder).returncode == 0, "fmt --check")
    same(path.read_text(), once, "a second fmt")


def test_the_table_names_every_step(folder):
    plan_in(folder)
    check("verify.present" in upg("plan", "plan.upg", cwd=folder).stdout, "no step in the table")


BROKEN = HEAD + "\nverify {\n  step present \"It is there\" {\n    expect roof exists\n  }\n}\n"


def test_text_shows_the_line_with_carets(folder):
    plan_in(folder, BROKEN)
    done = upg("check", "plan.upg", cwd=folder)
    check(done.stdout == "", "diagnostics belong to standard error")
    check("  --> plan.upg:10:12\n" in done.stderr and "   |            ^^^^\n" in done.stderr, done.stderr)
    check(done.stderr.endswith("\n1 error\n") and "\x1b" not in done.stderr, done.stderr)


def test_json_stands_alone(folder):
    plan_in(folder, BROKEN)
    done = upg("check", "plan.upg", "--format", "json", cwd=folder)
    same(done.stderr, "", "standard error")
    found = json.loads(done.stdout)[0]
    for key in ("code", "severity", "message", "file", "line", "column", "endLine", "endColumn", "notes", "fixes"):
        check(key in found, f"no {key}")
    same([found[k] for k in ("file", "line", "column", "endLine", "endColumn")], ["plan.upg", 10, 12, 10, 16], "the place")




def test_sarif_has_a_result(folder):
    plan_in(folder, BROKEN)
    log = json.loads(upg("check", "plan.upg", "--format", "sarif", cwd=folder).stdout)
    same(log["version"], "2.1.0", "version")
    result = log["runs"][0]["results"][0]
    same(result["locations"][0]["physicalLocation"]["region"]["startLine"], 10, "line")
    check(result["ruleId"] in [r["id"] for r in log["runs"][0]["tool"]["driver"]["rules"]], "the rule is not listed")


def test_annotations_for_github(folder):
    plan_in(folder, BROKEN)
    out = upg("check", "plan.upg", "--format", "github", cwd=folder).stdout
    check(out.startswith("::error title=UPG2") and ",file=plan.upg,line=10,endLine=10,col=12," in out, out)


def test_files_are_named_as_from_here(folder):
    plan_in(folder, BROKEN, "plans/one/plan.upg")
    check("--> plans/one/plan.upg:10:12" in upg("check", "plans/one/plan.upg", cwd=folder).stderr, "the path from here")


TESTED = PLAN + """
test "the step runs" {
  given from = 1.5
  expect step present %s
}
"""


def test_tests_that_hold(folder):
    plan_in(folder, TESTED % "runs")
    done = upg("test", "plan.upg", cwd=folder)
    check(done.returncode == 0, done.stdout + done.stderr)
    same(done.stdout, "ok the step runs\n1 passed, 0 failed\n", "standard output")


def test_a_test_that_does_not_hold_UPG9040(folder):
    plan_in(folder, TESTED % "skipped")
    done = upg("test", "plan.upg", cwd=folder)
    check(done.returncode == 3 and "UPG9040" in done.stderr and "--> plan.upg:18:" in done.stderr, done.stdout + done.stderr)
    same(done.stdout, "not ok the step runs\n0 passed, 1 failed\n", "standard output")


def test_what_is_accepted_stands_in_the_artifacts(folder):
    plan = ROOT / "tests/golden/proofs/accept_until.upg"
    done = upg("build", plan, "--out", folder / "out")
    check(done.returncode == 0, done.stdout + done.stderr)
    for name in ("upgrade.sh", "RUNBOOK.md", "plan.json"):
        text = (folder / "out" / name).read_text()
        check("the old release is switched off for good" in text.lower() and "2027-01-01" in text, f"{name} does not say it")
    shown = subprocess.run(["sh", "upgrade.sh", "plan", "--state", str(folder / "state")], cwd=folder / "out", capture_output=True, text=True)
    check("Known, and accepted by whoever wrote the plan:\n  migrate, P5, until 2027-01-01: `migrate` changes `data`" in shown.stdout, shown.stdout + shown.stderr)


def test_a_point_of_no_return_is_shown(folder):
    plan = ROOT / "tests/golden/proofs/p5_point_of_no_return.upg"
    check(upg("build", plan, "--out", folder / "out").returncode == 0, "not built")
    shown = subprocess.run(["sh", "upgrade.sh", "plan", "--state", str(folder / "state")], cwd=folder / "out", capture_output=True, text=True)
    check("Migrate (cannot be undone)\n" in shown.stdout, shown.stdout + shown.stderr)


def test_all_failures(folder):
    plan_in(folder, TESTED % "runs")
    done = upg("test", "--all-failures", "plan.upg", cwd=folder)
    check(done.returncode == 0, done.stdout + done.stderr)
    check(done.stdout.startswith("1 combination\nok the step runs\n") and " fails: held" in done.stdout, done.stdout)


ROUTED = HEAD.replace("1.0 ..< 2.0", "1.0 ..< 1.3").replace("= 2.0", "= 1.3") + """
route {
  releases = [1.0, 1.1, 1.2, 1.3]
  hop < 1.0 to 1.0 by guide "https://example.org/1.0"
  step through releases
  direct 1.1 to 1.3 "nothing happens in between"
  deny downgrade "restore the backup instead"
}

upgrade each hop {
  step look "Look" { do "Look at ${hop.to}." confirm "it is there" }
}
"""


def test_route_prints_every_hop_and_why(folder):
    plan_in(folder, ROUTED)
    done = upg("route", "plan.upg", "--from", "0.9", cwd=folder)
    check(done.returncode == 0, done.stdout + done.stderr)
    same(done.stdout, """example: from 0.9 to 1.3
  1  0.9 -> 1.0  from < 1.0 the next hop is to 1.0; another guide describes it: https://example.org/1.0
  2  1.0 -> 1.1  each release in turn
  3  1.1 -> 1.3  nothing happens in between
""", "upg route")
    hops = json.loads(upg("route", "plan.upg", "--from", "0.9", "--format", "json", cwd=folder).stdout)["hops"]
    same([h["to"] for h in hops], ["1.0", "1.1", "1.3"], "hops")


def test_route_says_why_there_is_none(folder):
    plan_in(folder, ROUTED)
    done = upg("route", "plan.upg", "--from", "1.3", "--to", "1.0", cwd=folder)
    check(done.returncode == 1 and "restore the backup instead" in done.stdout, done.stdout + done.stderr)
    done = upg("route", "plan.upg", "--to", "1.4", cwd=folder)
    check(done.returncode == 1 and "what comes nearest is 1.3" in done.stdout, done.stdout + done.stderr)


def test_route_needs_a_route_and_versions(folder):
    plan_in(folder)
    same(codes("route", "plan.upg", cwd=folder), ["UPG9041"], "a plan without a route")
    plan_in(folder, ROUTED)
    same(codes("route", "plan.upg", "--from", "latest", cwd=folder), ["UPG9042"], "no version")


def on_a_terminal(folder, **env):
    """What `upg check` prints when standard error is a terminal."""
    import os
    import pty
    import subprocess
    ours, theirs = pty.openpty()
    subprocess.run([UPG, "check", "plan.upg"], cwd=folder, stderr=theirs, env={"TERM": "xterm", **env})
    os.close(theirs)
    text = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:
            break
        text += piece
    os.close(ours)
    return text.decode()


def test_colour_only_on_a_terminal_and_where_it_is_wanted(folder):
    plan_in(folder, BROKEN)
    check("\x1b[1;31merror" in on_a_terminal(folder), "no colour on a terminal")
    check("\x1b" not in on_a_terminal(folder, NO_COLOR="1"), "colour in spite of NO_COLOR")
    check("\x1b" not in on_a_terminal(folder, TERM="dumb"), "colour on a terminal that has none")
