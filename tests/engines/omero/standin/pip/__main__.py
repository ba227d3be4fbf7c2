"""A stand-in for pip, which has no index to ask here: it writes down what would be installed, as pip's own records do."""

import pathlib
import re
import shutil
import sys

LIB = pathlib.Path(__file__).resolve().parent.parent


def installed():
    return {p.name.split("-")[0].replace("_", "-"): p for p in LIB.glob("*.dist-info")}


def version(path):
    return re.search(r"^Version: (.*)$", (path / "METADATA").read_text(), re.M).group(1)


def put(name, wanted):
    remove(name)
    folder = LIB / f"{name.replace('-', '_')}-{wanted}.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {wanted}\n")


def remove(name):
    if name in installed():
        shutil.rmtree(installed()[name])


def install(words):
    if words[0] == "--requirement":
        words = pathlib.Path(words[1]).read_text().split()
    for word in words:
        name, _, wanted = re.fullmatch(r"([A-Za-z0-9_.-]+?)(==|>=)(.+)", word).groups()
        put(name, wanted)


word, rest = sys.argv[1], [w for w in sys.argv[2:] if w not in ("--upgrade", "--yes", "--all")]
if word == "freeze":
    print("\n".join(f"{name}=={version(path)}" for name, path in sorted(installed().items())))
elif word == "install":
    install(rest)
elif word == "uninstall":
    for each in rest:
        remove(each)
else:
    sys.exit(f"pip: unknown word {word}")
