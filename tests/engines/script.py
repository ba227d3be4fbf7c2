"""A generated script under test: built, run, killed at chosen commands, watched for what it shows to others."""

import os
import pathlib
import shutil
import subprocess
import threading
import time

import harness
from harness import UPG, check


def need_shell(shell):
    chosen = os.environ.get("UPG_TEST_SHELLS")
    if chosen and shell not in chosen.split():
        raise harness.Skip(f"{shell} is not among UPG_TEST_SHELLS")
    harness.need(shell)


def build(plan, out, *words):
    """`upg build`; the folder of the artifacts."""
    harness.need(str(UPG))
    done = subprocess.run([str(UPG), "build", str(plan), "--out", str(out), *words], capture_output=True, text=True)
    check(done.returncode == 0, f"upg build: {done.stdout}{done.stderr}")
    return pathlib.Path(out)


class Outcome:
    def __init__(self, code, output):
        self.code, self.output = code, output

    def must(self, *codes):
        check(self.code in (codes or (0,)), f"exit {self.code}, want {codes or 0}:\n{self.output[-3000:]}")
        return self

    def says(self, *texts):
        for text in texts:
            check(text in self.output, f"does not say {text!r}:\n{self.output[-3000:]}")
        return self


class Script:
    """upgrade.sh against one system. `shims` stands before PATH, see Kills."""

    def __init__(self, path, system, shell=None, answers=None, state=None):
        self.path, self.system = pathlib.Path(path), system
        self.shell = shell
        self.state = state or system.folder / "state"
        self.answers = system.answers_file(**(answers or {}))
        self.shims = None
        self.seen = b""

    def command(self, words):
        start = {None: [], "busybox": ["busybox", "sh"], "zsh": ["zsh", "--emulate", "sh"]}.get(self.shell, [self.shell])
        return [*start, str(self.path), *words, "--state", str(self.state)]

    def environment(self):
        locks = self.system.folder / "locks"
        locks.mkdir(exist_ok=True)
        env = dict(self.system.environment(), UPG_LOCK_DIR=str(locks))   # no test waits for another
        if self.shims:
            env["PATH"] = f"{self.shims}:{env['PATH']}"
        return env

    def popen(self, *words):
        log = open(self.system.folder / "output", "wb")
        return subprocess.Popen(self.command(words), stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
                                env=self.environment(), cwd=self.system.folder, start_new_session=True)

    def finish(self, process, limit=120):
        try:
            code = process.wait(timeout=limit)
        except subprocess.TimeoutExpired:
            harness.kill_tree(process.pid)
            raise AssertionError(f"no end within {limit} s:\n{self.output()[-3000:]}") from None
        return Outcome(code, self.output())

    def output(self):
        text = (self.system.folder / "output").read_bytes()
        self.seen += text
        return text.decode(errors="replace")

    def do(self, *words):
        return self.finish(self.popen(*words))

    def run(self, *words):
        return self.do("run", "--answers", str(self.answers), "--yes", *words)

    def resume(self, *words):
        return self.do("resume", "--yes", *words)

    def resume_or_run(self):
        """What a person does after a crash: `resume`, or `run` when the crash came before the run had opened."""
        outcome = self.resume()
        return self.run() if outcome.code == 2 and "there is no run" in outcome.output else outcome

    def rollback(self, *words):
        return self.do("rollback", "--yes", *words)


class Kills:
    """Stands in front of the programs of a plan and stops the world at the n-th call: before it, in it, or after it. Or lets
    that call fail, before it has done anything (`fail`) or when it has done all (`late`).

    Only the plan's own commands count, told by how they begin (patterns of the shell): how often the script itself calls a
    program may differ from run to run.

    The stopped program waits until the test has killed the whole tree, so the place is exact and a slow machine changes nothing."""

    PROGRAMS = ("psql", "pg_dump", "pg_restore", "mv", "ln", "cp", "mkdir", "rm", "tar", "stat", "touch")
    TEXT = """#!/bin/sh
case "{name} $*" in
{patterns}) ;;
*) exec "{real}" "$@" ;;
esac
printf '%s %s\\n' "{name}" "$*" >>"{folder}/calls"
n=$(($(wc -l <"{folder}/calls")))
read -r target mode <"{folder}/target"
[ "$n" = "$target" ] || exec "{real}" "$@"
case $mode in
fail) exit 1 ;;
late) "{real}" "$@" && exit 1 || exit 1 ;;
before) ;;
during) "{real}" "$@" <&0 & sleep 0.15 ;;
after) "{real}" "$@"; : ;;
esac
: >"{folder}/reached"
while [ -e "{folder}/reached" ]; do sleep 0.1; done
exit 137
"""

    def __init__(self, folder, patterns, extra=()):
        """`extra`: programs outside PATH that take part, each renamed to NAME.real; say so to those who compare trees."""
        self.folder = pathlib.Path(folder) / "kills"
        self.bin = self.folder / "bin"
        self.patterns = " | ".join(pattern.replace(" ", "\\ ") + "*" for pattern in patterns)
        self.bin.mkdir(parents=True)
        for name in self.PROGRAMS:
            real = shutil.which(name)
            if real:
                self._shim(self.bin / name, name, real)
        for program in extra:
            real = program.with_name(program.name + ".real")
            program.rename(real)
            self._shim(program, program.name, real)
        self.last = ""
        self.aim(0, "before")

    def _shim(self, path, name, real):
        path.write_text(self.TEXT.format(name=name, patterns=self.patterns, folder=self.folder, real=real))
        path.chmod(0o755)

    def aim(self, number, mode):
        (self.folder / "calls").write_text("")
        (self.folder / "target").write_text(f"{number} {mode}\n")
        (self.folder / "reached").unlink(missing_ok=True)

    def calls(self):
        return (self.folder / "calls").read_text().splitlines()

    def kill(self, script, process, limit=60):
        """Kills the tree at the chosen call. False when the script ended without it."""
        reached = self.folder / "reached"
        end = time.monotonic() + limit
        while not reached.exists():
            if process.poll() is not None:
                script.output()
                return False
            check(time.monotonic() < end, f"the call was not reached in {limit} s:\n{script.output()[-2000:]}")
            time.sleep(0.005)
        harness.kill_tree(process.pid)
        process.wait()
        script.output()
        self.last = self.calls()[-1]
        self.aim(0, "before")
        return True


class ArgvWatch:
    """Samples the command line of every process, as any user of the machine could."""

    def __init__(self, secret):
        self.secret, self.found, self.samples = secret.encode(), set(), 0
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def _watch(self):
        while not self._end.is_set():
            for _, (_, _, line) in harness.processes().items():
                if self.secret in line:
                    self.found.add(line)
            self.samples += 1

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._end.set()
        self._thread.join()
