#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each QML module that a screen imports is found at run time: the set-up and the packages bring it."""
import re

import findings

IMPORT = re.compile(r"^import (Q[\w.]+)", re.MULTILINE)


def package(module):
    """Debian's package of a QML module; a style comes with the controls."""
    name = re.sub(r"^QtQuick\.Controls\.\w+$", "QtQuick.Controls", module)
    return "qml6-module-" + name.lower().replace(".", "-")


def check(root):
    brought = {name: set(re.findall(r"qml6-module-[\w-]+", (root / name).read_text(encoding="utf-8")))
               for name in ("packaging/setup.sh", "packaging/package.cmake")}
    for file in sorted(root.glob("qml/**/*.qml")):
        text = file.read_text(encoding="utf-8")
        for match in IMPORT.finditer(text):
            for name, packages in brought.items():
                if package(match.group(1)) not in packages:
                    line = text.count("\n", 0, match.start()) + 1
                    yield file, line, f"imports {match.group(1)}, but {name} lacks {package(match.group(1))}"


if __name__ == "__main__":
    findings.main(check, {
        "package.cmake lacks qml6-module-qtquick-controls": {
            "packaging/setup.sh": "qml6-module-qtquick-controls", "packaging/package.cmake": "",
            "qml/a/A.qml": "import QtQuick.Controls.Basic\n"}})
