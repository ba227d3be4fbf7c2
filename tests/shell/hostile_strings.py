#!/usr/bin/env python3
"""hostile_strings.py LINES|TYPED: strings that somebody may answer, each with a NUL behind it. All are lines; what is typed has no
byte that the terminal keeps for itself. The naughty strings come from where `./dev engines` has put them."""

import json
import os
import pathlib
import sys

engines = pathlib.Path(os.environ.get("UPG_ENGINES", pathlib.Path.home() / ".cache/upg-engines"))
naughty = engines / "naughty-1.0.0/package/blns.json"

found = [b"", b" ", b"  a b  ", b"'", b"''", b'"', b'""', b"\\", b"a\\", b"$x", b"${x}", b"$(echo x)", b"`echo x`", b"-n", b"--", b"*", b"~", b"!!", b"#x",
         b"a=b", b"= ", b"x'y\"z\\w$v`u", b"'$'\"\"`'", b"%s", b"\\n", b"\\c", b"END", b"$@", b"$$", b"x" * 3000, b"'" * 300, b"\\" * 300]
for byte in (bytes([b]) for b in range(1, 256)):
    found += [byte, b"a" + byte + b"'z", b"$" + byte, b"\\" + byte]
if naughty.exists():
    found += [text.encode() for text in json.loads(naughty.read_text())]
found = [text for text in found if b"\n" not in text and b"\0" not in text]
if sys.argv[1] == "TYPED":
    found = [text for text in found if text and len(text) < 400 and not any(b < 32 and b != 9 or b == 127 for b in text)]
sys.stdout.buffer.write(b"".join(text + b"\0" for text in found))
