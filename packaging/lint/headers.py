#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What every file must have and must not: licence line, purpose, size, names, a map per folder."""
import re

import findings

SOURCES = ("*.cpp", "*.h", "*.qml", "*.py", "*.sh", "*.cmake", "CMakeLists.txt", "*/CMakeLists.txt",
           "*.def", "*.proto", "dev", ".ci/run")
LONGEST = {".cpp": 600, ".h": 600, ".qml": 300}
VAGUE = re.compile(r"^(utils?|helpers?|manager|misc)$")
LEFT_OPEN = re.compile(r"\b(TODO|FIXME|XXX)\b")
HOSTS = re.compile(r"(deb\.debian|security\.debian|pypi|npmjs|proxy\.golang|maven\.apache|crates)"
                   r"\.(org|com|io)")
# Would make a line read otherwise than it runs.
HIDDEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f]")


def typeOf(stem):
    """cancel_rules: CancelRules."""
    return "".join(word.capitalize() for word in stem.split("_"))


def check(root):
    for file in findings.files(root, *SOURCES):
        text = file.read_text(encoding="utf-8")
        lines = text.splitlines()
        head = "\n".join(lines[:2])
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in head:
            yield file, 1, "lacks its SPDX licence line"
        if len(lines) > LONGEST.get(file.suffix, 100000):
            yield file, len(lines), f"has {len(lines)} lines: it probably holds two things"
        if file.suffix == ".h" and file.relative_to(root).parts[0] == "core":
            if "#pragma once" not in text:
                yield file, 1, "lacks #pragma once"
            if len(lines) < 2 or not lines[1].startswith("// "):
                yield file, 2, "lacks the line that says what it is for"
        for part in (*file.relative_to(root).parent.parts, file.stem):
            if any(VAGUE.match(word) for word in re.split(r"[_.-]", part)):
                yield file, 1, f"'{part}' says nothing: name what it is"
        for number, line in enumerate(lines, 1):
            if file.name == "headers.py":
                break  # names what it looks for
            if LEFT_OPEN.search(line):
                yield file, number, "is left open: do it, or say it in a README"
            if HOSTS.search(line):
                yield file, number, "names a registry's host: the machine's own is used"
            if HIDDEN.search(line):
                yield file, number, "holds an invisible character"
    folders = {f.parent for f in findings.files(root, "*.cpp", "*.qml")
               if f.relative_to(root).parts[0] in ("core", "app", "platform")}
    headers = findings.files(root, "*.h")
    for folder in sorted(folders):
        readme = folder / "README.md"
        if not readme.exists():
            yield folder, 1, "lacks its map, README.md"
            continue
        if folder.relative_to(root).parts[0] == "platform":
            continue  # what is declared stands in platform's own map
        named = set(re.findall(r"\w+", readme.read_text(encoding="utf-8")))
        for header in headers:
            if header.parent == folder and not {header.stem, typeOf(header.stem)} & named:
                yield readme, 1, f"does not name {header.name}"


SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"

if __name__ == "__main__":
    findings.main(check, {
        "SPDX": {"core/a/b.cpp": "int x;\n"},
        "does not name b.h": {"core/a/c.cpp": SPDX, "core/a/README.md": "# a\nc.h\n",
                              "core/a/b.h": SPDX + "// A thing.\n#pragma once\n"},
        "holds two things": {"core/a/b.cpp": SPDX + "\n" * 700},
        "pragma once": {"core/a/b.h": SPDX + "// A thing.\n"},
        "what it is for": {"core/a/b.h": SPDX + "#pragma once\n"},
        "says nothing": {"core/a/string_utils.cpp": SPDX},
        "left open": {"core/a/b.cpp": SPDX + "// TO" + "DO: later\n"},
        "registry's host": {"a.sh": "# SPDX-License-Identifier: GPL-3.0-or-later\ncurl pypi" + ".org\n"},
        "invisible": {"core/a/b.cpp": SPDX + "// \u202e\n"},
        "lacks its map": {"core/a/b.cpp": SPDX},
    })
