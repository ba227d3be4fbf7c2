"""What `upg check --explain-proofs` cites carries the proof: without any one of these lines the proof fails."""

import json
import pathlib
import re
import tempfile

from kit import ROOT, check, diagnostics, upg

OMERO = ROOT / "examples/omero/omero.upg"
MENTIONS = {"UPG2002", "UPG2003"}   # of something that the deleted line has made


def evidence(plan):
    done = upg("check", "--explain-proofs", "--format", "json", plan.name, cwd=plan.parent)
    check(done.returncode == 0, done.stdout + done.stderr)
    return json.loads(done.stdout)


def cited(plan):
    """(proof, first line, last line) of each place in the plan itself, once."""
    return sorted({(e["proof"], c["line"], c["endLine"]) for e in evidence(plan) for c in e["cites"] if c["file"] == plan.name})


def depth(line):
    code = re.sub(r'`[^`]*`|"[^"]*"|//.*', "", line)
    return code.count("{") - code.count("}")


def without(lines, first, last):
    """The lines but those of the place; of a block, its head, its end and what it says of failing."""
    kept = dict(enumerate(lines, 1))
    open_ = 0
    for n in range(first, last + 1):
        open_ += depth(kept.pop(n))
    n = last
    while open_ > 0 and n < len(lines):
        n += 1
        inside = open_
        open_ += depth(lines[n - 1])
        if open_ == 0 or (inside == 1 and lines[n - 1].strip().startswith("on failure")):
            del kept[n]
    return kept


def errors(folder, kept):
    plan = folder / "plan.upg"
    plan.write_text("\n".join(kept.values()) + "\n")
    numbers = list(kept)
    done = upg("check", "--format", "json", plan.name, cwd=folder)
    found = [d for d in diagnostics(done.stdout) if d["severity"] == "error"]
    return [(d["code"], numbers[d["line"] - 1] if d["line"] else 0, d["message"]) for d in found]


def fails_without(plan, proof, first, last):
    """Lines that mention what is gone go too, until the proofs are asked."""
    kept = without(plan.read_text().splitlines(), first, last)
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(6):
            found = errors(pathlib.Path(folder), kept)
            for code, line, _ in found:
                if code == "UPG2404":   # a step without a deed
                    kept[line] += ' note "nothing is left"'
            mentions = [line for code, line, _ in found if code in MENTIONS]
            if not mentions and all(code != "UPG2404" for code, _, _ in found):
                break
            for line in mentions:
                kept = {n: text for n, text in kept.items() if n != line}
    # Without its route a plan has no hops to prove anything of, and that is said first.
    own = re.compile(rf"UPG3{int(proof[1:]):02}\d" + (r"|UPG28\d\d" if proof == "P4" else ""))
    check(any(own.fullmatch(code) for code, _, _ in found), f"{plan.name}:{first} carries {proof}, and without it there is only\n" +
          "\n".join(f"{code} {message}" for code, _, message in found))


def tests():
    plans = [OMERO] + [p for p in sorted((ROOT / "tests/golden/proofs").glob("*.upg")) if not p.name.startswith("fail_") and not p.with_suffix(".args").exists()]

    def of(plan):
        def test():
            places = cited(plan)
            check(places or plan != OMERO, "nothing is cited")
            for proof, first, last in places:
                fails_without(plan, proof, first, last)
        return f"evidence {plan.stem}", test

    return [of(plan) for plan in plans]
