"""RUNBOOK.md as a reader sees it: sections, paragraphs, blocks to type, lists."""

import re
from dataclasses import dataclass, field


@dataclass
class Block:
    kind: str  # heading, paragraph, code, list, quote, comment
    text: str = ""
    level: int = 0
    language: str = ""
    items: list = field(default_factory=list)  # of lists of blocks


def parse(lines):
    """The blocks of some lines whose indentation has been taken off."""
    blocks, i = [], 0
    while i < len(lines):
        line = lines[i]
        if not line.strip():
            i += 1
            continue
        if m := re.match(r"(`{3,}|~{3,})(\w*)\s*$", line):
            end = i + 1
            while end < len(lines) and not re.match(re.escape(m[1]) + r"[`~]*\s*$", lines[end]):
                end += 1
            blocks.append(Block("code", "\n".join(lines[i + 1 : end]), language=m[2]))
            i = end + 1
        elif m := re.match(r"(#+) (.*)", line):
            blocks.append(Block("heading", plain(m[2]), level=len(m[1])))
            i += 1
        elif line.startswith("<!--"):
            blocks.append(Block("comment", line))
            i += 1
        elif line.startswith(">"):
            end = i
            while end < len(lines) and lines[end].startswith(">"):
                end += 1
            blocks.append(Block("quote", "\n".join(l[1:].strip() for l in lines[i:end])))
            i = end
        elif re.match(r"(- |\d+\. )", line):
            i = parse_list(lines, i, blocks)
        else:
            blocks.append(Block("paragraph", line))
            i += 1
    return blocks


def parse_list(lines, i, blocks):
    out = Block("list")
    while i < len(lines) and (m := re.match(r"(- |\d+\. )", lines[i])):
        width = len(m[1])
        item = [lines[i][width:]]
        i += 1
        while i < len(lines) and (not lines[i].strip() or lines[i].startswith(" " * width)):
            item.append(lines[i][width:])
            i += 1
        out.items.append(parse(item))
    blocks.append(out)
    return i


def plain(text):
    """The text without backslashes and marks; code spans stay in backticks."""
    out = []
    for part in re.split(r"(`+)(.*?)(?<!`)\1(?!`)", text):
        out.append(part)
    result, k = "", 0
    while k < len(out):
        result += re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", out[k])
        if k + 2 < len(out):
            ticks, code = out[k + 1], out[k + 2]
            if len(ticks) > 1 and code.startswith(" ") and code.endswith(" "):
                code = code[1:-1]
            result += "\0" + code + "\0"
        k += 3
    return result


class Page:
    """The page by sections: `sections["Inputs"]` are the blocks below that heading."""

    def __init__(self, text):
        self.blocks = parse(text.split("\n"))
        self.sections, self.order = {}, []
        name, level = None, 0
        for b in self.blocks:
            if b.kind == "heading" and b.level <= 3:
                name, level = b.text.replace("\0", ""), b.level
                self.sections[name] = []
                self.order.append((level, name))
            elif name is not None:
                self.sections[name].append(b)

    def steps(self):
        """(number, heading) of each step, in the order of the page."""
        for _, name in self.order:
            if m := re.match(r"Step (\d+): ", name):
                yield int(m[1]), name
