"""Time, instructions and memory of a command."""

import math
import os
import re
import shutil
import statistics
import subprocess
import tempfile
import time

QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def run(command):
    """One run: (seconds, peak kilobytes). A command that fails is a mistake of the benchmark."""
    start = time.perf_counter()
    process = subprocess.Popen(command, **QUIET)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"bench: {' '.join(map(str, command))} ended with {process.returncode}")
    return elapsed, usage.ru_maxrss


def side_by_side(commands, runs):
    """Median seconds of each command, in turns, so that all see the same machine."""
    times = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(run(command)[0])
    return {name: statistics.median(seconds) for name, seconds in times.items()}


def growth(counts):
    """The exponent between the two largest sizes."""
    (small, few), (large, many) = sorted(counts.items())[-2:]
    return math.log(many / few) / math.log(large / small)


def output_size(command):
    return len(subprocess.run(command, capture_output=True, check=True).stdout)


def memory(command):
    return run(command)[1]


def instructions(command, ends_with=0):
    """What callgrind counts, or None where it is missing."""
    if not shutil.which("valgrind"):
        return None
    with tempfile.TemporaryDirectory() as folder:
        line = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", *map(str, command)]
        done = subprocess.run(line, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != ends_with or not found:
        raise SystemExit(f"bench: {' '.join(line)} ended with {done.returncode}\n{done.stderr[-800:]}")
    return int(found[1])
