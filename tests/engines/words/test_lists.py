"""Lists: what is answered, what a command printed, and what must not fall apart on its way."""

import os
import pathlib

import script
from harness import check, equal

PLAN = pathlib.Path(__file__).resolve().parent / "lists.upg"


class System:
    def __init__(self, folder, lines, **answers):
        self.folder, self.work, self.answers = folder, folder / "work", answers
        self.more = {}
        self.work.mkdir()
        (self.work / "lines").write_text(lines)

    def answers_file(self):
        path = self.folder / "answers"
        answers = {"from": "1.0", "work": self.work, **self.answers}
        path.write_text("".join(f"{name} = {value}\n" for name, value in answers.items()))
        return path

    def environment(self):
        return {**os.environ, **self.more}


def upgrade(folder, system):
    return script.Script(script.build(PLAN, folder / "out") / "upgrade.sh", system, shell="dash")


def test_defaults(folder):
    system = System(folder, "one\n")
    upgrade(folder, system).run().must(0)
    equal((system.work / "said").read_text(), "<a, b c><with, comma><alpha><beta><one line><><*><with, comma>", "the words")
    equal((system.work / "had").read_text(), "<one><last>", "the words")


def test_answers_have_commas(folder):
    system = System(folder, "one\n", hosts="gamma,  delta.example.org ,::1", lone="x, y")
    upgrade(folder, system).run().must(0)
    equal((system.work / "said").read_text(),
          "<a, b c><x+y><gamma><delta.example.org><::1><one line><><*><x><y>", "the words")


def test_each_item_is_looked_at(folder):
    system = System(folder, "one\n", hosts="gamma, two words")
    outcome = upgrade(folder, system).run()
    check(outcome.code == 2, f"exit {outcome.code}: {outcome.output}")
    outcome.says("hosts is not a list of host")
    check(not (system.work / "said").exists(), "it went on")


def test_an_item_of_two_lines_is_refused(folder):
    system = System(folder, "one\ntwo\n")
    outcome = upgrade(folder, system).run().must(4)
    outcome.says("an item of a list has a line end in it")
    check(not (system.work / "had").exists(), "the item fell apart")
