#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The arrows between the libraries: declared, downwards, used, and drawn in core/README.md and qml/README.md.

A library of its own is each core/NAME with apricot_library(NAME ... DEPENDS ...). (An #include of a
library that is not declared does not compile either: each has its own include folder.) platform is one
more; so is each qml/NAME with apricot_module(NAME ...), which is called qml_NAME here.
"""
import re
import sys

import findings

INCLUDE = re.compile(r'^#include "([a-z]+)/', re.MULTILINE)
IMPORT = re.compile(r"^import Apricot\.(\w+)", re.MULTILINE)


def libraries(root, *places, call="library"):
    """{name: (CMakeLists.txt, declared names)}"""
    out = {}
    for file in sorted(f for place in places or ("core/*",) for f in root.glob(f"{place}/CMakeLists.txt")):
        text = re.sub(r"#.*", "", file.read_text(encoding="utf-8"))
        found = re.search(rf"apricot_{call}\((\w+)([^)]*)\)", text)
        if not found:
            continue
        words, declared, taking = found.group(2).split(), [], False
        for word in words:
            if word in ("SOURCES", "QML", "DEPENDS", "LINK"):
                taking = word == "DEPENDS"
            elif taking:
                declared.append(word)
        out[("qml_" if call == "module" else "") + found.group(1)] = (file, declared)
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


def screens(root):
    """{name: (CMakeLists.txt, declared names)} of the QML modules and of what they stand on."""
    return libraries(root, "qml/*", call="module") | libraries(root, "platform", "core/*")


def arrows_of_screens(root):
    """Between the modules and platform alone: all of them may use core."""
    known = screens(root)
    shown = [n for n in known if n.startswith("qml_") or n == "platform"]
    return {n: [d for d in known[n][1] if d in shown] for n in shown}


def check_screens(root):
    known = screens(root)
    for name, (file, declared) in known.items():
        if not name.startswith("qml_") and name != "platform":
            continue
        own, seen = name.removeprefix("qml_"), {}
        for library, place in used(file.parent, "*.h", "*.cpp", "*/*.h", "*/*.cpp").items():
            seen.setdefault("qml_" + library if "qml_" + library in known else library, place)
        for source in sorted(file.parent.glob("*.qml")):
            text = source.read_text(encoding="utf-8")
            for match in IMPORT.finditer(text):
                module = "qml_" + match.group(1).lower()
                seen.setdefault(module, (source, text.count("\n", 0, match.start()) + 1))
        for other, (where, line) in seen.items():
            if other in (name, own):
                continue
            if name == "platform" and other.startswith("qml_"):
                yield where, line, "platform knows nothing of the screens"
            elif other in known and other not in declared:
                yield where, line, f"uses {other}, which {name} does not declare under DEPENDS"
        for other in declared:
            if other not in known:
                yield file, 1, f"declares {other}, which is no library"
            elif other.startswith("qml_") and other not in seen:
                yield file, 1, f"declares {other}, which it does not use: delete the arrow"
    arrows = {name: [d for d in declared if d in known] for name, (_, declared) in known.items()}
    flat = {name for layer in layers(arrows) for name in layer}
    for name in sorted(n for n in set(arrows) - flat if n.startswith("qml_") or n == "platform"):
        yield known[name][0], 1, f"{name} is part of a cycle: {' '.join(arrows[name])}"
    readme, shown = root / "qml/README.md", arrows_of_screens(root)
    if shown and sum(map(len, layers(shown))) == len(shown):
        if not readme.exists() or drawn(shown) not in readme.read_text(encoding="utf-8"):
            yield readme, 1, "does not show the screens' arrows as they are: arrows.py --print draws them"


def check_all(root):
    yield from check(root)
    yield from check_screens(root)


def library(name, declares, source=""):
    return {f"core/{name}/CMakeLists.txt": f"apricot_library({name} SOURCES a.cpp DEPENDS {declares})",
            f"core/{name}/a.cpp": source}


def module(name, declares, source=""):
    return {f"qml/{name}/CMakeLists.txt": f"apricot_module({name} Apricot.X QML A.qml DEPENDS {declares})",
            f"qml/{name}/A.qml": source}


if __name__ == "__main__":
    if sys.argv[1:] == ["--print"]:
        print(drawn(arrows_of(findings.ROOT)))
        print()
        print(drawn(arrows_of_screens(findings.ROOT)))
    else:
        findings.main(check_all, {
            "does not declare": {**library("a", ""), **library("b", "", '#include "a/x.h"\n')},
            "part of a cycle": {**library("a", "b", '#include "b/x.h"\n'),
                                **library("b", "a", '#include "a/x.h"\n')},
            "delete the arrow": {**library("a", ""), **library("b", "a")},
            "does not show": library("a", ""),
            "does not show the screens' arrows": module("a", ""),
            "uses qml_b, which qml_a": {**module("a", "", "import Apricot.B\n"), **module("b", "")},
            "qml_b is part of a cycle": {**module("a", "qml_b", "import Apricot.B\n"),
                                         **module("b", "qml_a", "import Apricot.A\n")},
        })
