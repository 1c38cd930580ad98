#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is pressed or typed into in qml/ has an accessible name, and a screen reader can press it.

Qt 6.4 tells a button nothing when a screen reader presses it, unless Accessible.onPressAction is there;
a radio button or switch it only checks, so that onClicked never runs. Nor has its button click(): the
call fails only when somebody presses, by key or by screen reader.
"""
import re

import findings

PRESSED = {"AbstractButton", "Button", "RadioButton", "CheckBox", "Switch", "TabButton", "RoundButton", "ToolButton",
           "DelayButton", "ItemDelegate", "RadioDelegate", "CheckDelegate", "SwitchDelegate", "SwipeDelegate"}
NAMED = PRESSED | {"TextField", "TextArea", "TextInput", "TextEdit", "SecretField", "ComboBox", "SpinBox", "Slider",
                   "RangeSlider", "Dial", "Tumbler", "ProgressBar", "ListView", "GridView", "TableView"}
TOUCHED = {"MouseArea", "TapHandler"}  # what they stand in is the control
OPENING = re.compile(r"(?:\b(?P<type>(?:[A-Z]\w*\.)?[A-Z]\w*)(?:\s+on\s+[\w.]+)?\s*)?\{|\}")


def bare(text):
    """The text without comments and strings, with every line where it was."""
    pattern = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`", re.DOTALL)
    return pattern.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)


def elements(text):
    """(type, line, own text without that of elements inside, type around) of every element."""
    stack, start = [], 0
    for match in OPENING.finditer(text):
        if stack:
            stack[-1][2].append(text[start:match.start()])
        start = match.end()
        if match.group() == "}":
            if not stack:
                return
            kind, line, own = stack.pop()
            if kind:
                yield kind, line, "".join(own), next((s for s in reversed(stack) if s[0]), None)
            elif stack:  # a block of script belongs to the element it stands in
                stack[-1][2].append("".join(own))
        else:
            stack.append((match.group("type"), text.count("\n", 0, match.start()) + 1, []))


def check(root):
    for file in sorted(root.glob("qml/**/*.qml")):
        found = list(elements(bare(file.read_text(encoding="utf-8"))))
        own_of = {line: own for _, line, own, _ in found}
        for kind, line, own, around in found:
            plain = kind.rpartition(".")[2]
            named, pressed = plain in NAMED, plain in PRESSED
            who = plain
            if plain in TOUCHED and around:
                named = pressed = True
                who, own = f"{plain} in {around[0]}", own_of[around[1]]
            if pressed and re.search(r"\bclick\(", own):
                yield file, line, f"{plain} calls click(), which Qt 6.4 does not have: clicked()"
            if "Accessible.ignored" in own:
                continue
            if named and "Accessible.name" not in own:
                yield file, line, f"{who} without Accessible.name"
            if pressed and "Accessible.onPressAction" not in own:
                yield file, line, f"{who} without Accessible.onPressAction: a screen reader cannot press it"


if __name__ == "__main__":
    findings.main(check, {
        "TextField without Accessible.name": {"qml/a/A.qml": "Item {\n    TextField { text: \"Accessible.name\" }\n}\n"},
        "Button without Accessible.onPressAction": {"qml/a/A.qml": "Button {\n    Accessible.name: text\n}\n"},
        "Button calls click(), which": {
            "qml/a/A.qml": "Button {\n    Accessible.name: text\n    Accessible.onPressAction: click()\n}\n"},
        "TapHandler in Rectangle without Accessible.name": {
            "qml/a/A.qml": "Item {\n    Accessible.name: 1\n    Rectangle { TapHandler { onTapped: go() } }\n}\n"},
        "MouseArea in Rectangle without Accessible.onPressAction": {
            "qml/a/A.qml": "Rectangle {\n    Accessible.name: \"x\"\n    MouseArea { onClicked: { go() } }\n}\n"},
    })
