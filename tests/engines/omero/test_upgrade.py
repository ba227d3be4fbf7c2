"""The generated script upgrades, refuses what it must refuse, and brings back what it changed."""

import subprocess

from fixture import LEVELS, System
from harness import cases, check, equal
from scenario import OF_THIS_RUN, built, everything_written, go_on, same, upgrade_of
from script import ArgvWatch, need_shell

UPGRADED = "OMERO5.4__0"


@cases(from_5_3_3="5.3.3", from_5_3_4="5.3.4")
def test_takes_its_own_scripts(folder, version):
    with System(folder, version) as system:
        system.start()
        upgrade = upgrade_of(system)
        upgrade.run().must()
        equal(system.database_version(), UPGRADED, "database")
        logs = b"".join(data for _, data in everything_written(upgrade.state))
        check(f"{LEVELS[version]}.sql".encode() in logs or LEVELS[version].encode() in logs, "its script is not in the log")
        equal(system.psql("select previousversion || '__' || previouspatch from dbpatch order by id desc limit 1"), LEVELS[version], "script taken")
        check(system.home.is_symlink() and system.home.resolve() == system.new.resolve(), "home is not a link to the new release")
        check((system.old / "VERSION").read_text() == version, "the old release is not where it should be")
        equal((system.new / "etc/grid/config.xml").read_bytes(), (system.old / "etc/grid/config.xml").read_bytes(), "configuration")
        check(system.running(), "the server is down")
        equal(len(list(system.backups.glob("*.dump"))), 1, "backups")


def test_from_5_4_leaves_the_database_alone(folder):
    with System(folder, "5.4.2") as system:
        system.start()
        before = system.dump()
        upgrade_of(system).run().must()
        equal(system.dump(), before, "database")
        check(system.home.is_symlink() and system.running(), "the new release does not run")


def test_nothing_without_a_word(folder):
    with System(folder, "5.3.3") as system:
        system.start()
        before = system.state()
        upgrade = upgrade_of(system)
        outcome = upgrade.do("plan", "--answers", str(upgrade.answers), "--yes")
        check(outcome.code in (0, 10), f"exit {outcome.code}: {outcome.output}")
        equal(system.state(), before, "state after plan")
        upgrade.do("check", "--answers", str(upgrade.answers), "--yes").must()
        equal(system.state(), before, "state after check")


def test_second_run_does_nothing(folder):
    with System(folder, "5.3.4") as system:
        system.start()
        upgrade = upgrade_of(system)
        upgrade.run().must()
        before = system.state()
        upgrade.run().must()
        same(repr(system.state()), repr(before), "after the second run")
        equal(len(list(system.backups.glob("*.dump"))), 1, "backups")


def test_failing_precheck_changes_nothing(folder):
    with System(folder, "5.3.3") as system:
        system.start()
        system.psql("update stored_file set name = 'a/b' where id = 7")
        before = system.state()
        outcome = upgrade_of(system).run().must(7)
        outcome.says("precheck")
        same(repr(system.state()), repr(before), "after a failing precheck")


def test_another_encoding_is_refused(folder):
    with System(folder, "5.3.4", encoding="LATIN1") as system:
        system.start()
        before = system.state()
        upgrade_of(system).run().must(7)
        same(repr(system.state()), repr(before), "after a refused encoding")


@cases(whole="whole", half="half")
def test_failing_migration_holds_and_rolls_back(folder, how):
    with System(folder, "5.3.4", break_migration=how) as system:
        system.start()
        before = system.state()
        upgrade = upgrade_of(system)
        upgrade.run().must(4)
        check(not system.running(), "the server was started after a failed migration")
        upgrade.run().must(71, 2, 4, 8, 1, 6)   # refuses and names the way on
        outcome, _ = go_on(upgrade, "rollback")
        outcome.must(0, 3)
        same(repr(system.state(ignore=OF_THIS_RUN)), repr(before), "after the rollback")


def test_finished_run_can_be_rolled_back(folder):
    with System(folder, "5.3.4") as system:
        system.start()
        before = system.state()
        upgrade = upgrade_of(system)
        upgrade.run().must()
        subprocess.run([str(system.home / "bin/omero"), "admin", "status"], check=True)
        system.psql("insert into person (name) values ('came after the upgrade')")
        upgraded = system.state()
        outcome = upgrade.rollback()
        check(outcome.code not in (0, 3), f"rolled back over later data, exit {outcome.code}")
        outcome.says("--accept-loss")
        same(repr(system.state()), repr(upgraded), "after the refusal")
        upgrade.rollback("--accept-loss").must(0, 3)
        same(repr(system.state(ignore=OF_THIS_RUN)), repr(before), "after the rollback")


def test_existing_old_release_is_not_lost(folder):
    with System(folder, "5.4.2") as system:
        system.start()
        system.old.mkdir()
        (system.old / "precious").write_text("of an earlier upgrade")
        upgrade = upgrade_of(system)
        upgrade.run().must(4)
        check((system.old / "precious").exists() and not (system.old / "OMERO.server").exists(), "the earlier release was touched")
        outcome, _ = go_on(upgrade, "rollback")
        outcome.must(0, 3)
        check((system.old / "precious").exists() and (system.home / "VERSION").read_text() == "5.4.2", "not as before")
        check(system.running(), "the server is down")


def test_server_that_does_not_come_up(folder):
    with System(folder, "5.4.2") as system:
        system.start()
        before = system.state()
        (system.new / "var").mkdir()
        (system.new / "var/fail.start").write_text("")
        upgrade = upgrade_of(system)
        upgrade.run().must(4)
        outcome, _ = go_on(upgrade, "rollback")
        outcome.must(0, 3)
        same(repr(system.state(ignore=OF_THIS_RUN)), repr(before), "after the rollback")


def test_wrong_version_is_refused(folder):
    with System(folder, "5.3.3") as system:
        (system.home / "VERSION").write_text("5.2.8")
        before = system.state()
        outcome = upgrade_of(system).run()
        check(outcome.code not in (0, 4), f"exit {outcome.code}")
        outcome.says("5.3.0")
        equal(system.state(), before, "state")


@cases(well=None, broken="half")
def test_password_is_seen_nowhere(folder, break_migration=None):
    with System(folder, "5.3.3", delay=0.3, break_migration=break_migration) as system:
        system.start()
        upgrade = upgrade_of(system)
        with ArgvWatch(system.password) as watch:
            upgrade.run()
            if break_migration:
                upgrade.rollback()
        check(watch.samples > 20, f"only {watch.samples} samples")
        check(not watch.found, f"in a command line: {watch.found}")
        secret = system.password.encode()
        check(secret not in upgrade.seen, "in the output")
        for path, data in everything_written(upgrade.state, built(), system.root):
            check(secret not in data, f"in {path}")


def test_the_watch_sees_a_password(folder):
    with ArgvWatch("planted-canary") as watch:
        subprocess.run(["sh", "-c", "sleep 0.3; : planted-canary"], check=True)
    check(watch.found, "a planted password was not seen")


@cases(dash="dash", bash="bash", busybox="busybox", mksh="mksh", zsh="zsh")
def test_shells(folder, shell):
    need_shell(shell)
    with System(folder, "5.3.4") as system:
        system.start()
        upgrade = upgrade_of(system, shell=shell)
        upgrade.run().must()
        equal(system.database_version(), UPGRADED, "database")
        upgrade.rollback("--accept-loss").must(0, 3)
        equal(system.database_version(), LEVELS["5.3.4"], "database after the rollback")
