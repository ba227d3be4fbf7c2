"""Plans of any length, as real plans are: conditions, resources, undo, prose; and the same procedure for other tools."""

import json

PROSE = [
    "Stop here if the numbers differ: the next step **assumes** that nobody wrote in between.",
    "The old files stay where they are until the upgrade is finished, so this costs twice the space.",
    "Work with the file `{name}.conf` of the new release; your own settings are read after it.",
    "On a busy system this takes most of the time. Watch the load, and leave it alone.",
]
STEPS_A_RESOURCE = 20
STEPS_A_GROUP = 50


def step_of(number):
    name = f"s{number:05}"
    return {
        "name": name,
        "title": f"Bring part {number} to the new release",
        "about": [PROSE[(number + i) % len(PROSE)].format(name=name) for i in range(1 + number % 3)],
        "resource": f"part{number // STEPS_A_RESOURCE}",
        "when": [None, "from < 1.5", "mode is cluster", "from >= 1.2 and mode is plain"][number % 4],
        "file": f"/etc/{name}.conf",
    }


def plan(steps):
    """One .upg file with about that many steps: every twentieth saves what the others change."""
    out = ["upg 1\n", 'plan bench "A procedure of many steps" {\n  from = 1.0 ..< 2.0\n  to = 2.0\n}\n',
           'input root : path = "/opt/bench" "Directory of the installation"',
           'choice mode = plain | cluster "How it is deployed"\n',
           'let settings : path = "${root}/settings"\n']
    for number in range((steps + STEPS_A_RESOURCE - 1) // STEPS_A_RESOURCE):
        out.append(f'resource part{number} : directory {{ path = "${{root}}/part{number}" }}')
    out.append("\nupgrade {")
    for first in range(0, steps, STEPS_A_GROUP):
        out.append(f'  group g{first:05} "Parts {first} to {min(first + STEPS_A_GROUP, steps) - 1}" {{')
        out += [step_text(step_of(number), number) for number in range(first, min(first + STEPS_A_GROUP, steps))]
        out.append("  }")
    out.append("}\n")
    return "\n".join(out)


def step_text(step, number):
    part = step["resource"]
    if number % STEPS_A_RESOURCE == 0:
        return f'    step {step["name"]} "Save {part}" takes 5m .. 1h {{\n      save {part} into "${{root}}/backups" as copy_{part}\n    }}'
    when = f" when {step['when']}" if step["when"] else ""
    prose = "\n".join("        " + line for line in step["about"])
    lines = [f'    step {step["name"]} "{step["title"]}"{when} takes {1 + number % 5}m .. {10 + number % 20}m {{',
             f'      about """\n{prose}\n        """',
             f'      run `install -m 0644 ${{settings}}{step["file"]} ${{root}}{step["file"]}` changes {part} idempotent']
    if number % 5 == 0:
        lines.append(f'      expect "${{root}}{step["file"]}" exists')
    lines += [f"      undo {{ restore {part} from copy_{part} }}", "    }"]
    return "\n".join(lines)


CHOICES = 20


def choices_plan(steps):
    """As many steps under 20 choices that have nothing to do with each other: a million combinations."""
    out = plan(steps).split("\n")
    first = out.index('choice mode = plain | cluster "How it is deployed"')
    out[first + 1:first + 1] = [f'choice option{n} = on_{n} | off_{n} "Option {n}"' for n in range(CHOICES)]
    number = 0
    for i, line in enumerate(out):
        if not line.startswith("    step s") or ' "Save ' in line:
            continue
        mine = f"option{number % CHOICES} is on_{number % CHOICES}"
        out[i] = line.replace(" when ", f" when {mine} and ") if " when " in line else line.replace(" takes ", f" when {mine} takes ")
        number += 1
    return "\n".join(out)


# Plain concatenation and its own printer: what it does fastest.
JSONNET = """
local guard(step) = if step.when == null then "" else "guard_" + step.name + "='" + step.when + "'\\n";
local shell(step) = "# " + step.title + "\\nstep_" + step.name + "() {\\n  install -m 0644 \\"${settings}" + step.file + "\\" \\"${root}" + step.file
  + "\\"\\n}\\nundo_" + step.name + "() {\\n  rm -f \\"${root}" + step.file + "\\"\\n}\\n" + guard(step);
local chapter(step) = "### " + step.title + "\\n\\n" + std.join("\\n", step.about) + "\\n\\n"
  + (if step.when == null then "" else "Only if " + step.when + ".\\n\\n")
  + "```sh\\ninstall -m 0644 \\"$settings" + step.file + "\\" \\"$root" + step.file + "\\"\\n```\\n\\n";
{ script: [shell(step) for step in steps], runbook: [chapter(step) for step in steps], plan: steps }
"""


def jsonnet(steps):
    return f"local steps = {json.dumps([step_of(n) for n in range(steps)], indent=1)};\n{JSONNET}"


def makefile(steps):
    out = ["all: " + f"s{steps - 1:05}\n"]
    for number in range(steps):
        step = step_of(number)
        before = f" s{number - 1:05}" if number else ""
        out.append(f"{step['name']}:{before}\n\tinstall -m 0644 $(settings){step['file']} $(root){step['file']}\n")
    return "\n".join(out)


def playbook(steps):
    tasks = []
    for number in range(steps):
        step = step_of(number)
        task = {"name": step["title"], "ansible.builtin.command": f"install -m 0644 /settings{step['file']} /opt{step['file']}"}
        tasks.append(task | ({"when": "mode == 'cluster'"} if step["when"] else {}))
    return json.dumps([{"hosts": "localhost", "gather_facts": False, "tasks": tasks}], indent=1)
