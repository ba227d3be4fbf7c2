"""What the proofs say of a failure is what happens: each step that changes something fails, and the server is held as was
said, and the rollback brings back what was said."""

import concurrent.futures
import json
import os
import subprocess

from fixture import System
from harness import UPG, check, equal
from scenario import OF_PLAN, OF_THIS_RUN, PLAN, built, go_on, same, upgrade_of
from script import Kills

FULL = os.environ.get("UPG_FULL") == "1"
MODES = ("fail", "late")
OPTIONAL = ("vacuum", "certificate", "cache")
# What is disposable need not come back (P1 says of `release` and `memo` that they need not be kept).
DISPOSABLE = ("OMERO.server-5.6.17-ice36", "BioFormatsCache")


def shown():
    """(steps after whose failure the server stays stopped, steps with a way back to the beginning)."""
    done = subprocess.run([str(UPG), "check", "--explain-proofs", "--format", "json", str(PLAN)], capture_output=True, text=True, check=True)
    held = {e["step"] for e in json.loads(done.stdout) if e["proof"] == "P2" and "`server` stays stopped" in e["text"]}
    ways = json.loads((built() / "plan.json").read_text())["proofs"]["ways_back"]
    equal([w["step"] for w in ways if w.get("point_of_no_return")], [], "points of no return")
    return held, {w["step"] for w in ways}


def runs_a_command(step):
    return any("run" in action["does"] for deed in step["deeds"] for action in deed["actions"])


class Failing(Kills):
    PROGRAMS = (*Kills.PROGRAMS, "find")


def prepared(system):
    kills = Failing(system.folder, OF_PLAN, extra=(system.home / "bin/omero", system.new / "bin/omero", system.venv / "bin/python"))
    system.start()
    upgrade = upgrade_of(system)
    with open(upgrade.answers, "a") as answers:
        answers.writelines(f"step {name} = yes\n" for name in OPTIONAL)
    upgrade.shims = kills.bin
    kills.aim(0, "before")
    return upgrade, kills


def runs(system):
    """Any of the releases, wherever the failure has left them."""
    programs = [path / "bin/omero" for path in (system.home, system.old, system.new)]
    return any(subprocess.run([str(p), "admin", "status"], capture_output=True).returncode == 0 for p in programs if p.exists())


def journal(upgrade, event):
    """The steps of each such event, in order."""
    for path in upgrade.state.rglob("journal"):
        for line in path.read_text().splitlines():
            words = line.split()
            if words[:1] == ["U1"] and words[3] == event:
                yield words[4]


def rehearse(folder):
    folder.mkdir()
    with System(folder, "5.3.3") as system:
        upgrade, kills = prepared(system)
        upgrade.run().must()
        return kills.calls()


def fail_at(folder, number, mode, held, ways):
    """The step that failed, or None when this call decides nothing."""
    folder.mkdir()
    with System(folder, "5.3.3") as system:
        upgrade, kills = prepared(system)
        before = system.state(ignore=(*OF_THIS_RUN, *DISPOSABLE))
        kills.aim(number, mode)
        outcome = upgrade.run()
        failed = list(journal(upgrade, "fail"))
        if outcome.code in (0, 7) or not failed:   # a question that was answered otherwise, or a check
            return None
        step, what = failed[-1], f"failing {mode} at `{kills.calls()[number - 1]}`"
        kills.aim(0, "before")
        if step in held:
            check(not runs(system), f"{step}, {what}: the server runs")
        if step in ways:
            outcome, _ = go_on(upgrade, "rollback")
            if outcome.code == 6 and step.endswith(".leave"):   # the server may have written since it was started
                outcome.says("--accept-loss")
                outcome = upgrade.rollback("--accept-loss")
            outcome.must(0, 3)
            same(repr(system.state(ignore=(*OF_THIS_RUN, *DISPOSABLE))), repr(before), f"{step}, {what}: after the rollback")
        return step


def test_claims(folder):
    """Every call fails: one before it has done anything, the next when it has done all; with UPG_FULL=1 each in both ways."""
    held, ways = shown()
    check(len(held) > 5 and len(ways) > 5, f"little is said: {held}, {ways}")
    calls = rehearse(folder / "rehearsal")
    first = next(number for number, call in enumerate(calls, 1) if "admin stop" in call)
    points = [(number, mode) for number in range(first, len(calls) + 1) for mode in (MODES if FULL else [MODES[number % 2]])]
    with concurrent.futures.ThreadPoolExecutor(3) as pool:   # they wait more than they compute
        steps = pool.map(lambda point: fail_at(folder / "-".join(map(str, point)), *point, held, ways), points)
        failed = [step for step in steps if step]
    steps = json.loads((built() / "plan.json").read_text())["steps"]
    wanted = {s["id"] for s in steps if s["id"] in ways and runs_a_command(s)}
    check(wanted <= set(failed), f"no failure in {sorted(wanted - set(failed))}; failed {sorted(set(failed))}; calls {calls}")
    return f"{len(failed)} failures in {len(set(failed))} steps"
