"""The page's conditions, as a reader understands them. Code stands between NULs (page.plain)."""

import re


class Unclear(Exception):
    pass


def version_key(text):
    release, _, pre = text.partition("-")
    return [int(f) if f.isdigit() else 0 for f in release.split(".")] + [0] * 6, not pre == "", pre


def compare(a, b):
    fields_a, pre_a, text_a = version_key(a)
    fields_b, pre_b, text_b = version_key(b)
    size = max(len(fields_a), len(fields_b))
    fields_a, fields_b = fields_a + [0] * (size - len(fields_a)), fields_b + [0] * (size - len(fields_b))
    ka, kb = (fields_a, not pre_a, text_a), (fields_b, not pre_b, text_b)
    return (ka > kb) - (ka < kb)


class Reader:
    """`value(name)` tells a variable, `expand(text)` what the shell makes of it, `next_output()` gives status and output of
    the commands typed just before, in their order; `exists(path)` looks."""

    def __init__(self, value, expand, next_output, output_of, exists, begun):
        self.value, self.expand, self.next_output, self.output_of = value, expand, next_output, output_of
        self.exists, self.begun = exists, begun

    def holds(self, text):
        text = text.strip().rstrip(".:")
        self.kept = []

        def keep(m):
            self.kept.append(m[0])
            return f"\1{len(self.kept) - 1}\1"

        return self._or_and(re.sub("\0[^\0]*\0|“[^”]*”", keep, text))

    def _or_and(self, text):
        if text.startswith("it is not so that "):
            return not self._or_and(text[len("it is not so that "):])
        first, second = (" or ", " and ") if re.search(r"(^| or )both ", text) else (" and ", " or ")
        outer = self._split(text, first)
        results = []
        for part in outer:
            part = re.sub(r"^(either|both) ", "", part)
            inner = self._split(part, second)
            each = [self._atom(p) for p in inner]
            results.append((any if second == " or " else all)(each))
        return (all if first == " and " else any)(results)

    @staticmethod
    def _split(text, word):
        """Cuts where a sentence of its own follows: `is 5.4 or later` and `is a, b or c` stay whole."""
        out = []
        for part in text.split(word):
            own = re.search(r"\b(is|are|exists?|contains?|lacks|matches|match|starts?|succeeds|fails|holds|begun)\b", part)
            if out and not own:
                out[-1] += word + part
            else:
                out.append(part)
        return out

    def _text(self, token):
        m = re.fullmatch("\1(\\d+)\1", token.strip())
        if not m:
            return token.strip()
        kept = self.kept[int(m[1])]
        return kept[1:-1] if kept[0] == "“" else self.expand(kept[1:-1])

    def _left(self, token):
        if token in ("the installed version",):
            return self.value("from")
        if token == "the output":
            status, out = self.next_output()
            if status != 0:
                raise Unclear(f"the command failed ({status}): {out[-600:]}")
            return out.strip("\n")
        if m := re.fullmatch(r"the output of (\d+\.\d+)", token):
            return self.output_of(m[1]).strip("\n")
        m = re.fullmatch("\1(\\d+)\1", token)
        if m:
            kept = self.kept[int(m[1])]
            name = kept[1:-1]
            return self.value(name) if re.fullmatch(r"[\w.-]+", name) else self.expand(name)
        raise Unclear(token)

    def _atom(self, text):
        text = text.strip()
        if m := re.fullmatch(r"you have begun ([\d.]+)", text):
            return m[1] in self.begun
        if m := re.fullmatch(r"the command(?: above)? (succeeds|fails)", text):
            return (self.next_output()[0] == 0) == (m[1] == "succeeds")
        if m := re.fullmatch("(\1\\d+\1) (exists|does not exist)", text):
            self.next_output()
            return self.exists(self.kept[int(re.search(r"\d+", m[1])[0])][1:-1]) == (m[2] == "exists")
        for pattern, test in ATOMS:
            if m := re.fullmatch(pattern, text):
                groups = [self._text(g) for g in m.groups()[1:]]
                return test(self._left(m[1]), *groups)
        raise Unclear(text)


def one_of(value, listed):
    return value in re.split(r", | or ", listed)


ATOMS = [
    (r"(.+?) is before (\S+)", lambda v, a: compare(v, a) < 0),
    (r"(.+?) is (\S+) or before", lambda v, a: compare(v, a) <= 0),
    (r"(.+?) is after (\S+)", lambda v, a: compare(v, a) > 0),
    (r"(.+?) is (\S+) or later, but before (\S+)", lambda v, a, b: compare(v, a) >= 0 > compare(v, b)),
    (r"(.+?) is (\S+) or later", lambda v, a: compare(v, a) >= 0),
    (r"(.+?) is from (\S+) to before (\S+)", lambda v, a, b: compare(v, a) >= 0 > compare(v, b)),
    (r"(.+?) is from (\S+) to (\S+)", lambda v, a, b: compare(v, a) >= 0 >= compare(v, b)),
    (r"(.+?) is less than (\S+)", lambda v, a: compare(v, a) < 0),
    (r"(.+?) is at most (\S+)", lambda v, a: compare(v, a) <= 0),
    (r"(.+?) is more than (\S+)", lambda v, a: compare(v, a) > 0),
    (r"(.+?) is at least (\S+)", lambda v, a: compare(v, a) >= 0),
    (r"(.+?) is empty", lambda v: v == ""),
    (r"(.+?) is not empty", lambda v: v != ""),
    (r"(.+?) is true", lambda v: v == "true"),
    (r"(.+?) does not hold", lambda v: v != "true"),
    (r"(.+?) (?:lacks|does not contain) (.+)", lambda v, a: a not in v),
    (r"(.+?) contains (.+)", lambda v, a: a in v),
    (r"(.+?) does not match (.+)", lambda v, a: not re.search(a, v)),
    (r"(.+?) matches (.+)", lambda v, a: re.search(a, v) is not None),
    (r"(.+?) does not start with (.+)", lambda v, a: not v.startswith(a)),
    (r"(.+?) starts with (.+)", lambda v, a: v.startswith(a)),
    (r"(.+?) is not (.+)", lambda v, a: v != a),
    (r"(.+?) is (?:one of )?(.+)", lambda v, a: v == a or one_of(v, a)),
]
