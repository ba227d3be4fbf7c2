"""The general script and the exact one of a binding run the same commands, in the same steps."""

import re

import scenario
import script
from fixture import System
from harness import cases, check
from scenario import PLAN, built

VERSIONS = {"v5_3_3": "5.3.3", "v5_3_4": "5.3.4", "v5_4_2": "5.4.2"}
OPTIONAL = ("vacuum", "certificate", "cache")


def bindings():
    for name, version in VERSIONS.items():
        yield f"{name}-none", (version, ())
        for step in OPTIONAL:
            yield f"{name}-{step}", (version, (step,))
        yield f"{name}-all", (version, OPTIONAL)


def commands(folder, path, version, wanted):
    """What the plan's programs were called with, and the journal's events, without the names of this run."""
    folder.mkdir()
    with System(folder, version) as system:
        kills = script.Kills(folder, scenario.OF_PLAN, extra=(system.home / "bin/omero", system.new / "bin/omero", system.venv / "bin/python"))
        system.start()
        upgrade = script.Script(path / "upgrade.sh", system)
        with open(upgrade.answers, "a") as answers:
            answers.writelines(f"step {name} = yes\n" for name in wanted)
        upgrade.shims = kills.bin
        kills.aim(0, "before")
        upgrade.run().must()
        calls = [plain(call, system) for call in kills.calls()]
        journal = events(upgrade.state)
        return calls, journal, scenario.anonymous(system)


def plain(text, system):
    text = text.replace(str(system.folder), "FOLDER").replace(system.name, "DATABASE").replace(str(system.cluster.port), "PORT")
    return re.sub(r"omero-[0-9T-]+(-r[0-9]+)?\.", "RUN.", text)


def events(state):
    """(event, step, deed) of what was done, from the journal; a general script decides more, and says so in `skip`."""
    found = []
    for path in sorted(state.rglob("journal")):
        for line in path.read_text().splitlines():
            words = line.split()
            if words[:1] == ["U1"] and words[3] in ("begin", "done", "fail") and words[4] not in ("-", ""):
                found.append((words[3], words[4], words[5]))
    return found


@cases(**dict(bindings()))
def test_same_commands(folder, binding):
    version, wanted = binding
    exact = script.build(PLAN, folder / "exact", "--from", version)
    general_calls, general_journal, general_state = commands(folder / "a", built(), version, wanted)
    exact_calls, exact_journal, exact_state = commands(folder / "b", exact, version, wanted)
    check(len(general_calls) > 8, f"only {general_calls}")
    check(general_calls == exact_calls, "other commands:\n" + scenario.difference("\n".join(general_calls), "\n".join(exact_calls)))
    check(general_journal == exact_journal, f"another journal:\n{general_journal}\n{exact_journal}")
    scenario.same(exact_state, general_state, "exact build")
