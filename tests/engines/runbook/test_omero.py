"""The runbook of OMERO, followed by hand against a real database: it ends where the script ends, forward and back."""

import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "omero")]

from fixture import LEVELS, System  # noqa: E402
from harness import cases, check, equal  # noqa: E402
from scenario import OF_THIS_RUN, anonymous, built, reference, same  # noqa: E402
from terminal import Terminal  # noqa: E402
from type_runbook import Failed, Follower  # noqa: E402


class Hand:
    """Somebody at a terminal with the page of `words` (of the general plan without)."""

    def __init__(self, system, *words, take=(), **more):
        page = (built(*words) / "RUNBOOK.md").read_text()
        environment = system.environment()
        environment.pop("PGPASSWORD")
        self.follower = Follower(page, system.answers(**more), {"db_password": system.password}, take,
                                 terminal=Terminal(env=environment, cwd=system.folder, timeout=60))

    def __enter__(self):
        self.follower.inputs()
        return self.follower

    def __exit__(self, *_):
        self.follower.terminal.close()


def fails(follower, text):
    try:
        follower.forward()
    except Failed as why:
        check(text in str(why), f"failed otherwise: {why}")
        return
    raise AssertionError("it did not fail")


@cases(from_5_3_3="5.3.3", from_5_3_4="5.3.4", from_5_4="5.4.2")
def test_ends_where_the_script_ends(folder, version):
    with System(folder, version) as system:
        system.start()
        with Hand(system) as hand:
            hand.forward()
            hand.finish()
        same(anonymous(system), reference(version), "after following the page")
        typed = "\n".join(command for command, _, _ in hand.terminal.transcript)
        check(system.password not in typed, "the password was typed in the open")
        check(not [1 for path in system.folder.rglob("*.part")], "something is left half made")


@cases(from_5_3_3="5.3.3", from_5_3_4="5.3.4", from_5_4="5.4.2")
def test_exact_page_for_one_version(folder, version):
    with System(folder, version) as system:
        system.start()
        with Hand(system, "--from", version) as hand:
            hand.forward()
        same(anonymous(system), reference(version), "after following the exact page")
        equal("precheck" in hand.page.blocks[0].text, False, "title")
        scripts = [c for c, _, _ in hand.terminal.transcript if ".sql" in c and "psql" in c]
        equal(len(scripts), 2 if version in LEVELS else 0, "scripts run")


@cases(from_5_3_4="5.3.4", from_5_4="5.4.2")
def test_finished_upgrade_is_rolled_back(folder, version):
    with System(folder, version) as system:
        system.start()
        before = system.state()
        with Hand(system) as hand:
            hand.forward()
            hand.back()
            hand.finish()
        same(repr(system.state(ignore=OF_THIS_RUN)), repr(before), "after the rollback")
        check(system.running(), "the server is down")


@cases(whole="whole", half="half")
def test_failing_migration_is_rolled_back(folder, how):
    with System(folder, "5.3.3", break_migration=how) as system:
        system.start()
        before = system.state()
        with Hand(system) as hand:
            fails(hand, "division by zero")
            check(not system.running(), "the server was started after a failed migration")
            hand.back()
            hand.finish()
        same(repr(system.state(ignore=OF_THIS_RUN)), repr(before), "after the rollback")


def test_failing_precheck_changes_nothing(folder):
    with System(folder, "5.3.3") as system:
        system.start()
        system.psql("update stored_file set name = 'a/b' where id = 7")
        before = system.state()
        with Hand(system) as hand:
            fails(hand, "READY FOR UPGRADE")
        same(repr(system.state()), repr(before), "after a failing precheck")


def test_version_that_is_not_for_this_page(folder):
    with System(folder, "5.3.3") as system:
        (system.home / "VERSION").write_text("5.2.8")
        try:
            with Hand(system):
                raise AssertionError("the version was accepted")
        except Failed:
            pass


def test_optional_step_is_taken_when_wanted(folder):
    with System(folder, "5.3.4") as system:
        system.start()
        with Hand(system, take=["vacuum", "cache"]) as hand:
            hand.forward()
        typed = "\n".join(command for command, _, _ in hand.terminal.transcript)
        check("VACUUM FULL" in typed, "VACUUM was not typed")
        check(not list((system.data / "BioFormatsCache").iterdir()), "the memoization files are still there")
