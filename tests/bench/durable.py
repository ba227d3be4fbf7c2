"""What the script adds to a step that changes something: its journal, its synced effects, its process group, see G10."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import time

from figures import record
from kit import UPG

SHELLS = {"dash": ["dash"], "busybox": ["busybox", "sh"], "bash": ["bash"], "mksh": ["mksh"], "zsh": ["zsh", "--emulate", "sh"]}
FEW, MANY = 10, 40


def plan(steps):
    out = ["upg 1\n", 'plan durable "Steps that do nothing" {\n  from = 1.0 ..< 2.0\n  to = 2.0\n}\n',
           'input root : path = "/opt/bench" "Directory of the installation"\n',
           'resource part : directory { path = "${root}/part", written by nobody "a measurement", disposable "nothing is in it" }\n', "upgrade {"]
    out += [f'  step s{number:05} "Step {number}" takes 1s {{\n    run `true` changes part idempotent\n    undo nothing "nothing is done"\n  }}'
            for number in range(steps)]
    return "\n".join([*out, "}", ""])


def makefile(steps):
    names = [f"s{number:05}" for number in range(steps)]
    return f"all: {names[-1]}\n" + "".join(f"{name}: {before}\n\t@true\n" for before, name in zip(["", *names], names))


def playbook(steps):
    tasks = "".join(f"    - name: step {number}\n      ansible.builtin.command: 'true'\n" for number in range(steps))
    return f"- hosts: localhost\n  connection: local\n  gather_facts: false\n  tasks:\n{tasks}"


def seconds(command, environment):
    start = time.perf_counter()
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"bench: {' '.join(command)} ended with {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return time.perf_counter() - start


def script_run(folder, shell, steps):
    state = folder / f"state-{shell}-{steps}"
    shutil.rmtree(state, ignore_errors=True)
    (folder / "locks").mkdir(exist_ok=True)
    environment = os.environ | {"UPG_LOCK_DIR": str(folder / "locks"), "UPG_ANSWER_from": "1.5", "UPG_ANSWER_root": str(folder)}
    return seconds([*SHELLS[shell], str(folder / f"out{steps}" / "upgrade.sh"), "run", "--yes", "--state", str(state)], environment)


def a_step(timed, rounds):
    """Seconds a step: the difference of a long and a short run, each the best of its rounds, so that start and end do not count."""
    few = min(timed(FEW) for _ in range(rounds))
    many = min(timed(MANY) for _ in range(rounds))
    return (many - few) / (MANY - FEW)


def build(folder):
    for steps in (FEW, MANY):
        path = folder / f"{steps}.upg"
        path.write_text(plan(steps))
        subprocess.run([str(UPG), "build", str(path), "--out", str(folder / f"out{steps}")], check=True, capture_output=True)
        (folder / f"{steps}.mk").write_text(makefile(steps))
        (folder / f"{steps}.yml").write_text(playbook(steps))


def others(folder, rounds):
    for program, command in [("make", lambda n: ["make", "-s", "-f", str(folder / f"{n}.mk")]),
                             ("ansible-playbook", lambda n: ["ansible-playbook", str(folder / f"{n}.yml")])]:
        if shutil.which(program):
            once = 1 if program != "make" else rounds
            yield program, a_step(lambda steps: seconds(command(steps), os.environ), once)


def measure(rounds=5):
    """`base` is the disk that the state lies on: the repository's own, since /tmp may be memory."""
    base = pathlib.Path(os.environ.get("UPG_BUILD", "build")).resolve()
    with tempfile.TemporaryDirectory(prefix="durable-", dir=base) as name:
        folder = pathlib.Path(name)
        (folder / "part").mkdir()
        build(folder)
        found = {shell: a_step(lambda steps: script_run(folder, shell, steps), rounds) for shell in SHELLS if shutil.which(shell)}
        rest = dict(others(folder, rounds))
    for tool, took in (found | rest).items():
        print(f"a durable step: {tool:<18} {1000 * took:7.1f} ms", flush=True)
    slowest = max(found, key=found.get)
    beside = ", ".join(f"{tool} {1000 * took:.1f}" for tool, took in (found | rest).items())
    record("G10", round(1000 * found[slowest], 1), "ms", rounds, f"a durable step beyond its own work, slowest shell ({slowest}); at most 25; {beside}")


if __name__ == "__main__":
    measure()
