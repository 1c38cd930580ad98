#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's program asks directly only where core/gateway/README.md says so, with what that shows:
everything else goes by way of another operator's node (Session::askApart)."""
import re

import findings

README = "core/gateway/README.md"
ROW = re.compile(r"^\| `((?:core|qml|app)/[^`]+)` \| (\d+) \|", re.MULTILINE)
DIRECTLY = {"core": re.compile(r"(?:\b\w+|\))->ledger\(\)"), "qml": re.compile(r"\b\w+->ledger\(\)"),
            "app": re.compile(r"\bstage\.ledger\(\)")}
CLINICS = ("qml/clinic/",)  # who a clinic is, everybody may know


def check(root):
    said = dict(ROW.findall((root / README).read_text(encoding="utf-8")))
    asking = ("core/session/*.cpp", "core/session/*.h", "core/flows/patient/*.cpp", "qml/**/*.cpp", "app/cli/*.cpp")
    for file in sorted(file for place in asking for file in root.glob(place)):
        name = file.relative_to(root).as_posix()
        if name.startswith(CLINICS):
            continue
        text = re.sub(r"\b\w*(?:way|by)->ledger\(\)", "", file.read_text(encoding="utf-8"))  # by a relay
        places = len(DIRECTLY[name.split("/")[0]].findall(text))
        allowed = int(said.pop(name, 0))
        if places != allowed:
            yield file, 1, f"asks directly in {places} places; {README} names {allowed}"
    for name in said:
        yield root / README, 1, f"{name} is no longer there"


if __name__ == "__main__":
    findings.main(check, {
        "asks directly in 1 places": {
            README: "", "qml/sharing/a.cpp": "openingOf(grant, chosen->ledger());"},
        "names 2": {
            README: "| `app/cli/a.cpp` | 2 | all |\n", "app/cli/a.cpp": "revoke(stage.ledger());"},
        "is no longer there": {README: "| `app/cli/a.cpp` | 2 | all |\n"}})
