#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The arrows between the libraries: declared, downwards, used, and drawn in core/README.md.

A library of its own is each core/NAME with apricot_library(NAME ... DEPENDS ...). (An #include of a
library that is not declared does not compile either: each has its own include folder.)
"""
import re
import sys

import findings

INCLUDE = re.compile(r'^#include "([a-z]+)/', re.MULTILINE)


def libraries(root):
    """{name: (CMakeLists.txt, declared names)}"""
    out = {}
    for file in sorted(root.glob("core/*/CMakeLists.txt")):
        text = re.sub(r"#.*", "", file.read_text(encoding="utf-8"))
        call = re.search(r"apricot_library\((\w+)([^)]*)\)", text)
        if not call:
            continue
        words, declared, taking = call.group(2).split(), [], False
        for word in words:
            if word in ("SOURCES", "DEPENDS", "LINK"):
                taking = word == "DEPENDS"
            elif taking:
                declared.append(word)
        out[call.group(1)] = (file, declared)
    return out


def used(folder, *patterns):
    """{library: (file, line) of the first include of it}"""
    out = {}
    for file in sorted(f for pattern in patterns for f in folder.glob(pattern)):
        text = file.read_text(encoding="utf-8")
        for match in INCLUDE.finditer(text):
            out.setdefault(match.group(1), (file, text.count("\n", 0, match.start()) + 1))
    return out


def layers(arrows):
    """Bottom first; a library stands above all that it uses. Those of a cycle are left out."""
    left, out = dict(arrows), []
    while left:
        ready = sorted(n for n, to in left.items() if not set(to) & set(left))
        if not ready:
            return out
        out.append(ready)
        for name in ready:
            del left[name]
    return out


def drawn(arrows):
    lines = []
    for layer in reversed(layers(arrows)):
        lines += [f"{name:<9} -> {' '.join(sorted(arrows[name]))}".rstrip(" ->") for name in layer]
    return "\n".join(lines)


def arrows_of(root):
    return {name: declared for name, (_, declared) in libraries(root).items()}


def check(root):
    known = libraries(root)
    for name, (file, declared) in known.items():
        seen = used(file.parent, "*.h", "*.cpp")
        through = {name for d in declared if d in known for name in used(known[d][0].parent, "*.h")}
        for other, (where, line) in seen.items():
            if other != name and other in known and other not in declared:
                yield where, line, f"includes {other}, which {name} does not declare under DEPENDS"
            if other == "app" or other.startswith("qml"):
                yield where, line, "core knows nothing of the apps"
        for other in declared:
            if other not in known:
                yield file, 1, f"declares {other}, which is no library"
            elif other not in seen and other not in through:
                yield file, 1, f"declares {other}, which it does not include: delete the arrow"
        text = "".join(f.read_text(encoding="utf-8") for f in file.parent.glob("*.[ch]*"))
        if re.search(r"#include <Q(Gui|Quick|Qml|Network|Widget)", text):
            yield file, 1, "core does not know a user interface or Qt's network"
    arrows = {name: [d for d in declared if d in known] for name, (_, declared) in known.items()}
    flat = {name for layer in layers(arrows) for name in layer}
    for name in sorted(set(arrows) - flat):
        yield known[name][0], 1, f"{name} is part of a cycle: {' '.join(arrows[name])}"
    readme = root / "core/README.md"
    if known and flat == set(arrows):
        if not readme.exists() or drawn(arrows) not in readme.read_text(encoding="utf-8"):
            yield readme, 1, "does not show the arrows as they are: arrows.py --print draws them"


def library(name, declares, source=""):
    return {f"core/{name}/CMakeLists.txt": f"apricot_library({name} SOURCES a.cpp DEPENDS {declares})",
            f"core/{name}/a.cpp": source}


if __name__ == "__main__":
    if sys.argv[1:] == ["--print"]:
        print(drawn(arrows_of(findings.ROOT)))
    else:
        findings.main(check, {
            "does not declare": {**library("a", ""), **library("b", "", '#include "a/x.h"\n')},
            "part of a cycle": {**library("a", "b", '#include "b/x.h"\n'),
                                **library("b", "a", '#include "a/x.h"\n')},
            "delete the arrow": {**library("a", ""), **library("b", "a")},
            "does not show": library("a", ""),
        })
