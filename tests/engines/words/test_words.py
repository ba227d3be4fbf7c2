"""What the words of the language do when the script runs: each step leaves marks, and tells."""

import os
import pathlib
import time

import script
from harness import check, equal

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
