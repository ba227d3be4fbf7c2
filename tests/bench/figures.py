#!/usr/bin/env python3
"""The figures that were measured: build/figures.json, one object keyed by id. As a program, prints them as a table."""

import fcntl
import json
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
FILE = pathlib.Path(os.environ.get("UPG_BUILD", ROOT / "build")) / "figures.json"


def commit():
    done = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True)
    return done.stdout.strip() or "unknown"


def read():
    return json.loads(FILE.read_text()) if FILE.exists() else {}


def record(key, value, unit, runs, against):
    """Keeps one figure; `against` says what it is measured against or what it has to reach."""
    change(lambda figures: {key: {"value": value, "unit": unit, "runs": runs, "against": against, "commit": commit()}})


def record_part(key, part, value, unit, runs, against):
    """Keeps one part of a figure that several programs count: value and runs are the sums of the parts of this commit."""
    now = commit()

    def figure(figures):
        parts = {name: p for name, p in figures.get(key, {}).get("parts", {}).items() if p["commit"] == now}
        parts[part] = {"value": value, "runs": runs, "against": against, "commit": now}
        sums = {name: sum(p[name] for p in parts.values()) for name in ("value", "runs")}
        texts = dict.fromkeys(p["against"] for _, p in sorted(parts.items()))
        return {key: sums | {"unit": unit, "against": "; ".join(texts), "commit": now, "parts": dict(sorted(parts.items()))}}

    change(figure)


def change(new):
    """Takes in what `new` makes of the figures that are there."""
    FILE.parent.mkdir(exist_ok=True)
    # Suites run side by side.
    with open(FILE.with_suffix(".lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        figures, part = read(), FILE.with_suffix(".part")
        part.write_text(json.dumps(dict(sorted((figures | new(figures)).items())), indent=2) + "\n")
        part.replace(FILE)


def table():
    rows = [("id", "value", "unit", "runs", "commit", "against")]
    rows += [(key, f"{f['value']:g}", f["unit"], str(f["runs"]), f["commit"], f["against"]) for key, f in read().items()]
    widths = [max(len(row[i]) for row in rows) for i in range(5)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths + [0])).rstrip() for row in rows)


if __name__ == "__main__":
    print(table() if FILE.exists() else "no figures yet: `./dev bench` and `./dev test` measure them")
