#!/usr/bin/env python3
"""Follows a RUNBOOK.md as a careful person would: types its blocks into a terminal, in order, where its conditions hold,
reads what it expects, and stops where something fails.

    type_runbook.py RUNBOOK.md --set root=/opt/omero --secret db_password=… [--take vacuum] [--until 7] [--back]

Exit: 0 followed to the end, 1 a step failed (with --back: and was rolled back), 2 the page could not be followed."""

import argparse
import re
import shlex
import sys
import time

from page import Page
from sentences import Reader, Unclear
from terminal import Lost, Terminal, complete_commands


class Failed(Exception):
    """A command failed, or what was expected did not come."""


class Follower:
    def __init__(self, text, bindings=None, secrets=None, take=(), person=None, terminal=None, patience=1.0, say=None):
        self.page = Page(text)
        self.bindings, self.secrets, self.take = bindings or {}, secrets or {}, set(take)
        self.person = person or (lambda what, confirm: None)
        self.terminal = terminal or Terminal()
        self.patience, self.say = patience, say or (lambda line: None)
        self.waiting, self.begun, self.steps_begun, self.printed, self.label = [], set(), [], {}, ""
        self.reader = Reader(self._value, self.terminal.value, self._next_output, self._output_of, self._exists, self.begun)

    # ---- what the reader of a condition looks at ----

    def _value(self, name):
        """Of a variable, by the name the plan gives it."""
        return self.terminal.value("$" + re.sub(r"[^A-Za-z0-9_]", "_", name.split(".")[-1]))

    def _next_output(self):
        if not self.waiting:
            raise Unclear("an output that was not typed")
        _, status, out = self.waiting.pop(0)
        return status, out

    def _output_of(self, label):
        if label not in self.printed:
            raise Unclear(f"the output of {label}, which was not typed")
        return self.printed[label]

    def _exists(self, path):
        return self.terminal.holds('[ -e "%s" ] || [ -L "%s" ]' % (path, path))

    def _settle(self):
        """Commands whose outcome no sentence spoke of must have succeeded."""
        for command, status, out in self.waiting:
            if status != 0:
                raise Failed(f"exit {status}: {command}\n{out[-1500:]}")
        self.waiting = []

    # ---- typing ----

    def _type(self, block):
        for command in complete_commands(block):
            command, answer = self._with_bindings(command)
            self.say(command)
            status, out = self.terminal.type(command, answer)
            self.waiting.append((command, status, out))
            self.printed[self.label] = out
            if status != 0 and command is not complete_commands(block)[-1]:
                return

    def _with_bindings(self, command):
        if (m := re.match(r"export (\w+)=", command)) and m[1] in self.bindings:
            return f"export {m[1]}={shlex.quote(str(self.bindings[m[1]]))}", None
        if m := re.search(r"stty -echo; IFS= read -r (\w+)", command):
            if m[1] not in self.secrets:
                raise Unclear(f"the page asks for {m[1]}")
            return command, self.secrets[m[1]]
        return command, None

    # ---- reading ----

    def follow(self, blocks):
        """False when the section says that the step is to be skipped."""
        for i, b in enumerate(blocks):
            if b.kind == "heading":
                break
            if b.kind == "code" and b.language == "sh":
                if self.waiting and not self._spoken_of(blocks[i:]):
                    self._settle()
                self._type(b.text)
            elif b.kind == "paragraph":
                if self._sentence(b.text) is False:
                    return False
            elif b.kind == "list":
                self._cases(b)
        self._settle()
        return True

    @staticmethod
    def _spoken_of(blocks):
        """Do more blocks to type stand before the sentence that speaks of them?"""
        rest = [b for b in blocks if not (b.kind == "code" and b.language == "sh")]
        return bool(rest) and rest[0].kind == "paragraph" and bool(re.search(r" (and|or) ", rest[0].text)) and bool(
            re.match(r"\*\*(Expect|Required|Recommended|Wait until|Only if)", rest[0].text))

    def _sentence(self, raw):
        from page import plain
        text = plain(raw)
        if m := re.match(r"\*\*(\d+)\.(\d+)\*\* ", text):
            self._settle()
            self.label = f"{m[1]}.{m[2]}"
            self.begun.add(self.label)
        elif m := re.match(r"\*\*Only if\*\* (.*)\. Otherwise skip this step\.$", text):
            return self.reader.holds(m[1])
        elif text.startswith("**Optional.**"):
            return bool(self.take & self.names)
        elif m := re.match(r"\*\*(Expect|Required|Recommended):\*\* (.*?)(?:\. Why: .*|\. If it is not, .*|\. You may .*|\.)$", text):
            self._expect(m[1], m[2])
        elif m := re.match(r"\*\*Wait until:\*\* (.*)\. Ask again every (.*); after (.*) this step has failed\.$", text):
            self._wait(m[1], seconds(m[2]), seconds(m[3]))
        elif m := re.match(r"\*\*Do:\*\* (.*)", text):
            self._settle()
            self.person(m[1], None)
        return True

    def _expect(self, how, condition):
        try:
            held = self.reader.holds(condition)
        except Unclear as unclear:
            if "failed" not in str(unclear):
                raise
            raise Failed(f"expected: {condition}; {unclear}") from None
        if not held and how != "Recommended":
            raise Failed(f"expected: {condition}")

    def _wait(self, condition, every, limit):
        commands, end = [c for c, _, _ in self.waiting], time.monotonic() + limit * self.patience
        while True:
            kept = list(self.waiting)
            try:
                if self.reader.holds(condition):
                    return
            except Unclear:
                if not any(status for _, status, _ in kept):
                    raise
            if time.monotonic() > end:
                raise Failed(f"waited in vain until {condition}")
            time.sleep(min(every, 1) * self.patience)
            self.waiting = []
            for c in commands:
                self.waiting.append((c, *self.terminal.type(c)))

    def _cases(self, block):
        """A list of cases (the first that holds), or of parts under a condition of their own."""
        from page import plain
        done = False
        for item in block.items:
            lead = plain(item[0].text) if item and item[0].kind == "paragraph" else ""
            m = re.match(r"\*\*(If|Otherwise, if|Only if)\*\* (.*):$", lead)
            if m and m[1] == "Only if":
                holds = self.reader.holds(m[2])
                self._settle()
                if holds:
                    self.follow(item[1:])
            elif m:
                if not done and self.reader.holds(m[2]):
                    done = True
                    self.follow(item[1:])
            elif re.match(r"\*\*(Otherwise|Always):\*\*$", lead):
                if not done:
                    self.follow(item[1:])
                done = True
            elif lead.startswith("**Only if**"):
                raise Unclear(lead)

    # ---- the page ----

    def inputs(self):
        self.follow(self.page.sections["Inputs"])

    def step(self, number, heading):
        blocks = self.page.sections[heading]
        id_text = re.match(r"`([^`]+)`", blocks[0].text)[1]
        self.names = {id_text, id_text.split(".")[-1], id_text.split("/")[-1].split(".", 1)[-1], str(number)}
        self.say(f"# step {number}: {id_text}")
        mark = len(self.begun)
        taken = self._follow_step(number, blocks)
        if not taken:
            self.begun -= set(sorted(self.begun)[mark:]) & {b for b in self.begun if b.startswith(f"{number}.")}
        return taken

    def _follow_step(self, number, blocks):
        skipped = self._skips(blocks)
        if not skipped:
            self.steps_begun.append(number)
            return self.follow([b for b in blocks if not self._is_guard(b)])
        return False

    @staticmethod
    def _is_guard(b):
        return b.kind == "paragraph" and (b.text.startswith("**Optional") or b.text.endswith("Otherwise skip this step."))

    def _skips(self, blocks):
        """Reads what stands before the first deed: commands to learn a condition, and the condition."""
        guards = [i for i, b in enumerate(blocks) if self._is_guard(b)]
        if not guards:
            return False
        for i, b in enumerate(blocks[: guards[-1] + 1]):
            if b.kind == "code" and b.language == "sh" and any(g > i for g in guards):
                self._type(b.text)
                b.language = "typed already"
            elif self._is_guard(b) and self._sentence(b.text) is False:
                self.waiting = []
                return True
        return False

    def forward(self, until=None):
        """All steps, or up to and with step `until`."""
        for number, heading in self.page.steps():
            self.step(number, heading)
            if until is not None and number >= until:
                return

    def back(self):
        """Rollback from the last step that was begun."""
        self.waiting = []
        ways = sorted(int(m[1]) for name in self.page.sections if (m := re.match(r"Back from step (\d+)$", name)))
        last = max(self.steps_begun, default=0)
        at = max((w for w in ways if w <= last), default=None)
        while at is not None:
            blocks = self.page.sections[f"Back from step {at}"]
            self.say(f"# back from step {at}")
            if at in self.steps_begun:
                self.follow(blocks)
            then = [m for b in blocks if b.kind == "paragraph" and (m := re.match(r"\*\*Then:\*\* \[Back from step (\d+)\]", b.text))]
            at = int(then[0][1]) if then else None

    def finish(self):
        self.waiting = []
        self.follow(self.page.sections["When you are done"])


def seconds(text):
    units = {"s": 1, "m": 60, "h": 3600, "d": 86400}
    return sum(int(n) * units[u] for n, u in re.findall(r"(\d+)\s*([smhd])", text))


def pairs(words):
    return dict(w.split("=", 1) for w in words)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runbook")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--secret", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--take", action="append", default=[], metavar="STEP", help="an optional step to take")
    parser.add_argument("--until", type=int, metavar="N", help="stop after step N")
    parser.add_argument("--back", action="store_true", help="then, or after a failure, roll back")
    parser.add_argument("--quiet", action="store_true")
    given = parser.parse_args()
    say = (lambda line: None) if given.quiet else (lambda line: print("+ " + line.replace("\n", "\n  "), flush=True))
    with open(given.runbook, encoding="utf-8") as f:
        follower = Follower(f.read(), pairs(given.set), pairs(given.secret), given.take, say=say)
    code = 0
    try:
        follower.inputs()
        try:
            follower.forward(given.until)
        except Failed as why:
            print(f"failed: {why}", file=sys.stderr)
            code = 1
        if given.back:
            follower.back()
        follower.finish()
    except (Failed, Unclear, Lost, KeyError) as why:
        print(f"cannot follow the page: {why!r}", file=sys.stderr)
        code = 2
    finally:
        follower.terminal.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
