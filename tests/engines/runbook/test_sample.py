"""A page of a few shell commands, followed by somebody who types: forward, where a step fails, and back."""

import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from harness import REPOSITORY, cases, check, equal, need  # noqa: E402
from terminal import Terminal  # noqa: E402
from type_runbook import Failed, Follower  # noqa: E402

PAGE = REPOSITORY / "tests/golden/runbook/sample.md"
TOKEN = "s3cr:et"
SHELLS = {"bash": ("bash", "--noediting", "--norc", "--noprofile", "-i"), "mksh": ("mksh", "-i"), "zsh": ("zsh", "-f", "-i", "+Z")}


def installation(folder, version="5.3.3-b1"):
    root = folder / "it's here!"
    root.mkdir()
    (root / "VERSION").write_text(version + "\n")
    (root / "data").write_text(f"data of {version}\n")
    return root


def follower(root, token=TOKEN, shell="bash", environment=None, **more):
    need(shell)
    terminal = Terminal(SHELLS[shell], env=dict(os.environ, **(environment or {})), timeout=20)
    return Follower(PAGE.read_text(), {"root": root}, {"token": token}, terminal=terminal, **more)


@cases(from_5_3_3=("5.3.3-b1", "old\n"), from_5_3_4=("5.3.4-b1", "middle\n"), from_5_4=("5.4.0-b1", ""))
def test_takes_the_case_of_its_version(folder, case):
    version, added = case
    root = installation(folder, version)
    one = follower(root)
    one.inputs()
    one.forward()
    one.finish()
    equal((root / "data").read_text(), f"data of {version}\n" + added, "data")
    equal([p.read_text() for p in (root / "backups").iterdir()], [f"data of {version}\n"], "backup")
    check(not (root / "tidy!").exists(), "an optional step was taken unasked")
    check(not (root / "stopped").exists(), "still stopped")
    check(not any(p.exists() for p in [pathlib.Path(one.terminal.value("$tokenfile"))]), "the secret's file is still there")
    one.terminal.close()


def test_takes_an_optional_step(folder):
    root = installation(folder)
    one = follower(root, take=["tidy"])
    one.inputs()
    one.forward()
    check((root / "tidy!").exists(), "the optional step was not taken")
    one.terminal.close()


def test_uses_the_secret_of_the_environment(folder):
    root = installation(folder)
    one = follower(root, token="never typed", environment={"SAMPLE_TOKEN": TOKEN})
    one.inputs()
    one.forward()
    one.terminal.close()


def test_failing_step_stops_and_is_rolled_back(folder):
    root = installation(folder)
    one = follower(root, token="wrong")
    one.inputs()
    try:
        one.forward()
        raise AssertionError("the migration did not fail")
    except Failed as why:
        check("failed (9)" in str(why), str(why))
    check((root / "stopped").exists(), "the server was started though the migration failed")
    one.back()
    one.finish()
    equal((root / "data").read_text(), "data of 5.3.3-b1\n", "data")
    check(not (root / "stopped").exists(), "still stopped")
    one.terminal.close()


def test_rollback_after_the_end(folder):
    root = installation(folder)
    one = follower(root)
    one.inputs()
    one.forward()
    one.back()
    equal((root / "data").read_text(), "data of 5.3.3-b1\n", "data")
    check(not (root / "stopped").exists(), "still stopped")
    one.terminal.close()


def test_failing_check_stops_before_anything(folder):
    root = installation(folder)
    (root / "data").write_text("broken\n")
    one = follower(root)
    one.inputs()
    try:
        one.forward()
        raise AssertionError("the check did not fail")
    except Failed:
        pass
    equal(sorted(p.name for p in root.iterdir()), ["VERSION", "data"], "files")
    one.terminal.close()


def test_version_that_is_not_for_this_page(folder):
    root = installation(folder, "5.2.9-b1")
    one = follower(root)
    try:
        one.inputs()
        raise AssertionError("the version was accepted")
    except Failed:
        pass
    one.terminal.close()
