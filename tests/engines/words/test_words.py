"""What the words of the language do when the script runs: each step leaves marks, and tells."""

import os
import pathlib
import sys
import time

import harness
import script
from harness import check, equal

sys.path.append(str(harness.REPOSITORY / "tests/bench"))
from figures import record_part  # noqa: E402

PLAN = pathlib.Path(__file__).resolve().parent / "words.upg"


class System:
    """Programs that fail as often as they are told."""

    def __init__(self, folder, flaky=1, last=0):
        self.folder, self.work = folder, folder / "work"
        self.work.mkdir()
        self._program("flaky", flaky)
        self._program("failing", 99)
        self._program("last", last)

    def _program(self, name, failures):
        path = self.work / name
        path.write_text(f'#!/bin/sh\necho x >>"$0.calls"\n[ "$(wc -l <"$0.calls")" -gt {failures} ]\n')
        path.chmod(0o755)

    def answers_file(self):
        path = self.folder / "answers"
        path.write_text(f"from = 1.0\nwork = {self.work}\n")
        return path

    def environment(self):
        return dict(os.environ)

    def calls(self, name):
        path = self.work / f"{name}.calls"
        return len(path.read_text().splitlines()) if path.exists() else 0

    def has(self, *names):
        for name in names:
            check((self.work / name).exists(), f"{name} was not done")

    def lacks(self, *names):
        for name in names:
            check(not (self.work / name).exists(), f"{name} was done")


def upgrade(folder, system):
    return script.Script(script.build(PLAN, folder / "out") / "upgrade.sh", system, shell="dash")


def test_a_whole_run(folder):
    system = System(folder)
    run = upgrade(folder, system)
    start = time.monotonic()
    outcome = run.run().must(0)
    check(time.monotonic() - start < 20, "the time-out did not end the step")
    system.lacks("wanted", "slow", "unlast", "tidied")
    system.has("shown", "hand")
    equal((system.work / "fence").read_text(), "<a  *><32>", "a value behind a shift")
    outcome.says(f"Nothing is wanted in {system.work}.", f"Do not {system.work}.", "https://example.org/guide")
    check("nothing at all" not in outcome.output, "a sample for the runbook is printed")
    check("in the console" not in outcome.output, "what is for the console is printed")
    equal(system.calls("flaky"), 2, "tries of a step with `retry once`")
    equal(system.calls("failing"), 1, "tries of a step without")
    equal(system.calls("last"), 1, "the step behind those that failed")
    run.do("finish", "--yes").must(0)
    system.has("tidied")
    run.rollback().must(4)


def test_one_retry_is_all(folder):
    system = System(folder, flaky=2)
    upgrade(folder, system).run().must(4)
    equal(system.calls("flaky"), 2, "tries")
    equal(system.calls("last"), 0, "steps behind the failure")


def test_a_failure_that_rolls_back(folder):
    system = System(folder, last=99)
    outcome = upgrade(folder, system).run()
    check(outcome.code != 0, f"it says that all is well:\n{outcome.output}")
    system.has("unlast")
    status = upgrade(folder, system).do("status", "--json")
    check('"state": "rolledback"' in status.output or '"state":"rolledback"' in status.output, status.output)


def one_kill(folder, number, mode, last, out):
    """The names that are left by a run that is killed at a call, and gone on with; and all calls."""
    place = folder / f"{number}-{mode}"
    place.mkdir()
    system = System(place, last=last)
    kills = script.Kills(place, ("flaky", "failing", "last", "touch */work/"), extra=[system.work / name for name in ("flaky", "failing", "last")])
    kills.aim(number, mode)
    run = script.Script(out / "upgrade.sh", system, shell="dash")
    run.shims = kills.bin
    process = run.popen("run", "--answers", str(run.answers), "--yes")
    if number == 0:
        run.finish(process)
        calls = kills.calls()
    else:
        check(kills.kill(run, process), f"call {number} was not reached")
        calls = []
        while True:
            outcome = run.resume_or_run()
            if outcome.code in (0, 3) or outcome.code == 2 and "is rolled back" in outcome.output:
                break
            check(outcome.code == 4, f"killed {mode} call {number} ({kills.last}): exit {outcome.code}\n{outcome.output}")
    return {path.name for path in system.work.iterdir() if not path.name.endswith(".calls")}, calls


def test_killed(folder):
    """With everything that a failure may lead to: tried again, passed over, ended for its time, rolled back."""
    out, total = script.build(PLAN, folder / "out"), 0
    for last in (0, 99):
        place = folder / f"last-{last}"
        place.mkdir()
        want, calls = one_kill(place, 0, "before", last, out)
        check(len(calls) >= 6, f"{calls}")
        for number, call in enumerate(calls, 1):
            mode = ("before", "during", "after")[number % 3]
            left, _ = one_kill(place, number, mode, last, out)
            equal(left, want, f"killed {mode} call {number} ({call})")
            total += 1
    record_part("R1", "failures", 0, "wrong ends", total, "a plan with failures of each kind: KILL of the tree at each command")
    return f"{total} kills"
