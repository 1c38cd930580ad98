#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What screens read and hand back is typed: a misspelt key of a map is an empty text on a screen, which
nobody notices, but qmllint finds a misspelt property of a value type. So QVariantMap and QVariantList
stand in OF_ANY_TYPE alone."""
import re

import findings

# Where the values are truly of any type, reviewed.
OF_ANY_TYPE = {
    "qml/controls/settings.h": "what is stored: numbers, words, switches, by the names on the disk",
    "qml/patient/handed.h": "what is given to the app: codes, links, files",
    "qml/patient/handed.cpp": "the same",
    "app/window/window.cpp": "the same, from the command line",
}
UNTYPED = re.compile(r"\bQVariant(?:Map|List|Hash)\b|\bQList<QVariant>")


def bare(text):
    """Without comments, with every line where it was."""
    return re.sub(r"//[^\n]*|/\*.*?\*/", lambda m: re.sub(r"[^\n]", " ", m.group()), text, flags=re.DOTALL)


def check(root):
    for file in sorted(f for folder in ("qml", "app") for f in root.glob(f"{folder}/**/*.[ch]*")):
        found = [(number, line) for number, line in enumerate(bare(file.read_text(encoding="utf-8")).split("\n"), 1)
                 if UNTYPED.search(line)]
        allowed = file.relative_to(root).as_posix() in OF_ANY_TYPE
        if allowed and not found:
            yield file, 1, "holds nothing of any type: its line in rows.py can go"
        for number, line in [] if allowed else found:
            yield file, number, f"untyped row: {UNTYPED.search(line).group()}; make it a Q_GADGET with QML_VALUE_TYPE"


if __name__ == "__main__":
    findings.main(check, {
        "untyped row: QVariantMap": {"qml/shelf/a.h": "QVariantMap row;\n"},
        "untyped row: QVariantList": {"app/window/b.cpp": "QVariantList rows(); // QVariantMap\n"},
        "its line in rows.py can go": {"qml/controls/settings.h": "int m_values; // QVariantMap\n"}})
