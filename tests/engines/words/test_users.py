"""`as USER`, with pipes, redirections and lists: every part of the command is the user's, and so is every file that it opens."""

import os
import pathlib
import pwd
import shutil

import harness
import script
from harness import Skip, check, equal

PLAN = pathlib.Path(__file__).resolve().parent / "users.upg"
SECRET = "Geheim-4711"


class Box:
    """A directory that is another user's alone."""

    def __init__(self, folder, user):
        self.folder, self.user, self.path = folder, user, os.environ["PATH"]
        folder.chmod(0o711)
        self.work = folder / "work"
        self.work.mkdir()
        (self.work / "mine").write_text("mine\n")
        for path in (self.work / "mine", self.work):
            os.chown(path, user.pw_uid, user.pw_gid)
            path.chmod(0o700)

    def answers_file(self):
        path = self.folder / "answers"
        path.write_text(f"from = 1.0\nwork = {self.work}\nuser = {self.user.pw_name}\n")
        return path

    def environment(self):
        return dict(os.environ, USERS_TOKEN=SECRET, PATH=self.path)

    def has(self, name, text):
        path = self.work / name
        check(path.exists(), f"{name} was not made")
        equal(path.read_text(), text, name)
        equal(path.stat().st_uid, self.user.pw_uid, f"whose {name} is")


@harness.cases(**{shell: shell for shell in ("dash", "busybox", "bash", "mksh", "zsh")})
def test_as_another_user(folder, shell):
    if os.geteuid() != 0:
        raise Skip("only root can become another user without a password")
    harness.need("runuser")
    script.need_shell(shell)
    box = Box(folder, pwd.getpwnam("nobody"))
    upgrade = script.Script(script.build(PLAN, folder / "out") / "upgrade.sh", box, shell=shell)
    with script.ArgvWatch(SECRET) as watch:
        outcome = upgrade.run().must(4)
    outcome.says("failed (status 9)")
    check(watch.samples > 0 and not watch.found, f"the secret is in a command line: {watch.found}")
    name = box.user.pw_name
    box.has("piped", f"{name}\nmine\n")
    box.has("out", f"{name}\nmine\nboth\nmore\n")
    box.has("err", "wrong\n")
    box.has("spread", "<two words><*><last>")
    box.has("told", f"A B {SECRET} {box.work}\n".upper())
    box.has("teller", f"{name}\n{SECRET}")
    box.has("fence", f"{name}\n")
    box.has("failing", "")
    left = [path for path in pathlib.Path("/dev/shm").glob("upg-0-*/*") if SECRET in path.read_text(errors="replace")]
    check(not left, f"a private file is left: {left}")
    for path in upgrade.state.rglob("*"):
        check(path.is_dir() or SECRET.encode() not in path.read_bytes(), f"the secret is in {path}")


def test_who_cannot_become_another_user(folder):
    """An honest end where there is neither runuser nor sudo."""
    if os.geteuid() != 0:
        raise Skip("the directory of another user is made by root")
    box = Box(folder, pwd.getpwnam("nobody"))
    upgrade = script.Script(script.build(PLAN, folder / "out") / "upgrade.sh", box, shell="dash")
    box.path = str(_without(folder, "runuser", "sudo"))
    outcome = upgrade.run()
    check(outcome.code != 0, "it went on")
    outcome.says("no way to become nobody: neither runuser nor sudo")
    check(not (box.work / "piped").exists(), "something was done as another user")


def _without(folder, *programs):
    shims = folder / "bin"
    shims.mkdir()
    for place in os.environ["PATH"].split(":"):
        for path in pathlib.Path(place).glob("*"):
            if path.name not in programs and not (shims / path.name).exists() and shutil.which(str(path)):
                (shims / path.name).symlink_to(path)
    return shims
