"""The plan that these tests compile, and how they look at what is said."""

from kit import check, diagnostics, upg

HEAD = """upg 1

plan example "Upgrade the example" {
  from = 1.0 ..< 2.0
  to   = 2.0
}
"""
PLAN = HEAD + """
input root : path = "/opt/example" "Where it is"

verify {
  step present "It is there" {
    expect root exists
  }
}
"""


def plan_in(folder, text=PLAN, name="plan.upg"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def codes(*arguments, cwd, code=1):
    """The codes that a command reports."""
    done = upg(*arguments, "--format", "json", cwd=cwd)
    check(done.returncode == code, f"ended with {done.returncode}, not {code}\n{done.stdout}{done.stderr}")
    return [d["code"] for d in diagnostics(done.stdout)]


def listing(folder):
    """Every path below the folder with what it holds."""
    return {str(p.relative_to(folder)): p.read_bytes() if p.is_file() else None for p in sorted(folder.rglob("*"))}
