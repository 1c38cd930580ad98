#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The arrows between the libraries: declared, downwards, used, and drawn in core/README.md and qml/README.md.

A library of its own is each core/NAME, and each room core/WING/ROOM (called WING_ROOM), with
apricot_library(NAME ... PUBLIC ... PRIVATE ...): PUBLIC what its headers include, PRIVATE what its sources
alone do. (An #include of a library to which no arrow leads does not compile either: each has its own include
folder.) platform is one more; so is each qml/NAME with apricot_module(NAME ... DEPENDS ...), which is called
qml_NAME here.
"""
import re
import sys

import findings

INCLUDE = re.compile(r'^#include "([a-z_/]+)/[^/"]+"', re.MULTILINE)
IMPORT = re.compile(r"^import Apricot\.(\w+)", re.MULTILINE)
SORTS = ("PUBLIC", "PRIVATE", "DEPENDS")
CORE = ("core/*", "core/*/*")


def libraries(root, *places, call="library"):
    """{name: (CMakeLists.txt, {declared name: PUBLIC, PRIVATE or DEPENDS})}"""
    out = {}
    for file in sorted(f for place in places or CORE for f in root.glob(f"{place}/CMakeLists.txt")):
        text = re.sub(r"#.*", "", file.read_text(encoding="utf-8"))
        found = re.search(rf"apricot_{call}\((\w+)([^)]*)\)", text)
        if not found:
            continue
        words, declared, sort = found.group(2).split(), {}, None
        for word in words:
            if word.isupper():
                sort = word if word in SORTS else None
            elif sort:
                declared[word] = sort
        out[("qml_" if call == "module" else "") + found.group(1)] = (file, declared)
    return out


def library_of(folder, known):
    """Of the folder in an #include: "flows/patient" is flows_patient, "ledger/actions" is ledger."""
    parts = folder.split("/")
    for size in range(len(parts), 0, -1):
        name = "_".join(parts[:size])
        if name in known or "qml_" + name in known:
            return name
    return parts[0]


def used(folder, known, *patterns):
    """{library: (file, line) of the first include of it}"""
    out = {}
    for file in sorted(f for pattern in patterns for f in folder.glob(pattern)):
        text = file.read_text(encoding="utf-8")
        for match in INCLUDE.finditer(text):
            out.setdefault(library_of(match.group(1), known), (file, text.count("\n", 0, match.start()) + 1))
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
    lines, width = [], max(map(len, arrows))
    for layer in reversed(layers(arrows)):
        lines += [f"{name:<{width}} -> {' '.join(sorted(arrows[name]))}".rstrip(" ->") for name in layer]
    return "\n".join(lines)


def arrows_of(root):
    return {name: declared for name, (_, declared) in libraries(root).items()}


def wing(name):
    """Of a room: "flows" of flows_patient."""
    return name.partition("_")[0] if "_" in name and not name.startswith("qml_") else ""


def check(root):
    known = libraries(root)
    for name, (file, declared) in known.items():
        told = used(file.parent, known, "*.h", "*/*.h")
        seen = used(file.parent, known, "*.cpp", "*/*.cpp") | told
        for other, (where, line) in seen.items():
            if other == name:
                continue
            if other in known and other not in declared:
                yield where, line, f"includes {other}, which {name} does not declare"
            elif other in told and declared.get(other) == "PRIVATE":
                yield where, line, f"includes {other} in a header: {name} declares it PRIVATE"
            if wing(name) and wing(other) == wing(name) and other != wing(name) + "_shared":
                yield where, line, f"the rooms {name} and {other} know nothing of each other"
            if other == "app" or other.startswith("qml"):
                yield where, line, "core knows nothing of the apps"
        for other in declared:
            if other not in known:
                yield file, 1, f"declares {other}, which is no library"
            elif other not in seen:
                yield file, 1, f"declares {other}, which it does not include: delete the arrow"
            elif other not in told and declared[other] == "PUBLIC":
                yield file, 1, f"declares {other} PUBLIC, which no header includes"
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
    return libraries(root, "qml/*", call="module") | libraries(root, "platform", *CORE)


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
        for library, place in used(file.parent, known, "*.h", "*.cpp", "*/*.h", "*/*.cpp").items():
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
                yield where, line, f"uses {other}, which {name} does not declare"
        for other in declared:
            if other not in known:
                yield file, 1, f"declares {other}, which is no library"
            elif other not in seen:
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
    place = "core/" + name.replace("_", "/")
    return {f"{place}/CMakeLists.txt": f"apricot_library({name} SOURCES a.cpp {declares})",
            f"{place}/a.cpp": source}


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
            "in a header": {**library("a", ""), **library("b", "PRIVATE a"),
                            "core/b/b.h": '#include "a/x.h"\n'},
            "which no header includes": {**library("a", ""), **library("b", "PUBLIC a", '#include "a/x.h"\n')},
            "know nothing of each other": {**library("w_a", ""),
                                           **library("w_b", "PRIVATE w_a", '#include "w/a/x.h"\n')},
            "part of a cycle": {**library("a", "PRIVATE b", '#include "b/x.h"\n'),
                                **library("b", "PRIVATE a", '#include "a/x.h"\n')},
            "delete the arrow": {**library("a", ""), **library("b", "PRIVATE a")},
            "does not show": library("a", ""),
            "does not show the screens' arrows": module("a", ""),
            "uses qml_b, which qml_a": {**module("a", "", "import Apricot.B\n"), **module("b", "")},
            "qml_b is part of a cycle": {**module("a", "qml_b", "import Apricot.B\n"),
                                         **module("b", "qml_a", "import Apricot.A\n")},
        })
