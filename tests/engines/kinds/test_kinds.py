"""The verbs of directory, file and archive: done, undone, and killed at each of their commands."""

import hashlib
import os
import pathlib
import re
import stat
import sys
import tarfile
import tempfile

import harness
import script
from harness import Skip, check, equal

sys.path.append(str(harness.REPOSITORY / "tests/bench"))
from figures import record_part  # noqa: E402

PLAN = pathlib.Path(__file__).resolve().parent / "files.upg"
MODES = ("before", "during", "after")
OF_PLAN = tuple(f"{name} *'/work/'" for name in ("mv", "cp", "ln", "mkdir", "tar", "rm"))
KEPT = re.compile(r"files-")

_built = []


def built():
    if not _built:
        _built.append(tempfile.TemporaryDirectory(prefix="upg-kinds-"))
        script.build(PLAN, _built[0].name)
    return pathlib.Path(_built[0].name)


def undated(info):
    info.mtime = 0
    return info


class Files:
    """A directory with everything that the plan speaks of."""

    def __init__(self, folder):
        self.folder, self.work = folder, folder / "work"
        for name in ("site/etc", "site/deep/er", "current/etc", "downloads"):
            (self.work / name).mkdir(parents=True)
        for name, text in (("site/index", "old"), ("site/deep/er/page", "a page"), ("site/etc/settings", "of the site"),
                           ("current/etc/settings", "of current"), ("settings.conf", "old"), ("new.conf", "new"), ("junk", "junk")):
            (self.work / name).write_text(text)
        (self.work / "site/deep/er/page").chmod(0o604)
        (self.work / "site/a link").symlink_to("index")
        self._archive()

    def _archive(self):
        path = self.work / "downloads/release.tar"
        content = self.folder / "release-2.0"
        (content / "bin").mkdir(parents=True)
        (content / "bin/run").write_text("#!/bin/sh\n")
        with tarfile.open(path, "w") as tar:
            tar.add(content, "release-2.0", filter=undated)
        self.sha256 = hashlib.sha256(path.read_bytes()).hexdigest()

    def answers_file(self):
        path = self.folder / "answers"
        path.write_text(f"from = 1.0\nwork = {self.work}\nsha256 = {self.sha256}\n")
        return path

    def environment(self):
        return dict(os.environ)

    def state(self, kept=False):
        """Everything but what the run named after itself; the marker in an unpacked release is such a name."""
        found = {}
        for path in sorted(self.work.rglob("*")):
            name, info = str(path.relative_to(self.work)), path.lstat()
            if not kept and (KEPT.search(name) or name == "saves"):
                continue
            kind = os.readlink(path) if stat.S_ISLNK(info.st_mode) else path.read_text(errors="replace") if path.is_file() else "directory"
            found[name] = (stat.S_IMODE(info.st_mode), kind.replace(str(self.folder), "FOLDER"))
        return found


def prepared(folder):
    files = Files(folder)
    kills = script.Kills(folder, OF_PLAN)
    upgrade = script.Script(built() / "upgrade.sh", files)
    upgrade.shims = kills.bin
    return files, upgrade, kills


def test_done_and_undone(folder):
    files, upgrade, _ = prepared(folder)
    before = files.state()
    upgrade.run().must()
    after = files.state()
    equal(after["site/index"][1], "new", "the site")
    equal((files.work / "current").resolve(), files.work / "site", "the link")
    equal(after["site/etc/settings"][1], "of current", "what was copied")
    equal(after["settings.conf"][1], "new", "the settings")
    check("junk" not in after and "release/bin/run" in after and "release/release-2.0" not in after, f"{sorted(after)}")
    upgrade.rollback().must(0, 3)
    equal(files.state(), before, "after the rollback")


def test_a_wrong_digest_unpacks_nothing(folder):
    files, upgrade, _ = prepared(folder)
    before = files.state()
    with open(files.work / "downloads/release.tar", "ab") as archive:
        archive.write(b"x")
    upgrade.run().must(4)
    check(not (files.work / "release").exists(), "it was unpacked")
    upgrade.rollback().must(0, 3)
    equal({k: v for k, v in files.state().items() if "downloads/" not in k},
          {k: v for k, v in before.items() if "downloads/" not in k}, "after the rollback")


def test_what_is_in_the_way_is_kept(folder):
    files, upgrade, _ = prepared(folder)
    (files.work / "release").mkdir()
    (files.work / "release/precious").write_text("precious")
    before = files.state()
    upgrade.run().must(4)
    upgrade.rollback().must(0, 3)
    equal(files.state(), before, "after the rollback")


def test_another_file_system_is_refused(folder):
    shared = pathlib.Path("/dev/shm")
    if not shared.is_dir() or shared.stat().st_dev == folder.stat().st_dev or not os.access(shared, os.W_OK):
        raise Skip("there is no second file system to write to")
    with tempfile.TemporaryDirectory(dir=shared) as other:
        files, upgrade, _ = prepared(folder)
        target = pathlib.Path(other) / "current"
        text = PLAN.read_text().replace('"${work}/current-old"', f'"{target}"')
        plan = folder / "files.upg"
        plan.write_text(text)
        before = files.state()
        upgrade.path = script.build(plan, folder / "out") / "upgrade.sh"
        upgrade.run().must(4).says("another file system")
        check(not target.exists(), "it was copied")
        upgrade.rollback().must(0, 3)
        equal(files.state(), before, "after the rollback")


def test_killed(folder):
    rehearsal = folder / "rehearsal"
    rehearsal.mkdir()
    files, upgrade, kills = prepared(rehearsal)
    before = files.state()
    upgrade.run().must()
    want, calls = files.state(), kills.calls()
    kills.aim(0, "before")
    upgrade.rollback().must(0, 3)
    back = kills.calls()
    kills_done = 0
    for word, list_of_calls in (("run", calls), ("rollback", back)):
        for number in range(1, len(list_of_calls) + 1):
            one_kill(folder, word, number, MODES[number % 3], want, before)
            kills_done += 1
    record_part("R1", "verbs of files", 0, "wrong ends", kills_done, "verbs of files: KILL of the tree at each command, there and back")
    return f"{kills_done} kills"


def one_kill(folder, word, number, mode, want, before):
    place = folder / f"{word}-{number}"
    place.mkdir()
    files, upgrade, kills = prepared(place)
    if word == "rollback":
        upgrade.run().must()
    kills.aim(number, mode)
    words = ("run", "--answers", str(upgrade.answers)) if word == "run" else ("rollback",)
    process = upgrade.popen(*words, "--yes")
    check(kills.kill(upgrade, process), f"{word}: call {number} was not reached")
    outcome = upgrade.resume_or_run() if word == "run" else upgrade.rollback()
    check(outcome.code in (0, 3), f"{word}, killed {mode} call {number} ({kills.last}): exit {outcome.code}\n{outcome.output}")
    equal(files.state(), want if word == "run" else before, f"{word}, killed {mode} call {number}")
