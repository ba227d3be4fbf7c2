"""Nothing of a product is in the compiler: kinds under other names give the same script, but for the names."""

import difflib
import re

import rename
import script
from harness import REPOSITORY, check
from scenario import PLAN, built

WORDS = {"from", "to", "upgrade", "rollback"}  # of some kinds, and of every plan
KINDS = sorted((REPOSITORY / "templates/kinds").glob("*.upg"))


def test_kinds_under_other_names(folder):
    texts = [path.read_text() for path in KINDS]
    names = rename.declared(texts) - WORDS - set(re.findall(r"\bdocument \w+ : (\w+)", "".join(texts)))
    check({"postgres", "database", "stopped", "move", "query"} <= names, f"names found: {sorted(names)}")
    own = "".join(re.sub(r"\Aupg 1\n", "", text) for text in texts)
    (folder / "kinds.upg").write_text("upg 1\n" + rename.renamed(own, names))
    plan = rename.renamed(PLAN.read_text(), names)
    # The import takes the place of a comment, so that line numbers stay.
    plan, changed = re.subn(r"\n//[^\n]*\n", '\nimport "kinds.upg"\n', plan, count=1)
    check(changed == 1, "the plan has no comment to take the place of")
    (folder / PLAN.name).write_text(plan)
    out = script.build(folder / PLAN.name, folder / "out")
    mine, theirs = ((d / "upgrade.sh").read_text() for d in (out, built()))
    check(rename.PREFIX in mine.lower(), "the script shows none of the new names")
    lines = list(difflib.unified_diff(*(comparable(t) for t in (theirs, mine)), lineterm="", n=1))
    check(not lines, "another script:\n" + "\n".join(lines[:60]))


def comparable(text):
    """Lines without where a kind's line stands (all kinds are one file here), and without how long lines are folded."""
    text = re.sub(r"\s*\\\n\s*", " ", rename.original(text))
    return re.sub(r"(?:<kinds>/)?\b(?:kinds|" + "|".join(p.stem for p in KINDS) + r")\.upg:\d+", "KIND", text).splitlines()
