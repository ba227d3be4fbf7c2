"""The plan with a mistake of the guide put into it: the compiler refuses it, and says which one it is."""

import re
import subprocess

import harness
from harness import UPG, cases, check
from scenario import PLAN

MOVE = r"      move code to [^\n]*"
BARE_MOVE = '      run `mv ${home} ${home}-old` changes code once\n      let old : path = "${home}-old"'
BACKUP = r"    step backup (?s:.*?)\n    }\n"
UNDO = r"      undo \{ restore data from dump \}\n"
HOLD = r"    on failure hold \"the server stays down[^\n]*\n"


def replaced(pattern, text):
    return lambda plan: re.subn(pattern, lambda _: text, plan, count=1)


def backup_before_the_stop(plan):
    step = re.search(BACKUP, plan).group()
    return re.subn(r"  with server stopped", lambda _: step + "  with server stopped", plan.replace(step, ""), count=1)


@cases(binaries_forgotten=(replaced(MOVE, BARE_MOVE), {"UPG3011", "UPG3051"}),
       migration_without_undo=(replaced(UNDO, ""), {"UPG3051"}),
       backup_while_it_runs=(backup_before_the_stop, {"UPG3012"}),
       left_stopped=(replaced(HOLD, ""), {"UPG3021"}),
       password_in_argv=(replaced(r"admin jvmcfg`", "admin jvmcfg ${db_password}`"), {"UPG2208"}),
       none=(lambda plan: (plan, 1), set()))
def test_mistake(folder, case):
    change, want = case
    harness.need(str(UPG))
    plan, changed = change(PLAN.read_text())
    check(changed == 1, "the mistake found no place in the plan")
    (folder / PLAN.name).write_text(plan)
    done = subprocess.run([str(UPG), "check", str(folder / PLAN.name)], capture_output=True, text=True)
    got = set(re.findall(r"error\[(UPG\d+)\]", done.stdout + done.stderr))
    check(got == want, f"says {sorted(got)}, want {sorted(want)}:\n{done.stdout}{done.stderr}")
