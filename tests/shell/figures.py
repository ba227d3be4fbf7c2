"""Keeps what the tests counted: lines `ID VALUE RUNS UNIT|TEXT` on standard input, those of one id added up. `ID.PART` is a part of
a figure that other programs count too."""

import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "bench"))
from figures import record, record_part  # noqa: E402

sums = {}
for line in sys.stdin:
    head, _, text = line.rstrip("\n").partition("|")
    key, value, runs, unit = head.split(" ", 3)
    before = sums.get(key, (0, 0))
    sums[key] = (before[0] + int(value), before[1] + int(runs), unit, text)
for key, (value, runs, unit, text) in sorted(sums.items()):
    if "." in key:
        record_part(*key.split("."), value, unit, runs, text)
    else:
        record(key, value, unit, runs, text)
    print(f"# {key}: {value} {unit} in {runs}: {text}")
