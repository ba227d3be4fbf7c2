"""The catalogue of diagnostics: one line, one place that reports it, one golden; worded as the house words."""

import collections
import re

from kit import ROOT, check
from rooms import sources

LINE = re.compile(r'UPG_(ERROR|WARNING)\(\s*(\d+),\s*(\w+),\s*"((?:[^"\\]|\\.)*)"')
RANGES = {"1_syntax": (1000, 1999), "2_sema": (2000, 2499), "25_plan": (2500, 2599), "26_documents": (2600, 2649),
          "265_change_sets": (2650, 2699), "27_edits": (2700, 2799), "28_routes": (2800, 2899), "3_proofs": (3000, 3999),
          "4_backends": (4000, 4999), "9_driver": (9000, 9999)}


def lines():
    for path in sorted((ROOT / "compiler/diag/catalog").glob("*.def")):
        text = re.sub(r"^\s*//.*$", "", path.read_text(), flags=re.M)
        for _, code, name, message in LINE.findall(text):
            yield path.stem, int(code), name, message


def check_codes():
    counts = collections.Counter(code for _, code, _, _ in lines())
    twice = [f"UPG{code}" for code, n in counts.items() if n > 1]
    check(not twice, "codes that stand twice: " + ", ".join(twice))
    names = collections.Counter(name for _, _, name, _ in lines())
    shared = [name for name, n in names.items() if n > 1]
    check(not shared, "names that stand twice, of which the linker keeps one: " + ", ".join(shared))
    wrong = [f"UPG{code} in {stem}.def" for stem, code, _, _ in lines() if not RANGES[stem][0] <= code <= RANGES[stem][1]]
    check(not wrong, "codes outside the range of their file: " + ", ".join(wrong))


def check_wording():
    wrong = [f"UPG{code}: {message}" for _, code, _, message in lines()
             if message.endswith(".") or re.match(r"[A-Z](?![A-Z0-9+])", message) or re.search(r"\b(allowed|legal|valid|invalid|please)\b", message)]
    check(not wrong, "a message begins in lower case, ends without a full stop and says what was found:\n" + "\n".join(wrong))


def check_reported():
    """In one room; best in one place, so that a mistake is looked for once."""
    uses = collections.defaultdict(list)
    for path in sources():
        if path.suffix != ".def":
            for name in re.findall(r"\bdiag::(\w+)", re.sub(r"//.*", "", path.read_text())):
                uses[name].append("/".join(path.relative_to(ROOT).parts[:2]))
    wrong = [f"UPG{code} {name}: " + (", ".join(sorted(set(uses[name]))) or "reported nowhere")
             for _, code, name, _ in lines() if len(set(uses[name])) != 1]
    check(not wrong, "\n".join(wrong))


def check_goldens():
    shown = set()
    for path in (ROOT / "tests/golden").rglob("*.err"):
        shown |= set(re.findall(r"\bUPG(\d{4})\b", path.read_text(errors="replace")))
    for path in [*(ROOT / "tests/cli").glob("*.py"), *(ROOT / "tests/unit/driver").glob("*.cpp")]:
        shown |= set(re.findall(r"UPG(\d{4})\b", path.read_text()))
    wrong = [f"UPG{code} {name}" for _, code, name, _ in lines() if str(code) not in shown]
    check(not wrong, "no golden shows:\n" + "\n".join(wrong))


TESTS = [
    ("house: codes are in their ranges, once", check_codes),
    ("house: diagnostics are worded alike", check_wording),
    ("house: each diagnostic is reported by one room", check_reported),
    ("house: each diagnostic has a golden", check_goldens),
]
