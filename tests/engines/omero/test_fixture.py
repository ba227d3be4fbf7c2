"""The fixture itself: what it says it is, it is."""

import subprocess

from fixture import LEVELS, System
from harness import cases, check, equal


def run_script(system, name):
    path = system.new / "sql/psql/OMERO5.4__0" / name
    return system.cluster.owner(system.name, system.user, system.password, "-X", "-v", "ON_ERROR_STOP=1", "-f", str(path))


@cases(from_5_3_3="5.3.3", from_5_3_4="5.3.4")
def test_scripts_upgrade_once(folder, version):
    with System(folder, version) as system:
        level = LEVELS[version]
        equal(system.database_version(), level, "version before")
        before = system.dump()
        check("YOUR DATABASE IS READY FOR UPGRADE TO VERSION OMERO5.4__0" in run_script(system, f"{level}-precheck.sql"), "precheck's message")
        equal(system.dump(), before, "the database after the precheck")
        check("YOU HAVE SUCCESSFULLY UPGRADED YOUR DATABASE TO VERSION OMERO5.4__0" in run_script(system, f"{level}.sql"), "upgrade's message")
        equal(system.database_version(), "OMERO5.4__0", "version after")
        try:
            run_script(system, f"{level}.sql")
        except AssertionError as error:
            check("is OMERO5.4__0, not" in str(error), f"another error: {error}")
        else:
            raise AssertionError("the upgrade ran twice")


def test_version_5_4_has_its_schema(folder):
    with System(folder, "5.4.2") as system:
        equal(system.database_version(), "OMERO5.4__0", "version")


def test_password_is_required(folder):
    with System(folder, "5.3.4") as system:
        try:
            system.cluster.owner(system.name, system.user, "another", "-c", "select 1")
        except AssertionError as error:
            check("password authentication failed" in str(error), f"another error: {error}")
        else:
            raise AssertionError("any password will do")


def test_stand_in_starts_and_stops(folder):
    with System(folder, "5.3.3") as system:
        omero = str(system.home / "bin/omero")
        equal(subprocess.run([omero, "version"], capture_output=True, text=True).stdout, "5.3.3-ice36-b0\n", "version")
        check(not system.running(), "it runs already")
        system.start()
        check(system.running(), "it does not run")
        check(subprocess.run([omero, "admin", "start"], capture_output=True).returncode != 0, "it started twice")
        subprocess.run([omero, "admin", "stop"], check=True)
        check(not system.running(), "it still runs")


def test_stand_in_for_pip(folder):
    with System(folder, "5.4.2") as system:
        python = str(system.venv / "bin/python")
        read = "import importlib.metadata, sys; print(importlib.metadata.version(sys.argv[1]))"
        equal(subprocess.run([python, "-c", read, "omero-py"], capture_output=True, text=True).stdout, "5.18.0\n", "version")
        subprocess.run([python, "-m", "pip", "install", "--upgrade", "omero-py>=5.19.4"], check=True)
        equal(system.omero_py(), "5.19.4", "version after")
        equal(subprocess.run([python, "-m", "pip", "freeze", "--all"], capture_output=True, text=True).stdout, "omero-py==5.19.4\n", "list")
