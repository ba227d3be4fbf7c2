#!/usr/bin/env python3
"""Edits of files by the library of the script, against what independent readers of the formats say: edits.py [FILES [FIGURES]]

Files are made up, hostile ones among them. Each is edited by upg_edit, edited again, and put back by upg_edit_back. What must hold:
the readers (json, PyYAML, and one for lines here) see what the edit says and nothing else; every line that the edit does not
concern is there to the byte; the second time nothing changes; the way back gives the first bytes; a file that is refused is left.
Each awk that is installed must give the same bytes. Prints `ok`/`not ok`; FIGURES gets lines for tests/shell/figures.py."""

import difflib
import json
import os
import pathlib
import random
import shlex
import shutil
import subprocess
import sys
import tempfile

import edits_made as made

HERE = pathlib.Path(__file__).resolve().parent
LIBRARY = HERE.parent.parent / "templates/shell"
SHELL = """
UPG_LF='
'
UPG_ROLE=main UPG_DEED_SECRET=
LC_ALL=C; export LC_ALL
[ -z "${ZSH_VERSION-}" ] || emulate sh
upg_report() { :; }
upg_tell() { :; }
upg_sync_files() { :; }
upg_sync_effects() { :; }
upg_have() { command -v "$1" >/dev/null 2>&1; }
"""
PARTS = ["46_edit.sh", "47_edit_lines.sh", "48_edit_yaml.sh", "48_edit_yaml_keys.sh", "49_edit_json.sh"]


def awks():
    found = [[name] for name in ("mawk", "gawk", "original-awk") if shutil.which(name)]
    return found + ([["busybox", "awk"]] if shutil.which("busybox") else [])


def run(shell, awk, cases, place):
    """Edits twice and goes back, each case in a directory; results: the bytes after each, and the statuses."""
    bin_dir = place / "bin"
    bin_dir.mkdir(parents=True)
    (bin_dir / "awk").write_text(f"#!/bin/sh\nexec {' '.join(awk)} \"$@\"\n")
    (bin_dir / "awk").chmod(0o755)
    script = SHELL + "".join(f". {LIBRARY / part}\n" for part in PARTS)
    for i, case in enumerate(cases):
        here = place / str(i)
        here.mkdir()
        (here / "f").write_bytes(case.before)
        (here / "f").chmod(0o640)
        words = " ".join(shlex.quote(w) for line in case.lines for w in line)
        script += f"cd {here} && {{ upg_edit {case.format} {here}/f {here}/kept {words} >/dev/null; echo $? >rc; cp -p f one; \\\n"
        script += f"upg_edit {case.format} {here}/f {here}/kept {words} >/dev/null; cp -p f two; upg_edit_back {here}/f {here}/kept; }}\n"
    (place / "all.sh").write_text(script)
    subprocess.run([*shell, str(place / "all.sh")], env={**os.environ, "PATH": f"{bin_dir}:{os.environ['PATH']}"}, check=False,
                   stdin=subprocess.DEVNULL)
    for i in range(len(cases)):
        here = place / str(i)
        yield int((here / "rc").read_text()), *((here / name).read_bytes() for name in ("one", "two", "f")), (here / "one").stat().st_mode


def changed_lines(before, after):
    """Lines that went and that came."""
    a, b = before.split(b"\n"), after.split(b"\n")
    went, came = [], []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            went += a[i:j]
            came += b[k:m]
    return went, came


def wrong(case, rc, one, two, back, mode):
    if mode & 0o777 != 0o640:
        return "the mode is another"
    if back != case.before:
        return "the way back does not give the bytes that were there"
    if case.refused:
        return None if rc != 0 and one == case.before else "it is not refused"
    if rc != 0:
        return "it is refused"
    if two != one:
        return "the second time it changes something"
    if one == case.before:
        return None if case.same else "nothing was changed"
    if (told := case.reader(one)) != case.expected:
        return f"read as {told!r}, not as {case.expected!r}"
    if case.format == "json":
        return None if close(case, one) else "more was changed than the edit says"
    went, came = changed_lines(case.before, one)
    # A line that is added behind a last line without its end gives that one its end.
    if len(went) > case.went or len(came) > case.came:
        return f"{went} became {came}"
    return None


def close(case, after):
    """All but one stretch of bytes is the same, and what it replaces is no longer than the edited member."""
    start = len(os.path.commonprefix([case.before, after]))
    end = len(os.path.commonprefix([case.before[start:][::-1], after[start:][::-1]]))
    return len(case.before) - start - end <= case.span


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    shells = [[name] for name in ("dash", "mksh", "zsh", "bash") if shutil.which(name)] or [["sh"]]
    failed = total = refused = 0
    figures = []
    for turn, format_name in enumerate(("env", "properties", "yaml", "compose", "json")):
        rng = random.Random(f"{format_name}-1")
        cases = [made.case(format_name, rng, i) for i in range(count)]
        first = None
        for n, awk in enumerate(awks()):
            with tempfile.TemporaryDirectory() as place:
                results = list(run(shells[(n + turn) % len(shells)], awk, cases, pathlib.Path(place)))
            outs = [r[1] for r in results]
            first = first or outs
            bad = []
            for i, (case, result) in enumerate(zip(cases, results)):
                why = wrong(case, *result) or (None if outs[i] == first[i] else "another awk gives other bytes")
                if why:
                    bad.append(f"    case {i} {case.lines}: {why}\n      {case.before[:300]!r}\n      {result[1][:300]!r}")
            name = f"edits of {format_name} by {' '.join(awk)}: {count} files"
            print(f"not ok {name}\n" + "\n".join(bad[:3]) if bad else f"ok {name}")
            failed += bool(bad)
            total += 1
        refused += sum(c.refused for c in cases)
        figures.append(f"E1.{format_name} {len(bad)} {count} files|not edited as independent readers of the format say, to the byte")
    if len(sys.argv) > 2:
        pathlib.Path(sys.argv[2]).write_text("\n".join(figures) + "\n")
    print(f"# {refused} of {5 * count} files are refused")
    print(f"{total - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
