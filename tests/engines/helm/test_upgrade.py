"""The generated script upgrades a release of a real helm, in a real Kubernetes API."""

import shutil

import harness
from harness import cases, check, equal
from script import ArgvWatch
from shop import GREETING, Shop, built, written

OLD, NEW = ("superseded", "shop-1.0.0"), ("deployed", "shop-2.0.0")


@cases(helm3="helm", helm4="helm4")
def test_values_arrive(folder, helm):
    shop = Shop(folder, helm).install()
    password = shop.password()
    upgrade = shop.upgrade()
    with ArgvWatch(password) as watch:
        upgrade.run().must()
    equal(shop.history(), [OLD, NEW], "history")
    values = shop.values()
    equal((values["replicas"], values["greeting"]), (3, GREETING), "values that are known late")
    words = values["words"]
    equal(words, {"plain": "no", "octal": "010", "version": "1.10", "nothing": "~", "exponent": "1e3", "date": "2024-01-01", "quotes": "\"'\\",
                  "line": "a\nb: c", "brace": "{{ .Values }}", "umlaut": "ä€😀", "yes": "yes"}, "values of the file")
    equal(shop.password(), password, "the password")
    check(not watch.found, f"the password was on a command line: {watch.found}")
    for path, data in [*written(folder), *written(built())]:
        check(password.encode() not in data, f"the password stands in {path}")
    again = upgrade.run().must()
    equal(shop.history(), [OLD, NEW], f"history after the second run\n{again.output}")


@cases(helm3="helm", helm4="helm4")
def test_never_ready_fails(folder, helm):
    """The pods ask for more than there is: helm gives up in time, and the script holds."""
    shop = Shop(folder, helm).install()
    password = shop.password()
    shop.upgrade(cpu="1000").run().must(4).says("`rollback` brings the old release back")
    equal([status for status, _ in shop.history()], ["deployed", "failed"], "history after a failed upgrade")
    equal(shop.password(), password, "the password")


def test_killed_in_the_middle(folder):
    """helm is killed while it waits: the release is `pending-upgrade`, and nobody tries again blindly."""
    shop = Shop(folder).install()
    upgrade = shop.upgrade(cpu="1000")
    running = upgrade.popen("run", "--answers", str(upgrade.answers), "--yes")
    harness.wait_for(lambda: shop.history()[-1][0] == "pending-upgrade", 60, "the upgrade to begin")
    harness.kill_tree(running.pid)
    running.wait()
    outcome = upgrade.resume()
    check(outcome.code != 0, "resumed as though nothing were in doubt")
    outcome.says("another client works on it, or was killed at it")
    equal(shop.history()[-1][0], "pending-upgrade", "history after resume")
    upgrade.rollback().must()
    equal(shop.history()[-1], ("deployed", "shop-1.0.0"), "history after the rollback")


def test_killed_when_it_was_done(folder):
    """The record of helm says that it is done; the script learns that and goes on."""
    shop = Shop(folder).install()
    upgrade = shop.upgrade()
    running = upgrade.popen("run", "--answers", str(upgrade.answers), "--yes")
    harness.wait_for(lambda: len(shop.history()) == 2, 60, "the upgrade to begin")
    harness.kill_tree(running.pid)
    running.wait()
    if shop.history()[-1][0] == "pending-upgrade":
        upgrade.rollback().must()
        return
    upgrade.resume().must()
    equal(shop.history(), [OLD, NEW], "history")


def test_a_changed_values_file_is_refused(folder):
    shop = Shop(folder).install()
    copy = folder / "made"
    copy.mkdir()
    for path in built().iterdir():
        shutil.copy(path, copy)
    upgrade = shop.upgrade()
    upgrade.path = copy / "upgrade.sh"
    (copy / "values.yaml").write_text("replicas: 9\n")
    outcome = upgrade.run()
    check(outcome.code != 0, "a changed file was taken")
    outcome.says("values.yaml")
    equal(len(shop.history()), 1, "revisions")
