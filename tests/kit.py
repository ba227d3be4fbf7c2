"""What the suites share. A suite prints a line a test, `ok NAME`, `not ok NAME` with indented details, or `skip NAME # why`;
`./dev test` counts these lines."""

import concurrent.futures
import difflib
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
UPG = pathlib.Path(os.environ.get("UPG", ROOT / "build" / "upg")).resolve()
IN_CI = os.environ.get("CI") == "true"


class Failure(Exception):
    """A test does not hold; the text says why."""


class Skip(Exception):
    """What a test needs is not here."""


def check(condition, message):
    if not condition:
        raise Failure(message)


def same(got, want, what):
    """Equal texts, or a failure with their difference."""
    if got == want:
        return
    lines = difflib.unified_diff(want.splitlines(), got.splitlines(), "expected", "got", lineterm="")
    raise Failure(f"{what}\n" + "\n".join(lines))


def upg(*arguments, cwd=None, env=None, timeout=60, **more):
    """Runs the compiler; its text comes back whatever the exit code."""
    settings = {**os.environ, "NO_COLOR": "1", "LC_ALL": "C", **(env or {})}
    command = [str(UPG), *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=settings, timeout=timeout, capture_output=True, text=True, errors="surrogateescape", **more)


def diagnostics(text, what="the compiler"):
    try:
        return json.loads(text)
    except ValueError as error:
        raise Failure(f"{what} did not print JSON: {error}\n{text[:2000]}") from error


def one_line(d, main):
    """`3:1-3:4 error UPG2003 message`; a file other than `main` is named before it."""
    place = f"{d['line']}:{d['column']}-{d['endLine']}:{d['endColumn']}" if d["line"] else "-"
    other = f"{d['file']}:" if d["file"] not in ("", main) else ""
    return f"{other}{place} {d['severity']} {d['code']} {d['message']}\n".replace("\r", "\\r")


def run_all(tests):
    """Runs [(name, function)] side by side, prints in order, returns the names of those that failed."""
    failed = []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for (name, _), outcome in zip(tests, pool.map(lambda test: run_one(test[1]), tests)):
            verdict, detail = outcome
            if verdict == "skip" and IN_CI:
                verdict = "not ok"
            failed += [name] if verdict == "not ok" else []
            if verdict == "skip":
                print(f"skip {name} # {detail}")
            else:
                print(f"{verdict} {name}" + "".join(f"\n    {line}" for line in detail.splitlines()))
    sys.stdout.flush()
    return failed


def run_one(function):
    try:
        function()
    except Skip as why:
        return "skip", str(why)
    except Failure as why:
        return "not ok", str(why)
    except Exception as bug:  # a broken test must not hide the others
        return "not ok", f"{type(bug).__name__}: {bug}"
    return "ok", ""


def selected(tests):
    """The tests whose name contains a word of the command line; all without one."""
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    return [test for test in tests if not words or any(word in test[0] for word in words)]
