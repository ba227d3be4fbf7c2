"""What a build writes: all of it or nothing, and never over something that is not its own."""

import json
import os

from kit import UPG, check, same, upg
from plans import HEAD, PLAN, codes, listing, plan_in


def built(folder, *more):
    done = upg("build", "plan.upg", "--out", "out", *more, cwd=folder)
    check(done.returncode == 0, done.stderr)
    return listing(folder / "out")


def test_a_build_writes_what_it_names(folder):
    plan_in(folder)
    done = upg("build", "plan.upg", "--out", "out", cwd=folder)
    same(sorted(done.stdout.split()), sorted(str(p.relative_to(folder)) for p in (folder / "out").iterdir()), "names")
    check(not list((folder / "out").glob(".*")), "temporary files are left")


def test_the_same_bytes_wherever_and_whenever(folder):
    plan_in(folder, name="a/plan.upg"), plan_in(folder, name="somewhere else/b/plan.upg")
    one = upg("build", "a/plan.upg", "--out", "one", cwd=folder, env={"TZ": "Asia/Tokyo", "LC_ALL": "C"})
    two = upg("build", folder / "somewhere else/b/plan.upg", "--out", "../two", cwd=folder / "a", env={"TZ": "UTC", "LC_ALL": "C.UTF-8"})
    check(one.returncode == two.returncode == 0, one.stderr + two.stderr)
    check(listing(folder / "one") == listing(folder / "two"), "the bytes differ")


def test_the_manifest_has_every_hash(folder):
    import hashlib
    plan_in(folder)
    files = built(folder)
    lock = json.loads(files.pop("upg.lock"))
    same(lock["outputs"], {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}, "outputs")
    same(lock["sources"]["plan.upg"], hashlib.sha256(PLAN.encode()).hexdigest(), "the plan's hash")


def test_check_writes_nothing_and_finds_stale_files(folder):
    plan_in(folder)
    done = upg("build", "plan.upg", "--out", "out", "--check", cwd=folder)
    check(done.returncode == 2 and not (folder / "out").exists(), "missing files are stale")
    before = built(folder)
    check(upg("build", "plan.upg", "--out", "out", "--check", cwd=folder).returncode == 0, "fresh files are not stale")
    plan_in(folder, PLAN.replace("It is there", "It stands there"))
    done = upg("build", "plan.upg", "--out", "out", "--check", cwd=folder)
    check(done.returncode == 2 and "--- a/out/" in done.stdout and "\n+" in done.stdout, done.stdout)
    check(listing(folder / "out") == before, "--check has written")


def test_a_second_build_replaces_its_own_files(folder):
    plan_in(folder)
    before = built(folder)
    plan_in(folder, PLAN.replace("It is there", "It stands there"))
    check(built(folder) != before, "nothing was replaced")


def test_a_plan_with_an_error_writes_nothing(folder):
    plan_in(folder, PLAN.replace("root exists", "roof exists"))
    check(upg("build", "plan.upg", "--out", "out", cwd=folder).returncode == 1 and not (folder / "out").exists(), "written")


def test_a_foreign_file_is_kept_UPG9033(folder):
    plan_in(folder)
    plan_in(folder, "mine\n", "out/plan.json")
    same(codes("build", "plan.upg", "--out", "out", cwd=folder), ["UPG9033"], "codes")
    same({k: v for k, v in listing(folder / "out").items()}, {"plan.json": b"mine\n"}, "the directory")
    built(folder, "--force")


def test_an_edited_file_is_kept_UPG9039(folder):
    plan_in(folder)
    first = built(folder)
    for name in ("RUNBOOK.md", "upgrade.sh"):
        (folder / "out" / name).write_text("mine\n")
        same(codes("build", "plan.upg", "--out", "out", cwd=folder), ["UPG9039"], "codes")
        same((folder / "out" / name).read_text(), "mine\n", name)
        same(built(folder, "--force"), first, "what --force writes")
    plan_in(folder, PLAN.replace("It is there", "It stands there"))
    check(built(folder) != first, "a file that nobody changed is not replaced")


def test_a_symbolic_link_is_kept_UPG9032(folder):
    plan_in(folder)
    plan_in(folder, "mine\n", "precious")
    (folder / "out").mkdir()
    (folder / "out/plan.json").symlink_to("../precious")
    for force in ([], ["--force"]):
        same(codes("build", "plan.upg", "--out", "out", *force, cwd=folder), ["UPG9032"], "codes")
    same((folder / "precious").read_text(), "mine\n", "what the link leads to")


def test_a_pipe_is_kept_UPG9034(folder):
    plan_in(folder)
    (folder / "out").mkdir()
    os.mkfifo(folder / "out/plan.json")
    same(codes("build", "plan.upg", "--out", "out", "--force", cwd=folder), ["UPG9034"], "codes")


def test_an_output_that_is_the_plan_UPG9035(folder):
    plan_in(folder, name="plan.json")
    same(codes("build", "plan.json", "--force", cwd=folder), ["UPG9035"], "codes")
    same((folder / "plan.json").read_text(), PLAN, "the plan")


def test_a_hard_link_to_the_plan_UPG9035(folder):
    plan_in(folder)
    (folder / "out").mkdir()
    os.link(folder / "plan.upg", folder / "out/upg.lock")
    same(codes("build", "plan.upg", "--out", "out", "--force", cwd=folder), ["UPG9035"], "codes")


def test_a_file_in_the_place_of_the_directory_UPG9036(folder):
    plan_in(folder)
    plan_in(folder, "mine\n", "out")
    same(codes("build", "plan.upg", "--out", "out", cwd=folder), ["UPG9036"], "codes")


def test_a_full_disk_changes_nothing_UPG9037(folder):
    import resource
    plan_in(folder)
    before = built(folder)
    plan_in(folder, PLAN.replace("It is there", "It stands there"))
    small = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))
    import signal
    import subprocess
    limited = lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN), small())
    done = subprocess.run([UPG, "build", "plan.upg", "--out", "out"], cwd=folder, capture_output=True, text=True, preexec_fn=limited, restore_signals=False)
    check(done.returncode == 1 and "UPG9037" in done.stderr, f"{done.returncode} {done.stderr}")
    check(listing(folder / "out") == before, "something has changed")
