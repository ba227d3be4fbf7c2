"""Words that may not stand in the project: products in the compiler, paths of one machine, work that was put off."""

import re
import subprocess

from kit import ROOT, check
from rooms import sources

# A product is known to a kind, which is written in the language. A backend may name its own target.
PRODUCTS = ["postgres", "psql", "pg_dump", "pg_restore", "mysql", "systemd", "systemctl", "kubernetes", "kubectl", "helm",
            "cloudformation", "docker", "redis", "nginx", "omero", "pachyderm", "infrahub", "seqera", "ansible", "venv"]
TARGETS = {"helm": ("backends/helm", "backends/registry"), "cloudformation": ("backends/cloudformation", "backends/registry", "compiler/schema/cfn_")}
# Written in pieces, so that this file does not hold what it looks for.
PUT_OFF = ["TO" "DO", "FIX" "ME", "X" "XX:", "HA" "CK", "not " "implemented", "place" "holder text", "for " "now,"]
MACHINE = [r"(?<![\w.$}])/(?:wo" r"rk|ho" r"me|Us" r"ers|roo" r"t)/\w", r"/tm" r"p/bash_"]


def tracked():
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    for name in filter(None, names):
        path = ROOT / name
        if path.is_file() and not path.is_symlink() and "grammar/generated" not in name:
            yield name, path.read_text(errors="replace")


def without_comments(text):
    return re.sub(r"//[^\n]*", "", re.sub(r"/\*.*?\*/", "", text, flags=re.S))


def check_products():
    wrong = []
    for path in sources():
        name = str(path.relative_to(ROOT))
        text = without_comments(path.read_text()).lower()
        wrong += [f"{name}: {word}" for word in PRODUCTS if re.search(rf"\b{word}", text) and not name.startswith(TARGETS.get(word, "-"))]
    check(not wrong, "products are named in C++:\n" + "\n".join(wrong))


def found(patterns, flags=0):
    pattern = re.compile("|".join(patterns), flags)
    for name, text in tracked():
        for number, line in enumerate(text.splitlines(), 1):
            if pattern.search(line):
                yield f"{name}:{number}: {line.strip()[:120]}"


def check_put_off():
    wrong = list(found([re.escape(word) for word in PUT_OFF]))
    check(not wrong, "work that was put off:\n" + "\n".join(wrong))


def check_machine():
    wrong = list(found(MACHINE))
    check(not wrong, "paths of one machine:\n" + "\n".join(wrong))


TESTS = [
    ("house: no product is named in C++", check_products),
    ("house: nothing is put off", check_put_off),
    ("house: no path of one machine", check_machine),
]
