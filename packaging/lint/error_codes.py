#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every error code: one number among its library's, one place that raises it, one remedy. The program itself asks
base/error_library.h, not the numbers."""
import re

import findings

ENTRY = re.compile(r"APRICOT_ERROR\((\w+),\s*(\d+),(.*?)\)\s*(?=APRICOT_ERROR|\Z)", re.DOTALL)
# A refusal of the ledger is raised under its own name, which is its code's (core/ledger/refusal.h), or
# is what a rule returns that is also asked beforehand.
RAISE = r"(?:fail\(\s*(?:apricot::)?ErrorCode|refuse\(\s*Refusal|return Refusal)::(\w+)"
NUMBERS = {"base": [(100, 200)], "crypto": [(200, 300)], "codec": [(300, 400)], "records": [(400, 500)],
           "vault": [(500, 600)], "wallet": [(600, 700)], "consent": [(700, 800)], "ledger": [(800, 900)],
           "exchange": [(900, 1000)], "flows": [(1000, 1100), (1150, 1200)], "comet": [(1100, 1150)],
           "gateway": [(1200, 1300)], "net": [(1300, 1400)], "platform": [(1400, 1500)],
           "session": [(1500, 1600)], "diary": [(1600, 1700)], "formats": [(1700, 1800)]}


def check(root):
    raised = {}
    for file in findings.files(root, "*.cpp", "*.h"):
        if not file.relative_to(root).parts[0] in ("core", "app", "platform", "qml"):
            continue
        text = file.read_text(encoding="utf-8")
        code_only = re.sub(r"//[^\n]*", "", text)
        for match in re.finditer(RAISE, code_only):
            line = code_only.count("\n", 0, match.start()) + 1
            raised.setdefault(match.group(1), []).append((file, line))
    numbers = {}
    for file in sorted(root.glob("core/base/errors/*.def")):
        if file.stem == "all":
            continue
        text = file.read_text(encoding="utf-8")
        for match in ENTRY.finditer(text):
            name, number, words = match.group(1), int(match.group(2)), match.group(3)
            line = text.count("\n", 0, match.start()) + 1
            if not any(low <= number < end for low, end in NUMBERS.get(file.stem, [])):
                yield file, line, f"{name} has a number that is not {file.stem}'s"
            if number in numbers:
                yield file, line, f"{name} has the number of {numbers[number]}"
            numbers[number] = name
            said = re.findall(r'QT_TRANSLATE_NOOP\("Error",\s*((?:"[^"]+"\s*)+)\)', words + ")")
            if len(said) != 2:
                yield file, line, f"{name} lacks what happened or what the user can do"
            places = raised.get(name, [])
            if not places:
                yield file, line, f"{name} is raised nowhere: delete it"
            for where, at in places[1:]:
                yield where, at, f"{name} is raised here too: give it one function that raises it"
            for where, at in places:
                home = where.relative_to(root).parts[1]
                if where.relative_to(root).parts[0] == "core" and home != file.stem:
                    yield where, at, f"{name} belongs to {file.stem}, not to {home}"


DEF = "core/base/errors/vault.def"
GOOD = ('APRICOT_ERROR(Gone, 501, QT_TRANSLATE_NOOP("Error", "It is gone."), '
        'QT_TRANSLATE_NOOP("Error", "Look again."))\n')
RAISES = "return fail(ErrorCode::Gone);\n"

if __name__ == "__main__":
    findings.main(check, {
        "raised here too": {DEF: GOOD, "core/vault/a.cpp": RAISES + RAISES},
        "Gone is raised here too": {DEF: GOOD, "core/vault/a.cpp": RAISES + "return refuse(Refusal::Gone);\n"},
        "raised nowhere": {DEF: GOOD},
        "a number that is not vault's": {DEF: GOOD.replace("501", "900"), "core/vault/a.cpp": RAISES},
        "a number that is not comet's": {"core/base/errors/comet.def": GOOD.replace("501", "1150")},
        "has the number of": {DEF: GOOD + GOOD.replace("Gone", "Lost")},
        "lacks what happened": {DEF: 'APRICOT_ERROR(Gone, 501, "", "")\n'},
        "belongs to vault": {DEF: GOOD, "core/wallet/a.cpp": RAISES},
    })
