"""Files for tests/shell/edits.py, an edit for each, and what readers that know nothing of upg say of the result."""

import copy
import dataclasses
import json
import re

import yaml


@dataclasses.dataclass
class Case:
    format: str
    before: bytes
    lines: list            # the words of upg_edit: HOW KEY VALUE OTHER
    expected: object = None
    refused: bool = False
    same: bool = False     # no change is needed
    went: int = 1          # lines that may go and come at most
    came: int = 1
    span: int = 0          # json: bytes that may go at most

    def reader(self, data):
        return READERS[self.format](data)


# ---- lines -----------------------------------------------------------------------------------------------------------

def read_env(data):
    out = []
    for line in data.removeprefix(b"\xef\xbb\xbf").decode("latin-1").split("\n"):
        m = re.match(r"\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=\s*(.*?)\r?$", line)
        if not m or line.lstrip().startswith("#"):
            continue
        value = m[2].strip()
        if quoted := re.match(r"""(['"])(.*?)\1(\s+#.*)?$""", value):
            value = quoted[2]
        out.append((m[1], value))
    return sorted(out)


def read_properties(data):
    text = data.removeprefix(b"\xef\xbb\xbf").decode("latin-1").replace("\r\n", "\n")
    logical, out, joined = [], [], False
    for line in text.split("\n"):
        stripped = line.lstrip(" \t\f")
        if not joined and (not stripped or stripped[0] in "#!"):
            continue
        if joined:
            logical[-1] += stripped
        else:
            logical.append(stripped)
        joined = bool(re.search(r"(?<!\\)(\\\\)*\\$", line))
        if joined:
            logical[-1] = logical[-1][:-1]
    for line in logical:
        m = re.match(r"((?:\\.|[^\\=: \t\f])*)[ \t\f]*[=:]?[ \t\f]*(.*)$", line, re.S)
        out.append(tuple(re.sub(r"\\(u([0-9a-fA-F]{4})|.)", lambda e: chr(int(e[2], 16)) if e[2] else {"t": "\t", "n": "\n"}.get(e[1], e[1]), s)
                         for s in m.groups()))
    return sorted(out)


KEYS = ["A", "DB_URL", "redis.host", "redis.ssl-port", "IMAGE", "LIST", "X_1", "long.name", "user"]
VALUES = {"DB_URL": ["jdbc:mysql://h:3306/db?a=1", "http://h/p", "http://h/p?x=1&y#f"], "IMAGE": ["reg:5000/a/b:1", "b", "a/b:v1.2"],
          "LIST": ["a,b", "x", "a,x,b"]}
PLAIN = ["1", "some", "/opt/x", "a=b", "x:y", "", "9" * 5000]


def lines_file(format_name, rng):
    entries, out = [], []
    for key in rng.sample(KEYS, rng.randint(0, 7)):
        value = rng.choice(VALUES.get(key, PLAIN))
        entries.append((key, value))
        form = rng.randint(0, 4)
        if format_name == "env":
            text = rng.choice(["", "export ", "  "]) + key + "="
            text += {0: f'"{value}"', 1: f"'{value}'", 2: f'"{value}"  # why'}.get(form, value) if value else ""
        else:
            text = rng.choice(["", "  "]) + key + rng.choice(["=", ": ", " = "])
            escaped = value.replace("\\", "\\\\")
            half = len(escaped) // 2
            text += escaped[:half] + "\\\n    " + escaped[half:] if form == 0 and len(escaped) > 3 else escaped
        out.append(text)
    for junk in rng.sample(["# comment", "", "   ", "#A=commented", "# \xe9\xff".encode("latin-1").decode("latin-1"), "#" + "z" * 20000], 3):
        out.insert(rng.randint(0, len(out)), junk)
    return entries, "\n".join(out) + rng.choice(["\n", ""])


def url_with(url, name, value):
    base, _, tail = url.partition("#")
    head, ask, query = base.partition("?")
    parts = [p for p in query.split("&") if p] if ask else []
    at = [i for i, p in enumerate(parts) if p.split("=")[0] == name]
    if at:
        parts[at[0]] = f"{name}={value}"
    else:
        parts.append(f"{name}={value}")
    return head + "?" + "&".join(parts) + ("#" + tail if tail else "")


def image_with(image, tag):
    head, slash, last = image.rpartition("/")
    return head + slash + last.split(":")[0] + ":" + tag


def value_edit(rng, kind, key, old):
    """Words of an edit of one value, and the new value."""
    if kind == "parameter":
        return ["parameter", key, "2", "a"], url_with(old, "a", "2")
    if kind == "tag":
        return ["tag", key, "9.1", ""], image_with(old, "9.1")
    if kind == "replace":
        return ["replace", key, "q", "x"], ",".join("q" if p == "x" else p for p in old.split(","))
    new = rng.choice(["new", "two words", "/p/q", "x&y", "7", old])
    return ["set", key, new, ""], new


def edit_lines(format_name, rng, entries):
    have = dict(entries)
    kind = rng.choice(["set", "add", "remove", "rename", "prefix", "parameter", "tag", "replace"])
    if kind == "add" or not have:
        return Edit(["set", "FRESH", "v", ""], sorted(entries + [("FRESH", "v")]), 1, 2)
    if kind == "prefix":
        new = [("R_" + k[6:].upper().replace(".", "_").replace("-", "_") if k.startswith("redis.") else k, v) for k, v in entries]
        n = sum(k.startswith("redis.") for k in have)
        return Edit(["settings", "redis.*", "R_*", ""], sorted(new), n, n)
    special = {"parameter": "DB_URL", "tag": "IMAGE", "replace": "LIST"}.get(kind)
    key = special if special in have else rng.choice(sorted(have))
    if special and key != special:
        kind = "set"
    if kind == "remove":
        return Edit(["remove", key, "", ""], sorted(e for e in entries if e[0] != key), 3, 1)
    if kind == "rename":
        return Edit(["rename", key, "OTHER", ""], sorted(("OTHER", v) if k == key else (k, v) for k, v in entries), 1, 1)
    words, new = value_edit(rng, kind, key, have[key])
    return Edit(words, sorted((k, new) if k == key else (k, v) for k, v in entries), 2, 1, key=key)


@dataclasses.dataclass
class Edit:
    words: list
    expected: object
    went: int
    came: int
    key: str = ""


def lines_case(format_name, rng, i):
    entries, text = lines_file(format_name, rng)
    edit = edit_lines(format_name, rng, entries)
    case = Case(format_name, b"", [edit.words], edit.expected, went=edit.went, came=edit.came)
    data = text.encode("latin-1")
    if i % 10 == 1:
        data = data.replace(b"\n", b"\r\n")
    if i % 10 == 2:
        data = b"\xef\xbb\xbf" + data
    if i % 10 == 3 and edit.words[0] in ("set", "parameter", "tag") and entries and edit.key:
        data += (b"" if data.endswith(b"\n") or not data else b"\n") + edit.key.encode() + b"=second\n"
        case.refused = True
    if i % 10 == 4:
        data = data[: len(data) // 2] + b"\0" + data[len(data) // 2:]
        case.refused = True
    if i % 10 == 5 and format_name == "env":
        data += b'\nOPEN="goes on\nhere"\n'
        case.refused = True
    case.before = data
    case.same = READERS[format_name](data) == edit.expected
    return case


# ---- trees -----------------------------------------------------------------------------------------------------------

def tree(rng, depth):
    out = {}
    for key in rng.sample(["name", "image", "port", "flag", "list", "sub", "other", "env", "note"], rng.randint(1, 4)):
        roll = rng.randint(0, 9)
        if depth > 0 and roll < 4:
            out[key] = tree(rng, depth - 1)
        elif roll == 4:
            out[key] = rng.sample(["a", "x", "c d", "q/r"], rng.randint(1, 3))
        elif roll == 5 and depth > 0:
            out[key] = [tree(rng, 0) for _ in range(rng.randint(1, 2))]
        else:
            out[key] = rng.choice(["text", "reg:5000/a:1", 7, True, "with: colon", "it's", "say \"hi\"", "yes", "12", "# no", "\xfcber"])
    return out


def yaml_scalar(rng, v):
    if isinstance(v, bool):
        return "true" if v else "false"
    if isinstance(v, int):
        return str(v)
    plain = re.fullmatch(r"[a-z][\w/:.-]*[\w]", v) and v != "yes" and rng.random() < 0.7
    return v if plain else "'" + v.replace("'", "''") + "'" if rng.random() < 0.5 else json.dumps(v, ensure_ascii=False)


def yaml_lines(rng, value, indent, step):
    out = []
    pad = " " * indent
    if isinstance(value, list):
        for item in value:
            if isinstance(item, dict):
                inner = yaml_lines(rng, item, indent + 2, step)
                at = next(n for n, line in enumerate(inner) if line.strip() and not line.lstrip().startswith("#"))
                inner[at] = pad + "- " + inner[at].lstrip()
                out += inner[at:]
            else:
                out.append(f"{pad}- {yaml_scalar(rng, item)}")
        return out
    for key, v in value.items():
        if rng.random() < 0.2:
            out.append(rng.choice(["", pad + "# comment: here", "# left"]))
        tail = rng.choice(["", "", "  # why"])
        if isinstance(v, dict):
            out += [f"{pad}{key}:{tail}"] + yaml_lines(rng, v, indent + step, step)
        elif isinstance(v, list):
            out += [f"{pad}{key}:{tail}"] + yaml_lines(rng, v, indent + rng.choice([0, step]), step)
        else:
            out.append(f"{pad}{key}: {yaml_scalar(rng, v)}{tail}")
    return out


def places(value, path=()):
    """Every member of a map that is reached through maps alone."""
    for k, v in value.items():
        yield (*path, k)
        if isinstance(v, dict):
            yield from places(v, (*path, k))


def at(value, path):
    for k in path:
        value = value[k]
    return value


def tree_edit(rng, value):
    new = copy.deepcopy(value)
    path = rng.choice(sorted(places(value), key=str))
    key, old, parent = ".".join(path), at(value, path), at(new, path[:-1])
    kind = rng.choice(["set", "raw", "add", "deep", "remove", "rename", "tag", "replace"])
    if kind in ("add", "deep"):
        fresh = [*path[:-1], "fresh"] + (["inner"] if kind == "deep" else [])
        parent["fresh"] = {"inner": "v w"} if kind == "deep" else "v w"
        return Edit(["set", ".".join(fresh), "v w", ""], new, 1, 3)
    if kind == "remove" and len(parent) > 1:
        del parent[path[-1]]
        return Edit(["remove", key, "", ""], new, 99, 1)
    if kind == "rename":
        items = list(parent.items())
        parent.clear()
        parent.update(("renamed" if k == path[-1] else k, v) for k, v in items)
        return Edit(["rename", key, ".".join([*path[:-1], "renamed"]), ""], new, 1, 1)
    if kind == "replace" and isinstance(old, list) and all(isinstance(x, str) for x in old):
        parent[path[-1]] = ["q" if x == "x" else x for x in old]
        return Edit(["replace", key, "q", "x"], new, 1, 1)
    if isinstance(old, (dict, list)):
        return Edit(["set", key, "v", ""], None, 0, 0)
    if kind == "tag" and old == "reg:5000/a:1":
        parent[path[-1]] = "reg:5000/a:9"
        return Edit(["tag", key, "9", ""], new, 1, 1)
    if kind == "raw":
        parent[path[-1]] = 42
        return Edit(["setraw", key, "42", ""], new, 1, 1)
    parent[path[-1]] = rng.choice(["plain", "true", "1.5", "a: b", "it's #1", "x\\y\"z", old if isinstance(old, str) else "s"])
    return Edit(["set", key, parent[path[-1]], ""], new, 1, 1)


HOSTILE = ["anchor: &a b", "tagged: !x y", "multi: one\n  two", "flow: [a,\n  b]", "\tname: x", "? k", "quoted: \"a\n  b\""]


def yaml_case(format_name, rng, i):
    value = tree(rng, 3)
    edit = tree_edit(rng, value)
    step = rng.choice([2, 4])
    text = "\n".join(yaml_lines(rng, value, 0, step)) + rng.choice(["\n", ""])
    case = Case(format_name, b"", [edit.words], edit.expected, edit.expected is None, went=edit.went, came=edit.came)
    if i % 9 == 1:
        text = text.rstrip("\n") + "\n" + rng.choice(HOSTILE) + "\n"
        case.refused = True
    if i % 9 == 2 and edit.expected is not None:
        text = "script: |\n  not: a key\n   # nor this\n\n  x\n" + text
        case.expected = {"script": "not: a key\n # nor this\n\nx\n", **edit.expected}
    if i % 9 == 3:
        text = "---\n# head\n" + text
    data = text.encode()
    if i % 9 == 4:
        data = data.replace(b"\n", b"\r\n")
    if i % 9 == 5:
        data += b"\0"
        case.refused = True
    case.before = data
    case.same = not case.refused and READERS[format_name](data) == case.expected
    return case


def json_case(format_name, rng, i):
    value = tree(rng, 3)
    edit = tree_edit(rng, value)
    style = rng.choice([{"indent": 2}, {"indent": 4}, {"separators": (",", ":")}, {"indent": 1, "separators": (" ,", " : ")}])
    text = json.dumps(value, ensure_ascii=rng.random() < 0.5, **style) + rng.choice(["\n", "", "\n\n"])
    case = Case(format_name, b"", [edit.words], edit.expected, edit.expected is None)
    key = edit.words[1].split(".")
    if edit.expected is not None and edit.words[0] != "set" or key[-1] not in ("fresh", "inner"):
        old = at(value, key) if edit.expected is not None else ""
        case.span = len(json.dumps(old, **style).encode()) + 400 * (edit.words[0] == "remove") + 40
    if i % 9 == 1:
        text = rng.choice([text.replace("{", "{ // no\n", 1), text.rstrip()[:-1], text + "x", text.replace(":", "", 1)])
        case.refused = True
    data = text.encode()
    if i % 9 == 2:
        data = data.replace(b"\n", b"\r\n")
    if i % 9 == 3:
        data = b"\xef\xbb\xbf" + data
    if i % 9 == 4 and edit.expected is not None:
        big = json.dumps({"big": list(range(4000)), "s": "z" * 30000})[1:-1]
        data = data.replace(b"{", b"{" + big.encode() + b", ", 1)
        case.expected = {"big": list(range(4000)), "s": "z" * 30000, **edit.expected}
    case.before = data
    case.same = not case.refused and READERS[format_name](data) == case.expected
    return case


def read_yaml(data):
    return yaml.safe_load(data.decode())


def read_json(data):
    return json.loads(data.decode("utf-8-sig"))


READERS = {"env": read_env, "properties": read_properties, "yaml": read_yaml, "compose": read_yaml, "json": read_json}


def case(format_name, rng, i):
    maker = {"env": lines_case, "properties": lines_case, "json": json_case}.get(format_name, yaml_case)
    return maker(format_name, rng, i)
