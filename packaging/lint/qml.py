#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""qmllint over the screens: qml.py [BUILD-FOLDER], which holds the modules' types once they are built.

Any warning is a finding, but for what Qt 6.4 cannot know: that an id of the same file is seen from inside
an inline component (pragma ComponentBehavior is of 6.5), and MISTAKEN.
"""
import json
import pathlib
import re
import shutil
import subprocess
import sys

import findings

QMLLINT = next((p for p in ("/usr/lib/qt6/bin/qmllint", shutil.which("qmllint6"), shutil.which("qmllint"))
                if p and pathlib.Path(p).exists()), None)

# A C++ class whose base is in another module of ours is written down without its base; lists of value
# types are arrays too; items found at run time have more than their type says; Qt.application and Qt.callLater are more than
# they seem; Overlay comes with the controls, and a button's own click() with the button.
MISTAKEN = re.compile("|".join((
    r"Cannot assign binding of type apricot::\w+ to (apricot::\w+|QObject)",
    r"Cannot assign to default property of incompatible type",
    r"Property \"\w+\" not found on type \"(QQmlApplication|QQuickItem)\"",
    r"Property \"(filter|slice)\" not found on type \"(QVariantList|QList<)",
    r"Property \"callLater\" is a QJSValue property",
    r"No type found for property \"options\"", r"Property \"DontConfirmOverwrite\" not found on type",
    r"Unqualified access to (Overlay|click)$",
    r"Type is a (list|method)\. You cannot access")))


def warnings_of(modules, files):
    """(file, line, words) of what qmllint says of these files.

    A control's contentItem with an id is made at once, not when it is needed: so be it.
    """
    done = subprocess.run([QMLLINT, "--json", "-", "--deferred-property-id", "disable", "-I", modules, *files], capture_output=True, text=True)
    for told in json.loads(done.stdout)["files"]:
        text = pathlib.Path(told["filename"]).read_text(encoding="utf-8")
        ids = set(re.findall(r"\bid:\s*(\w+)", text))
        lines = text.splitlines()
        for warning in told["warnings"]:
            if warning["type"] not in ("warning", "critical", "error"):
                continue
            line, column = warning.get("line", 1), warning.get("column", 1)
            name = re.match(r"\w*", lines[line - 1][column - 1:]).group() if line <= len(lines) else ""
            if warning["message"] == "Unqualified access":
                if name in ids:
                    continue
                warning["message"] += f" to {name}"
            if MISTAKEN.match(warning["message"]):
                continue
            yield told["filename"], line, warning["message"]


def check(build):
    modules = build / "qml"
    files = sorted(modules.glob("Apricot/*/*.qml"))
    if not files:
        yield findings.ROOT / "qml", 1, f"{modules} holds no modules: build first"
        return
    sources = {(f.name, f.read_bytes()): f for f in findings.ROOT.glob("qml/*/*.qml")}
    for file, line, words in warnings_of(modules, files):
        built = pathlib.Path(file)
        here = sources.get((built.name, built.read_bytes()))
        if here:  # else from an older build
            yield here, line, words


if __name__ == "__main__":
    if not QMLLINT:
        sys.exit("qml: qmllint is missing (./dev setup)")
    arguments = [a for a in sys.argv[1:] if a != "--self-test"]
    place = pathlib.Path(arguments[0] if arguments else findings.ROOT / "build/check").resolve()
    sys.argv = [sys.argv[0], *(a for a in sys.argv[1:] if a == "--self-test")]
    if "--self-test" in sys.argv:
        findings.main(lambda root: warnings_of(place / "qml", sorted(root.glob("*.qml"))), {
            "Unqualified access to nowhere": {"A.qml": "import QtQuick\nItem { property int a: nowhere }\n"},
            "nosuch": {"A.qml": "import QtQuick\nItem { nosuch: 1 }\n"}})
    else:
        findings.main(lambda _: check(place), {})
