#!/usr/bin/env python3
"""The links of examples/omero/README.md into the plan: each names a text, and points to the first line that has it.

`anchors.py` lists those that point elsewhere, `anchors.py --fix` mends them."""

import pathlib
import re
import sys

FOLDER = pathlib.Path(__file__).resolve().parents[3] / "examples/omero"
LINK = re.compile(r"\[([^\]]+)\]\(omero\.upg#L(\d+)\)")
NAMED = {"holds": "on failure hold \"the schema"}


def line_of(plan, text):
    wanted = NAMED.get(text, text.strip("`"))
    for number, line in enumerate(plan, 1):
        words = line.strip()
        if words == wanted or words.startswith((wanted + " ", wanted + "(")):
            return number
    return 0


def mended(readme, plan):
    wrong = []

    def mend(found):
        number = line_of(plan, found.group(1))
        if number != int(found.group(2)) or number == 0:
            wrong.append(f"{found.group(1)}: L{found.group(2)}, should be L{number}")
        return f"[{found.group(1)}](omero.upg#L{number})"

    return LINK.sub(mend, readme), wrong


def check(fix=False):
    plan = (FOLDER / "omero.upg").read_text().splitlines()
    readme, wrong = mended((FOLDER / "README.md").read_text(), plan)
    if fix:
        (FOLDER / "README.md").write_text(readme)
        return [w for w in wrong if w.endswith("L0")]
    return wrong


if __name__ == "__main__":
    found = check(fix="--fix" in sys.argv)
    print("\n".join(found))
    sys.exit(1 if found else 0)
