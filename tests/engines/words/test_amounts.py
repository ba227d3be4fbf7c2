"""Amounts with a unit: typed at a prompt, left at their default, and shown as people write them."""

import pathlib
import shlex
import subprocess

import script
from harness import check, equal

PLAN = pathlib.Path(__file__).resolve().parent / "amounts.upg"


def typed(folder, answers):
    work = folder / "work"
    work.mkdir()
    made = script.build(PLAN, folder / "out") / "upgrade.sh"
    command = ["dash", str(made), "run", "--state", str(folder / "state")]
    lines = "".join(f"{a}\n" for a in ["1.0", work, *answers])
    done = subprocess.run(["script", "-qec", shlex.join(command), "/dev/null"], input=lines, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
    return done.stdout.replace("\r", ""), work / "said"


def test_one_item_is_read_once(folder):
    shown, said = typed(folder, ["5m", "", "", "", "", "yes"])
    check(said.exists(), shown)
    equal(said.read_text(), "<300><1610612736><5400><90><80><main>", "the words")
    for text in ("[1536MiB]", "[1h 30m, 1m 30s]", "[80%]", "(takes 1m to 1h 30m)"):
        check(text in shown, f"{text} is not shown\n{shown}")


def test_several_items(folder):
    shown, said = typed(folder, ["5m, 1h", "2GiB", "3s", "7%", "side", "yes"])
    check(said.exists(), shown)
    equal(said.read_text(), "<300><3600><2147483648><3><7><side>", "the words")


def test_what_is_no_amount_is_asked_again(folder):
    shown, said = typed(folder, ["5 minutes", "5m", "", "", "", "Side 1", "", "yes"])
    check("that is not a list of duration" in shown, shown)
    check("that is not a text that matches ^[a-z]+$" in shown, shown)
    equal(said.read_text(), "<300><1610612736><5400><90><80><main>", "the words")


def test_an_answer_of_another_form_is_refused(folder):
    made = script.build(PLAN, folder / "out")
    (folder / "answers").write_text(f"from = 1.0\nwork = {folder}\npauses = 5m\nsite = Side 1\n")
    done = subprocess.run(["dash", str(made / "upgrade.sh"), "run", "--state", str(folder / "state"), "--answers", str(folder / "answers"), "--yes"],
                          text=True, capture_output=True, timeout=60)
    check(done.returncode == 2 and "site is not a text that matches ^[a-z]+$: Side 1" in done.stderr + done.stdout, done.stderr + done.stdout)
    check("it must match the regular expression `^[a-z]+$`" in (made / "RUNBOOK.md").read_text(), "the runbook does not say it")
