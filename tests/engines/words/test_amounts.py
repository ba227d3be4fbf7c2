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
    shown, said = typed(folder, ["5m", "", "", "", "yes"])
    check(said.exists(), shown)
    equal(said.read_text(), "<300><1610612736><5400><90><80>", "the words")
    for text in ("[1536MiB]", "[1h 30m, 1m 30s]", "[80%]", "(takes 1m to 1h 30m)"):
        check(text in shown, f"{text} is not shown\n{shown}")


def test_several_items(folder):
    shown, said = typed(folder, ["5m, 1h", "2GiB", "3s", "7%", "yes"])
    check(said.exists(), shown)
    equal(said.read_text(), "<300><3600><2147483648><3><7>", "the words")


def test_what_is_no_amount_is_asked_again(folder):
    shown, said = typed(folder, ["5 minutes", "5m", "", "", "", "yes"])
    check("that is not a list of duration" in shown, shown)
    equal(said.read_text(), "<300><1610612736><5400><90><80>", "the words")
