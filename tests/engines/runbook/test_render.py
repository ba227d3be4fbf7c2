"""The page as renderers and linters read it."""

import html
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "omero")]

from harness import REPOSITORY, Skip, cases, check, equal, need  # noqa: E402
from page import parse  # noqa: E402
from scenario import built  # noqa: E402

SAMPLE = REPOSITORY / "tests/golden/runbook/sample.md"


def pages(which):
    return SAMPLE.read_text() if which == "sample" else (built() / "RUNBOOK.md").read_text()


def rendered(text, *extensions):
    need("cmark-gfm")
    words = [word for e in extensions for word in ("-e", e)]
    return subprocess.run(["cmark-gfm", *words], input=text, capture_output=True, text=True, check=True).stdout


def code_of(page):
    return [html.unescape(m) for m in re.findall(r'<pre><code class="language-sh">(.*?)</code></pre>', page, re.S)]


def all_blocks(blocks):
    for b in blocks:
        yield b
        for item in b.items:
            yield from all_blocks(item)


@cases(sample="sample", omero="omero")
def test_renders_what_it_holds(folder, which):
    text = pages(which)
    for page in (rendered(text), rendered(text, "table", "autolink", "strikethrough", "tasklist")):
        shown = re.sub(r"<pre>.*?</pre>|<code>.*?</code>|<[^>]*>", "", page, flags=re.S)
        equal(re.findall(r"\*\*|\\[!-/]|^#{2,}|```", shown, re.M), [], "marks that show")
        blocks = [b.text + "\n" for b in all_blocks(parse(text.split("\n"))) if b.kind == "code" and b.language == "sh"]
        equal(code_of(page), blocks, "blocks to type")


@cases(sample="sample", omero="omero")
def test_links_lead_to_headings(folder, which):
    page = rendered(pages(which))
    headings = [html.unescape(re.sub(r"<[^>]*>", "", h)) for h in re.findall(r"<h\d>(.*?)</h\d>", page)]
    known = [re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings]
    equal(sorted(set(known)), sorted(known), "headings that are alike")
    targets = set(re.findall(r'href="#([^"]*)"', page))
    check(targets, "the page has no links within")
    equal(sorted(targets - set(known)), [], "links that lead nowhere")


@cases(sample="sample", omero="omero")
def test_blocks_are_shell(folder, which):
    blocks = code_of(rendered(pages(which)))
    check(blocks, "nothing to type")
    for shell in ("bash", "dash"):
        need(shell)
        for block in blocks:
            done = subprocess.run([shell, "-n"], input=block, capture_output=True, text=True)
            check(done.returncode == 0 and not done.stderr, f"{shell}: {done.stderr}\n{block}")


@cases(sample="sample", omero="omero")
def test_linter_finds_nothing(folder, which):
    linter = [shutil.which("markdownlint-cli2")]
    if linter == [None]:
        linter = ["npx", "--yes", "markdownlint-cli2@0.22.1"]   # npm keeps it; fetched where every engine is required
        if os.environ.get("CI") != "true" or shutil.which("npx") is None:
            raise Skip("markdownlint-cli2 is not installed")
    (folder / ".markdownlint.json").write_text('{"MD013": false}')
    (folder / "RUNBOOK.md").write_text(pages(which))
    done = subprocess.run([*linter, "RUNBOOK.md"], cwd=folder, capture_output=True, text=True)
    check(done.returncode == 0, done.stdout + done.stderr)


def test_numbers_and_ids_are_those_of_the_script(folder):
    page, script = (built() / "RUNBOOK.md").read_text(), (built() / "upgrade.sh").read_text()
    for step in re.findall(r"^### Step \d+: .*\n\n`([^`]+)`", page, re.M):
        check(step in script, f"the script knows no step {step}")
