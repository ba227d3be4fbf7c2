"""Plans that nobody writes in good faith: what they cost must grow as they do. Counted, not timed."""

import math

from figures import record
from kit import UPG
from measure import growth, instructions

HEAD = """upg 1

plan hostile "Hostile" {
  from = 1.0 ..< 2.0
  to   = 2.0
}
"""
FEW, MANY = 2_000, 8_000
MOST = 1.3


def cases(count):
    return HEAD + "let part = match from {\n" + "".join(f'  1.{n} => "p{n}"\n' for n in range(count)) + '  else => ""\n}\n'


def matches(count):
    one = "".join(f'  1.{n} => "{n}"\n' for n in range(200))
    return HEAD + "".join(f"let part{n} = match from {{\n{one}  else => unsupported \"no\"\n}}\n" for n in range(count // 200)) + \
        "upgrade {\n" + "".join(f'  step s{n} "S" {{ note "${{part{n}}}" }}\n' for n in range(count // 200)) + "}\n"


def chain(count):
    return HEAD + 'let x0 = "x"\n' + "".join(f"let x{n + 1} = x{n}\n" for n in range(count))


def chain_upwards(count):
    return HEAD + "".join(f"let x{n + 1} = x{n}\n" for n in reversed(range(count))) + 'let x0 = "x"\n'


def unknown(count):
    return HEAD + "".join(f"let y{n} = z{n}\n" for n in range(count))


def versions(count):
    return HEAD + "upgrade {\n" + "".join(f'  step s{n} "S" when from < 1.{n + 1} {{ note "x" }}\n' for n in range(count)) + "}\n"


def exponent(folder, make, ends_with):
    counts = {}
    for count in (FEW, MANY):
        path = folder / f"{make.__name__}{count}.upg"
        path.write_text(make(count))
        counts[count] = instructions([str(UPG), "check", str(path)], ends_with)
    return growth(counts) if all(counts.values()) else None


def measure(folder):
    worst = ("", -math.inf)
    for make, ends_with in [(cases, 1), (matches, 0), (chain, 1), (chain_upwards, 1), (unknown, 1), (versions, 1)]:
        found = exponent(folder, make, ends_with)
        if found is None:
            return print("no callgrind: hostile plans are not counted")
        print(f"hostile {make.__name__:<14} grows with the exponent {found:.2f}", flush=True)
        worst = max(worst, (make.__name__, found), key=lambda each: each[1])
    record("G11", round(worst[1], 2), "exponent", 1, f"hostile plans, instructions from {FEW} to {MANY} lines, the worst ({worst[0]}); at most {MOST}")
