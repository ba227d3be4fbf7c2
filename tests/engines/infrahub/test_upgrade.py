"""The upgrade of Infrahub in two hops, run for real but for Docker, curl and infrahub-backup: those are stand-ins and say so."""

import itertools
import os
import pathlib
import shlex
import subprocess

import harness
import script
from harness import check, equal

HERE = pathlib.Path(__file__).resolve().parent
PLAN = HERE.parents[2] / "examples/infrahub/infrahub.upg"
SHELLS = ["dash", "bash", "busybox", "mksh"]


class Site:
    def __init__(self, folder, version, shell):
        script.need_shell(shell)
        harness.need("script")
        self.folder, self.shell = folder, shell
        self.root = folder / "root"
        self.root.mkdir()
        (self.root / "docker-compose.yml").write_text(f"# from https://infrahub.opsmill.io/{version}\nservices: {{}}\n")
        (self.root / ".env").write_text("WORKERS=2\n")
        (folder / "data").write_text("content\n")
        (folder / "up").touch()
        (folder / "answers").write_text(
            f"deployment = compose\nedition = community\nstrategy = standard\nroot = {self.root}\nbackups = {folder}/backups\n"
            "servers = infrahub-server\nnamespace = infrahub\nvalues = /none\n")
        self.made = script.build(PLAN, folder / "out", "--set", "deployment=compose", "--set", "strategy=standard") / "upgrade.sh"

    def run(self, *words):
        """A person at a terminal who confirms everything."""
        shell = {"busybox": ["busybox", "sh"]}.get(self.shell, [self.shell])
        command = [*shell, str(self.made), *words, "--answers", str(self.folder / "answers"), "--state", str(self.folder / "state")]
        env = dict(os.environ, STANDIN=str(self.folder), UPG_LOCK_DIR=str(self.folder / "locks"),
                   PATH=f"{HERE / 'standin'}:{os.environ['PATH']}")
        (self.folder / "locks").mkdir(exist_ok=True)
        done = subprocess.run(["script", "-qec", shlex.join(command), "/dev/null"], input="yes\n" * 60, text=True, env=env,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300)
        return script.Outcome(done.returncode, done.stdout.replace("\r", ""))

    def version(self):
        return (self.root / "docker-compose.yml").read_text().splitlines()[0].rsplit("/", 1)[1]

    def data(self):
        return (self.folder / "data").read_text()

    def up(self):
        return (self.folder / "up").exists()


@harness.cases(**{shell: shell for shell in SHELLS})
def test_two_hops_with_a_failure_and_a_way_back(folder, shell):
    site = Site(folder, "1.5.2", shell)
    (folder / "fail-1.7.6").touch()
    site.run("run").must(4).says("Infrahub stays down", "the migration may be half done")
    equal(site.data(), "half\n", "the data after the failure")
    check(not site.up(), "the services are held down")
    site.run("rollback").must(0).says("The hop to 1.6.3 is done")
    equal((site.version(), site.data(), site.up()), ("1.6.3", "content\nmigrated to 1.6.3\n", True), "after the way back")
    (folder / "fail-1.7.6").unlink()
    site.run("resume").must(0).says("now at 1.7.6")
    equal((site.version(), site.data(), site.up()), ("1.7.6", "content\nmigrated to 1.6.3\nmigrated to 1.7.6\n", True), "at the end")
    site.run("run").must(0)


def test_back_over_both_hops(folder):
    site = Site(folder, "1.5.2", "dash")
    (folder / "fail-1.7.6").touch()
    site.run("run").must(4)
    site.run("rollback").must(0)
    site.run("rollback").must(6).says("would lose what was written")   # between the hops the services ran
    site.run("rollback", "--accept-loss").must(0).says("Rolled back completely")
    equal((site.version(), site.data(), site.up()), ("1.5.2", "content\n", True), "after going back twice")


def test_one_hop_from_a_patch_release(folder):
    site = Site(folder, "1.7.5", "dash")
    outcome = site.run("run").must(0)
    check("1.6.3" not in outcome.output, "a hop that is not on the way is done")
    equal((site.version(), site.data()), ("1.7.6", "content\nmigrated to 1.7.6\n"), "at the end")


def test_what_another_guide_describes_is_refused(folder):
    site = Site(folder, "1.4.2", "dash")
    site.run("run").must(7)
    equal((site.version(), site.data(), site.up()), ("1.4.2", "content\n", True), "nothing was touched")


def test_every_variant_compiles_to_a_clean_script(folder):
    harness.need("shellcheck", "shfmt")
    for n, words in enumerate(itertools.product(["compose", "kubernetes", "custom"], ["standard", "rolling"])):
        deployment, strategy = words
        edition, version = ("community", []) if strategy == "rolling" else ("enterprise", ["--from", "1.6.3"])
        made = script.build(PLAN, folder / str(n), "--set", f"deployment={deployment}", "--set", f"edition={edition}",
                            "--set", f"strategy={strategy}", *version) / "upgrade.sh"
        for tool in (["shellcheck", "-s", "sh", "--norc"], ["shfmt", "-d", "-p"]):
            done = subprocess.run([*tool, str(made)], capture_output=True, text=True)
            check(done.returncode == 0, f"{tool[0]} on {words}:\n{done.stdout[:2000]}")
