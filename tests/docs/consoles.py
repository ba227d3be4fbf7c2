"""What the pages for people show on a command line works, and their links lead somewhere.

    ```console      each line `$ command` runs in a copy of examples/; what follows it is its output, `…` stands for any lines"""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile

from kit import ROOT, UPG, Failure, check

CONSOLE = re.compile(r"^```console *\n(.*?)^``` *$", re.M | re.S)


def pages():
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "examples").glob("*/README.md"))]


def commands_of(text):
    """[(command, lines of output)]"""
    found = []
    for line in text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
    return found


def check_console(text):
    with tempfile.TemporaryDirectory(prefix="upg-docs-") as folder:
        shutil.copytree(ROOT / "examples", pathlib.Path(folder, "examples"))
        env = {**os.environ, "PATH": f"{UPG.parent}:{os.environ['PATH']}", "NO_COLOR": "1", "HOME": folder}
        for command, lines in commands_of(text):
            done = subprocess.run(["sh", "-c", command], cwd=folder, env=env, capture_output=True, text=True, timeout=60)
            wanted = "".join(".*" if line == "…" else re.escape(line) + "\n" for line in lines)
            if not re.fullmatch(wanted, done.stdout + done.stderr, re.S):
                raise Failure(f"$ {command}\n{done.stdout}{done.stderr}")


def check_links():
    wrong = []
    for page in pages():
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text()):
            if "://" not in target and not target.startswith("mailto:") and not (page.parent / target).exists():
                wrong.append(f"{page.relative_to(ROOT)}: {target}")
    check(not wrong, "links that lead nowhere:\n" + "\n".join(wrong))


TESTS = [(f"docs {page.relative_to(ROOT)}: console {number}", lambda text=m[1]: check_console(text))
         for page in pages() for number, m in enumerate(CONSOLE.finditer(page.read_text()), 1)]
TESTS.append(("docs: links between files lead somewhere", check_links))
