"""Building blocks of the OMERO scenarios: the script of the example, resume until it is done, truthful answers."""

import functools
import pathlib
import re
import tempfile

import harness
import script
from fixture import System
from harness import REPOSITORY, check

PLAN = REPOSITORY / "examples/omero/omero.upg"
# How the commands of the plan begin, as told from those of the script's own.
OF_PLAN = ("pg_dump --format", "pg_restore --file", "pg_restore --exit", "psql -X", "mv -T", "ln -s -T", "cp -p", "mkdir -p -m", "omero admin", "omero config",
           "omero certificates", "python -m", "find ")
OF_THIS_RUN = ("omero-",)   # names that a run makes for itself: what a copy replaced

_built = tempfile.TemporaryDirectory(prefix="upg-omero-")


@functools.lru_cache(maxsize=None)
def built(*words):
    """The artifacts of the example for these words, built once."""
    return script.build(PLAN, tempfile.mkdtemp(dir=_built.name), *words)


def upgrade_of(system, **options):
    return script.Script(built() / "upgrade.sh", system, **options)


@functools.lru_cache(maxsize=None)
def reference(version):
    """What an undisturbed upgrade leaves behind, with the names of its own system taken out."""
    with tempfile.TemporaryDirectory(prefix="upg-reference-") as folder, System(folder, version) as system:
        system.start()
        upgrade_of(system).run().must()
        return anonymous(system)


def anonymous(system):
    """The state of a system, comparable with that of another one."""
    text = repr(system.state(ignore=(*OF_THIS_RUN, "bin/omero", "bin/python"))).replace(str(system.folder), "FOLDER").replace(system.name, "DATABASE")
    # config.xml names the database, so its digest differs between systems; what it holds is compared instead.
    digests = {str(p): p.read_text().replace(system.name, "DATABASE") for p in sorted(system.root.glob("*/etc/grid/config.xml"))}
    text = re.sub(r"('[^']*config\.xml': \('file', \d+), '[0-9a-f]+'", r"\1", text)
    return text + repr(digests).replace(str(system.folder), "FOLDER")


def difference(a, b):
    import difflib
    return "\n".join(line for line in difflib.unified_diff(a.replace("\\n", "\n").replace("), ", "),\n").splitlines(),
                                                           b.replace("\\n", "\n").replace("), ", "),\n").splitlines(), lineterm="", n=0))[:3000]


def same(got, want, what):
    check(got == want, f"{what}: another state\n{difference(want, got)}")


def truth(system, step):
    """What a person who looks at the system answers about a step that may or may not have happened."""
    others = ("select count(*) from pg_stat_activity where datname = current_database() and usename = current_user "
              "and pid <> pg_backend_pid()")
    harness.wait_for(lambda: system.psql(others) == "0", 30, "what still runs in the database")
    if "schema" in step:
        return "done" if system.database_version() == "OMERO5.4__0" else "redo"
    return "redo"


def go_on(upgrade, word="resume_or_run", limit=6):
    """Resumes, answering truthfully where a person is asked, until the run has ended well."""
    asked = []
    for _ in range(limit):
        outcome = getattr(upgrade, word)()
        if outcome.code != 8:
            return outcome, asked
        step = re.search(r"resolve\s+(\S+)", outcome.output)
        check(step, f"exit 8 without a word about `resolve STEP`:\n{outcome.output[-2000:]}")
        step = step.group(1).strip("`'\"")
        answer = truth(upgrade.system, step)
        asked.append((step, answer))
        upgrade.do("resolve", step, answer).must()
    raise AssertionError(f"still in doubt after {limit} answers: {asked}")


def everything_written(*folders):
    """(path, bytes) of every file a run left behind."""
    for folder in folders:
        for path in pathlib.Path(folder).rglob("*"):
            if path.is_file() and not path.is_symlink():
                yield path, path.read_bytes()
