"""What the engine tests share: finding and running tests, process trees, samples of what other users could see."""

import importlib.util
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
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
        if str(path.parent) not in sys.path:
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
    """What the test has to say about itself, or None."""
    folder = tempfile.mkdtemp(prefix="upg-engine-")
    try:
        return function(*([pathlib.Path(folder)] + ([] if argument is None else [argument])))
    finally:
        if os.environ.get("UPG_KEEP"):
            print(f"# kept {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)


def report(name, function, argument):
    """One line for people, and the verdict."""
    start, verdict, detail = time.monotonic(), "ok", ""
    try:
        said = run_one(function, argument)
        detail = f" # {said}" if said else ""
    except Skip as reason:
        verdict, detail = ("not ok" if os.environ.get("CI") == "true" else "skip"), f" # {reason}"
    except Exception:
        verdict, detail = "not ok", "\n" + "".join("    " + line + "\n" for line in traceback.format_exc().splitlines())
    return verdict, f"{verdict} {name} ({time.monotonic() - start:.1f} s){detail}"


def work():
    """A worker: names on standard input, a JSON line for each on standard output."""
    known = {name: (function, argument) for name, function, argument in tests([])}
    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        print(json.dumps(report(line.strip(), *known[line.strip()])), file=answers, flush=True)


def run(words, jobs):
    """All tests that the words name, by some workers at once; each has servers of its own."""
    names = sorted((name for name, _, _ in tests(words)), key=lambda name: "kill" not in name)   # the long ones first
    counts, at = {"ok": 0, "not ok": 0, "skip": 0}, threading.Lock()
    queue = iter(names)

    def one_worker():
        child = subprocess.Popen([sys.executable, "-B", sys.argv[0], "--worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        while True:
            with at:
                name = next(queue, None)
            if name is None:
                break
            child.stdin.write(name + "\n")
            child.stdin.flush()
            answer = child.stdout.readline()
            verdict, line = json.loads(answer) if answer else ("not ok", f"not ok {name} # the worker ended")
            with at:
                counts[verdict] += 1
                print(line, flush=True)
            if not answer:
                break
        child.stdin.close()
        child.wait()

    threads = [threading.Thread(target=one_worker) for _ in range(max(1, min(jobs, len(names))))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"# {counts['ok']} ok, {counts['not ok']} not ok, {counts['skip']} skipped")
    return 1 if counts["not ok"] or sum(counts.values()) != len(names) else 0
