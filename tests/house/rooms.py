"""Floors and walls: an include may only point down, and nobody but the parser knows the parser generator."""

import re

from kit import ROOT, check

# Lowest first; rooms of one floor are neighbours and may not include one another.
FLOORS = [
    ["compiler/support"],
    ["compiler/diag"],
    ["compiler/syntax"],
    ["compiler/parse", "compiler/schema"],
    ["compiler/core"],
    ["compiler/sema"],
    ["compiler/plan"],
    ["compiler/prove"],
    ["compiler/simulate"],
    ["backends/kit"],
    ["backends/*"],
    ["compiler/driver"],
]

GENERATED = ("UpgLexer.h", "UpgParser.h")  # what the parser generator made, for the parser alone


def sources():
    for top in ("compiler", "backends"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix in (".cpp", ".h", ".def"):
                yield path


def room_of(name):
    """The first two folders: compiler/sema, backends/shell; the registry is the driver's."""
    parts = name.split("/")
    return "compiler/driver" if name == "backends/registry.cpp" else "/".join(parts[:2])


def floor_of(room):
    for floor, rooms in enumerate(FLOORS):
        if room in rooms:
            return floor
    return next(i for i, rooms in enumerate(FLOORS) if room.split("/")[0] + "/*" in rooms) if room.startswith("backends/") else None


def check_floors():
    wrong = []
    for path in sources():
        name = str(path.relative_to(ROOT))
        here = room_of(name)
        check(floor_of(here) is not None, f"{name}: the room {here} stands on no floor")
        for target in re.findall(r'^\s*#\s*include\s*"([^"]+)"', path.read_text(), re.M):
            there = room_of(target)
            if here == "compiler/parse" and target in GENERATED:
                continue
            if not target.startswith(("compiler/", "backends/")):
                wrong.append(f"{name} includes {target}: includes are written from the root")
            elif there != here and not target.startswith("compiler/diag/catalog") and floor_of(there) >= floor_of(here):
                wrong.append(f"{name} includes {target}: {there} is not below {here}")
    check(not wrong, "\n".join(wrong))


def check_parser_wall():
    wrong = [str(p.relative_to(ROOT)) for p in sources()
             if room_of(str(p.relative_to(ROOT))) != "compiler/parse" and re.search(r"antlr", p.read_text(), re.I)]
    check(not wrong, "the parser generator is named outside compiler/parse: " + ", ".join(wrong))


def check_parser_header():
    wrong = [str(p.relative_to(ROOT)) for p in (ROOT / "compiler/parse").glob("parse.h") if re.search(r"antlr|Upg(Lexer|Parser)", p.read_text(), re.I)]
    check(not wrong, "the header of the parser names its generator: " + ", ".join(wrong))


def check_no_any():
    wrong = [str(p.relative_to(ROOT)) for p in sources() if re.search(r"antlrcpp::Any|std::any\b|any_cast", p.read_text())]
    check(not wrong, "untyped values: " + ", ".join(wrong))


def check_registered_backends():
    registry = (ROOT / "backends/registry.cpp").read_text()
    missing = [d.name for d in sorted((ROOT / "backends").iterdir())
               if d.is_dir() and d.name not in ("kit", "null") and any(d.glob("*.cpp")) and f"{d.name}" not in registry]
    check(not missing, "backends without a line in backends/registry.cpp: " + ", ".join(missing))


TESTS = [
    ("house: includes point down", check_floors),
    ("house: only the parser knows its generator", check_parser_wall),
    ("house: the parser's header hides its generator", check_parser_header),
    ("house: no untyped values", check_no_any),
    ("house: every backend is in the registry", check_registered_backends),
]
