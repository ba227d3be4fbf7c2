"""What the engine tests share: finding and running tests, process trees, samples of what other users could see."""

import importlib.util
import os
import pathlib
import shutil
import signal
import sys
import tempfile
import time
import traceback

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
UPG = pathlib.Path(os.environ.get("UPG", REPOSITORY / "build" / "upg"))


class Skip(Exception):
    """The engine that a test needs is not here."""


def check(condition, message):
    if not condition:
        raise AssertionError(message)


def equal(got, want, what):
    if got != want:
        raise AssertionError(f"{what}: got {got!r}, want {want!r}")


def need(*programs):
    for program in programs:
        if not shutil.which(program) and not pathlib.Path(program).exists():
            raise Skip(f"{program} is not installed")


# ---- processes -----------------------------------------------------------------------------------------------------


def processes():
    """{pid: (parent, session, command line)} of everything alive."""
    found = {}
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            stat = pathlib.Path(f"/proc/{entry}/stat").read_text()
            line = pathlib.Path(f"/proc/{entry}/cmdline").read_bytes()
        except OSError:
            continue
        state, parent, _, session = stat.rpartition(")")[2].split()[:4]
        if state != "Z":
            found[int(entry)] = (int(parent), int(session), line)
    return found


def descendants(root):
    table = processes()
    found, fresh = set(), {root}
    while fresh:
        found |= fresh
        fresh = {pid for pid, (parent, _, _) in table.items() if parent in fresh} - found
    return found & set(table)


def kill_tree(root):
    """SIGKILL to a process and all that came from it, stopped first so that none of them starts another."""
    seen = set()
    while True:
        fresh = descendants(root) - seen
        if not fresh:
            break
        for pid in fresh:
            _signal(pid, signal.SIGSTOP)
        seen |= fresh
    for pid in seen:
        _signal(pid, signal.SIGKILL)
    return seen


def _signal(pid, number):
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        pass


def wait_for(condition, limit, what):
    end = time.monotonic() + limit
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"waited {limit} s in vain for {what}")
        time.sleep(0.01)


# ---- running -------------------------------------------------------------------------------------------------------


def load(path):
    spec = importlib.util.spec_from_file_location(f"engines_{path.parent.name}_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tests(words):
    """(name, function) of each test whose name contains one of the words; all without words."""
    for path in sorted(HERE.glob("*/test_*.py")):
        prefix = f"{path.parent.name}/{path.stem[5:]}"
        sys.path.insert(0, str(path.parent))
        module = load(path)
        for attribute, function in list(vars(module).items()):
            if not attribute.startswith("test_"):
                continue
            for case, argument in sorted(getattr(function, "cases", {"": None}).items()):
                name = f"{prefix}.{attribute[5:]}" + (f"[{case}]" if case else "")
                if not words or any(word in name for word in words):
                    yield name, function, argument


def cases(**arguments):
    """One test for each keyword."""

    def decorate(function):
        function.cases = arguments
        return function

    return decorate


def run_one(function, argument):
    folder = tempfile.mkdtemp(prefix="upg-engine-")
    try:
        function(*([pathlib.Path(folder)] + ([] if argument is None else [argument])))
    finally:
        if os.environ.get("UPG_KEEP"):
            print(f"# kept {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)


def run(words):
    counts = {"ok": 0, "not ok": 0, "skip": 0}
    in_ci = os.environ.get("CI") == "true"
    for name, function, argument in tests(words):
        start, verdict, detail = time.monotonic(), "ok", ""
        try:
            run_one(function, argument)
        except Skip as reason:
            verdict, detail = ("not ok" if in_ci else "skip"), f" # {reason}"
        except Exception:
            verdict, detail = "not ok", "\n" + "".join("    " + line + "\n" for line in traceback.format_exc().splitlines())
        counts[verdict] += 1
        print(f"{verdict} {name} ({time.monotonic() - start:.1f} s){detail}", flush=True)
    print(f"# {counts['ok']} ok, {counts['not ok']} not ok, {counts['skip']} skipped")
    return 1 if counts["not ok"] else 0
