"""Gives every kind, verb, field and state of a set of .upg files another name, as a user who writes their own would have.

Only names are changed: what stands in texts and commands stays, but for the holes in them."""

import re

TYPES = set("bool int text version duration size percent path url host port secret list map command".split())
PREFIX = "zq"
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


def pieces(text):
    """(is_code, text) in order; holes are code."""
    out, at, stack = [], 0, ["code"]
    start = 0

    def cut(end, code):
        nonlocal start
        if end > start:
            out.append((code, text[start:end]))
        start = end

    while at < len(text):
        mode = stack[-1]
        if mode in ("code", "hole"):
            rest = text[at:]
            opener = next((o for o in ('"""', "````", "```", '"', "`", "'", "//") if rest.startswith(o)), None)
            if mode == "hole" and rest[0] == "}":
                cut(at, True)
                stack.pop()
                at += 1
            elif opener:
                cut(at, True)
                stack.append(opener)
                at += len(opener)
            else:
                at += 1
        elif mode == "//":
            end = text.find("\n", at)
            at = len(text) if end < 0 else end
            cut(at, False)
            stack.pop()
        elif text.startswith("${", at) and mode != "'":
            at += 2
            cut(at, False)
            stack.append("hole")
        elif text.startswith("$${", at):
            at += 3
        elif mode == '"' and text[at] == "\\":
            at += 2
        elif text.startswith(mode, at):
            at += len(mode)
            cut(at, False)
            stack.pop()
        else:
            at += 1
    cut(len(text), stack[-1] in ("code", "hole"))
    return out


def declared(kinds):
    """Every name that kinds declare: themselves, fields, parameters, outputs, states, asks, verbs."""
    names = set()
    for text in kinds:
        code = "".join(part for is_code, part in pieces(text) if is_code)
        names |= set(re.findall(r"\b(?:kind|state|verb|ask)\s+([A-Za-z_][\w-]*)", code))
        names |= set(re.findall(r"\b([A-Za-z_][\w-]*)\s*:\s*[a-z]", code))
    return names


def renamed(text, names):
    out = []
    for is_code, part in pieces(text):
        if not is_code:
            out.append(part)
            continue

        def other(found, part=part):
            word = found.group()
            before = part[:found.start()].rstrip()
            if word == "file" and before.endswith("secret"):   # `secret file "…"`, a form of the language
                return word
            in_type = before.endswith((":", "<")) and word in TYPES
            return word if word not in names or in_type else PREFIX + word

        out.append(NAME.sub(other, part))
    return "".join(out)


def original(text):
    """The names as they were, in what was compiled from renamed files; digests stand for what they are made of. A title
    takes its verb from a name and begins with a capital, so case does not count."""
    text = re.sub(PREFIX, "", text.lower())
    return re.sub(r"\b[0-9a-f]{16,64}\b", "DIGEST", text)
