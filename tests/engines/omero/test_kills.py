"""`kill -9` to everything at any command of the plan, then `resume`: the end is that of an upgrade nobody disturbed."""

import os
import re
import sys

import harness
from fixture import System
from harness import cases, check
from scenario import OF_PLAN, OF_THIS_RUN, anonymous, go_on, reference, same, upgrade_of
from script import Kills

sys.path.append(str(harness.REPOSITORY / "tests/bench"))
from figures import record_part  # noqa: E402

FULL = os.environ.get("UPG_FULL") == "1"
R1 = "PostgreSQL: each command of the plan and of its rollback, KILL of the tree before, in and behind it; 0 of at least 50"
MIGRATION = re.compile(r"-f \S+__[01]\.sql")
MODES = ("before", "during", "after")


def points(calls, part):
    """(number, mode) of the kills: every other command, from the first or the second, in one mode each; the migration, and
    every command when everything is asked for, in all of them."""
    chosen = []
    for number, call in enumerate(calls, 1):
        if FULL or number % 2 == part and MIGRATION.search(call):
            chosen += [(number, mode) for mode in MODES]
        elif number % 2 == part:
            chosen.append((number, MODES[number // 2 % 3]))
    return chosen


def rehearse(folder, version, rollback=False):
    """The calls of an undisturbed run (or rollback), in order."""
    (folder / "rehearsal").mkdir()
    with System(folder / "rehearsal", version, **({"break_migration": "half"} if rollback else {})) as system:
        upgrade, kills = prepared(system)
        if rollback:
            upgrade.run().must(4)
            kills.aim(0, "before")
            upgrade.rollback().must(0, 3)
        else:
            upgrade.run().must()
        return kills.calls()


def prepared(system):
    kills = Kills(system.folder, OF_PLAN, extra=(system.home / "bin/omero", system.new / "bin/omero", system.venv / "bin/python"))
    system.start()
    upgrade = upgrade_of(system)
    upgrade.shims = kills.bin
    kills.aim(0, "before")
    return upgrade, kills


@cases(from_5_3_3=("5.3.3", 0), from_5_3_3_others=("5.3.3", 1), from_5_3_4=("5.3.4", 0), from_5_4=("5.4.2", 1))
def test_resume(folder, case):
    version, part = case
    want, asked = None, []
    calls = rehearse(folder, version)
    chosen = points(calls, part)
    check(len(chosen) > 6, f"only {len(chosen)} commands found")
    for number, mode in [(0, "before"), *chosen]:
        place = folder / f"{number}-{mode}"
        place.mkdir()
        with System(place, version, delay=0.6 if mode == "during" else 0) as system:
            upgrade, kills = prepared(system)
            kills.aim(number, mode)
            process = upgrade.popen("run", "--answers", str(upgrade.answers), "--yes")
            if number == 0:
                upgrade.finish(process).must()
                want = anonymous(system)
                continue
            check(kills.kill(upgrade, process), f"call {number} was not reached")
            outcome, questions = go_on(upgrade)
            asked += questions
            outcome.must()
            same(anonymous(system), want, f"{version}, killed {mode} call {number} ({kills.last})")
    in_doubt = any(mode == "during" and MIGRATION.search(calls[number - 1]) for number, mode in chosen)
    check(bool(asked) == in_doubt, f"a person was asked {asked}")
    record_part("R1", f"postgres {version} {part}", 0, "wrong ends", len(chosen), R1)
    return f"{len(chosen)} kills, {len(asked)} questions"


@cases(all=None)
def test_rollback(folder):
    """The same for kills in a rollback, which is then asked for again."""
    calls = rehearse(folder, "5.3.4", rollback=True)
    chosen = [*points(calls, 0), *([] if FULL else points(calls, 1))]
    check(len(chosen) > 5, f"only {len(chosen)} commands found")
    for number, mode in chosen:
        place = folder / f"{number}-{mode}"
        place.mkdir()
        with System(place, "5.3.4", break_migration="half", delay=0) as system:
            upgrade, kills = prepared(system)
            before = repr(system.state())
            upgrade.run().must(4)
            kills.aim(number, mode)
            process = upgrade.popen("rollback", "--yes")
            check(kills.kill(upgrade, process), f"call {number} was not reached")
            outcome, _ = go_on(upgrade, "rollback")
            outcome.must(0, 3)
            same(repr(system.state(ignore=OF_THIS_RUN)), before, f"killed {mode} call {number} of the rollback ({kills.last})")
    record_part("R1", "postgres rollback", 0, "wrong ends", len(chosen), R1)
    return f"{len(chosen)} kills"
