"""Files of at most 400 lines; functions of one screen."""

import json
import shutil
import subprocess

from kit import ROOT, Skip, check
from rooms import sources

FILE_LINES = 400
FUNCTION_LINES = 40     # at most a share of LONG_SHARE is longer
FUNCTION_LIMIT = 80     # none is
LONG_SHARE = 0.03


def check_files():
    long = {p: p.read_text().count("\n") for p in [*sources(), *(ROOT / "tests").rglob("*.py"), *(ROOT / "tests").rglob("*.cpp")]}
    wrong = [f"{path.relative_to(ROOT)}: {lines} lines" for path, lines in long.items() if lines > FILE_LINES]
    check(not wrong, "\n".join(wrong))


def functions():
    if not shutil.which("ctags"):
        raise Skip("universal-ctags is not installed")
    files = [str(p.relative_to(ROOT)) for p in sources() if p.suffix != ".def"]
    command = ["ctags", "--languages=C++", "--language-force=C++", "--kinds-C++=f", "--fields=+ne", "--output-format=json", "-f", "-", *files]
    out = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for tag in map(json.loads, out.splitlines()):
        if "end" in tag:
            yield f"{tag['path']}:{tag['line']} {tag['name']}", tag["end"] - tag["line"] + 1


def check_functions():
    lengths = dict(functions())
    too_long = [f"{where}: {n} lines" for where, n in lengths.items() if n > FUNCTION_LIMIT]
    check(not too_long, "\n".join(too_long))
    long = [f"{where}: {n} lines" for where, n in lengths.items() if n > FUNCTION_LINES]
    check(len(long) <= LONG_SHARE * len(lengths), f"{len(long)} of {len(lengths)} functions are longer than {FUNCTION_LINES} lines\n" + "\n".join(long))


TESTS = [("house: files are short", check_files), ("house: functions are short", check_functions)]
