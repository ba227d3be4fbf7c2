"""A backup that was cut off or damaged is refused by a full read of it, before anything is destroyed."""

import hashlib
import os
import pathlib
import subprocess
import sys

import harness
import postgres
import script
from harness import check, equal
from test_kinds import Files

sys.path.append(str(harness.REPOSITORY / "tests/bench"))
from figures import record_part  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
PLACES = 100 if os.environ.get("CI") == "true" or os.environ.get("UPG_FULL") == "1" else 10
B1 = "backups (directory, file, database) cut off at 100 places or with a bit flipped: found by the full read, nothing is destroyed; 0"


def damages(whole, places):
    """(what, bytes): cut off, from nothing to one byte less; one bit flipped."""
    for n in range(places):
        at = len(whole) - 1 if n == places - 1 else n * (len(whole) - 1) // (places - 1)
        yield f"cut at {at} of {len(whole)}", whole[:at]
    for n in range(places):
        at = n * (len(whole) - 1) // (places - 1)
        yield f"bit of byte {at}", whole[:at] + bytes([whole[at] ^ 1 << n % 8]) + whole[at + 1:]


def test_files(folder):
    files = Files(folder)
    (files.work / "site/deep/noise").write_bytes(hashlib.shake_128(b"noise").digest(20_000))
    (files.work / "settings.conf").write_bytes(hashlib.shake_128(b"settings").digest(3_000).replace(b"\0", b"x"))
    before = files_of(files.work)
    upgrade = script.Script(script.build(HERE / "backups.upg", folder / "out") / "upgrade.sh", files, shell="dash")
    upgrade.run().must()
    runs = 0
    # The way back begins with the settings.
    for kind, changed in (("copy", "settings.conf"), ("tar", "site")):
        backup, = (p for p in (files.work / "saves").iterdir() if p.name.endswith(kind))
        whole, left = backup.read_bytes(), None
        for what, bad in damages(whole, PLACES):
            backup.write_bytes(bad)
            outcome = upgrade.rollback()
            check(outcome.code == 5, f"{changed}: {what}: exit {outcome.code}\n{outcome.output[-800:]}")
            # The first one may have undone what comes before.
            left = left or files_of(files.work, "saves")
            equal(files_of(files.work, "saves"), left, f"{changed}: {what}: what is left")
            runs += 1
        check(left["site/index"] == b"new", f"{changed}: it was restored")
        backup.write_bytes(whole)
    upgrade.rollback().must(0, 3)
    equal(files_of(files.work, "saves"), before, "after the rollback")
    record_part("B1", "files", 0, "not refused", runs, B1)
    return f"{runs} damaged backups refused"


def files_of(work, *without):
    return {str(p.relative_to(work)): p.read_bytes() for p in sorted(work.rglob("*"))
            if p.is_file() and not p.is_symlink() and p.relative_to(work).parts[0] not in without}


class Database:
    """A database with enough in it, and what the programs of PostgreSQL need to reach it."""

    def __init__(self):
        self.cluster, self.name = postgres.shared(), f"backups_{os.getpid()}"
        self.cluster.admin(f'create database "{self.name}"')
        self.cluster.admin("create table t as select n, md5(n::text) as m from generate_series(1, 2000) n", self.name)

    def run(self, *words):
        return subprocess.run(words, env=dict(self.cluster._environment(), PGDATABASE=self.name), capture_output=True, text=True)


def test_database(folder):
    """What the kind proves a dump by, before it drops anything: `pg_restore --file=/dev/null`. A flipped bit in the list of what is
    in a dump is text like any other, so bits are flipped in its data."""
    kind = (harness.REPOSITORY / "templates/kinds/postgres.upg").read_text()
    restore = kind[kind.index("verb restore"):]
    check(restore.index("prove `pg_restore --file=/dev/null ${dump}`") < restore.index("drop owned"), "the proof does not come first")
    harness.need("pg_dump", "pg_restore")
    database, dump, runs = Database(), folder / "dump", 0
    equal(database.run("pg_dump", "--format=custom", f"--file={dump}").returncode, 0, "pg_dump")
    whole, prove = dump.read_bytes(), ("pg_restore", "--file=/dev/null", str(dump))
    equal(database.run(*prove).returncode, 0, "the proof of a whole dump")
    data = whole.index(b"\x01\x00", whole.rindex(b"public"))
    for what, bad in damages(whole, PLACES):
        if what.startswith("bit") and not data + 40 < int(what.split()[-1]) < len(whole) - 8:
            continue
        dump.write_bytes(bad)
        check(database.run(*prove).returncode != 0, f"{what}: not found")
        runs += 1
    database.cluster.drop(database.name)
    record_part("B1", "database", 0, "not refused", runs, B1)
    return f"{runs} damaged dumps refused"
