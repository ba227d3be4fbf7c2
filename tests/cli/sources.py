"""Reading: imports in number, hostile files."""

import os
import resource

from kit import check, same, upg
from plans import HEAD, PLAN, codes, plan_in


def test_more_than_256_imports_UPG9018(folder):
    for i in range(260):
        plan_in(folder, "upg 1\n", f"parts/p{i}.upg")
    imports = "".join(f'import "parts/p{i}.upg"\n' for i in range(260))
    plan_in(folder, PLAN.replace("upg 1\n", "upg 1\n" + imports))
    same(codes("check", "plan.upg", cwd=folder), ["UPG9018"], "codes")


def test_the_same_file_on_two_ways_is_read_once(folder):
    plan_in(folder, "upg 1\n", "parts/base.upg")
    plan_in(folder, 'upg 1\nimport "base.upg"\n', "parts/left.upg")
    plan_in(folder, 'upg 1\nimport "./base.upg"\n', "parts/right.upg")
    plan_in(folder, PLAN.replace("upg 1\n", 'upg 1\nimport "parts/left.upg"\nimport "parts/right.upg"\n'))
    same(codes("check", "plan.upg", cwd=folder, code=0), [], "codes")


def test_a_link_within_the_directory_may_be_imported(folder):
    plan_in(folder, "upg 1\n", "parts/base.upg")
    (folder / "link.upg").symlink_to("parts/base.upg")
    plan_in(folder, PLAN.replace("upg 1\n", 'upg 1\nimport "link.upg"\n'))
    same(codes("check", "plan.upg", cwd=folder, code=0), [], "codes")


def test_a_pipe_is_no_plan_UPG9002(folder):
    os.mkfifo(folder / "plan.upg")
    same(codes("check", "plan.upg", cwd=folder), ["UPG9002"], "codes")


def quickly(folder, text, code="UPG1"):
    """Refused with a code of its own, within eight seconds of one processor and 400 MB, however the compiler was built."""
    (folder / "plan.upg").write_bytes(text)

    def limited():
        resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20))
        resource.setrlimit(resource.RLIMIT_CPU, (8, 8))

    done = upg("check", "plan.upg", cwd=folder, preexec_fn=limited)
    check(done.returncode == 1 and f"error[{code}" in done.stderr, f"ended with {done.returncode}\n{done.stderr[:800]}")
    check(len(done.stderr) < 100_000, "said too much")


def test_ten_megabytes_are_refused_quickly(folder):
    quickly(folder, HEAD.encode() + b"// x\n" * (2 << 20), "UPG1030")


def test_two_million_words_are_refused_quickly(folder):
    quickly(folder, HEAD.encode() + b"a = [1,1,1,1,1,1,1,1,1,1]\n" * 100_000, "UPG1032")


def test_random_bytes_are_refused_quickly(folder):
    import random
    quickly(folder, random.Random(7).randbytes(4 << 20))


def test_deep_nesting_is_refused_quickly(folder):
    quickly(folder, HEAD.encode() + b"let x = " + b"(" * 200_000 + b"\n")


def test_deep_braces_are_refused_quickly(folder):
    quickly(folder, HEAD.encode() + b"a {\n" * 100_000)


def test_one_long_line_is_refused_quickly(folder):
    quickly(folder, HEAD.encode() + b"let x = " + b"a + " * 500_000 + b"a\n")


def test_a_match_of_100_000_versions_is_refused_quickly(folder):
    cases = "".join(f'  1.{i} => "p{i}"\n' for i in range(100_000))
    quickly(folder, f"{HEAD}let part = match from {{\n{cases}  else => \"\"\n}}\n".encode(), "UPG2022")


def test_a_chain_of_20_000_lets_is_refused_quickly_in_either_order(folder):
    chain = [f"let x{i + 1} = x{i}\n" for i in range(20_000)]
    for lines in (chain, chain[::-1]):
        quickly(folder, (HEAD + 'let x0 = "x"\n' + "".join(lines)).encode(), "UPG2020")


def test_20_000_unknown_names_are_told_quickly(folder):
    quickly(folder, (HEAD + "".join(f"let y{i} = z{i}\n" for i in range(20_000))).encode(), "UPG2003")


def test_conditions_on_thousands_of_versions_are_refused_quickly(folder):
    steps = "".join(f'  step s{i} "S" when from < 1.{i + 1} {{ note "x" }}\n' for i in range(3_000))
    quickly(folder, f"{HEAD}upgrade {{\n{steps}}}\n".encode(), "UPG3001")


def test_texts_that_double_a_hundred_times_are_read_once(folder):
    lets = "".join(f'let x{i + 1} = "${{x{i}}}${{x{i}}}"\n' for i in range(100))
    first = 'choice mode = one | two "Mode"\nlet x0 = match mode {\n  one => "1"\n  two => unsupported "not yet"\n}\n'
    plan_in(folder, f'{HEAD}{first}{lets}upgrade {{\n  step look "Look" {{ note "${{x100}}" }}\n}}\n')
    limits = {resource.RLIMIT_CPU: 8, resource.RLIMIT_AS: 400 << 20}
    done = upg("build", "plan.upg", "--out", "out", cwd=folder,
               preexec_fn=lambda: [resource.setrlimit(what, (most, most)) for what, most in limits.items()])
    check(done.returncode == 0, f"ended with {done.returncode}\n{done.stderr[:800]}")


def test_control_characters_do_not_reach_the_terminal(folder):
    (folder / "plan.upg").write_bytes(HEAD.encode() + b"let \x1b[2Jx = \xe2\x80\xae1\n")
    done = upg("check", "plan.upg", cwd=folder)
    check(done.returncode == 1 and "\x1b" not in done.stderr and "\u202e" not in done.stderr, repr(done.stderr))
