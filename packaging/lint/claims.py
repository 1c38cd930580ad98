#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every claim of SECURITY.md names a test that there is: `Class::function` of a Qt Test, or `file.py`, `file.sh`.

A row of its table whose last column but one holds no test, and no "none:" with the reason, is a finding.
"""
import re

import findings

TEST = re.compile(r"`(\w+)::(\w+)`")
SCRIPT = re.compile(r"`(\w+\.(?:py|sh))`")


def tests_in(root):
    """{class name: {test functions}} and the names of scripts."""
    classes, scripts = {}, set()
    for file in findings.files(root, "tests/*.cpp", "tests/*.h", "tests/*.py", "tests/*.sh",
                               "packaging/*.py", "packaging/*.sh"):
        if file.suffix in (".py", ".sh"):
            scripts.add(file.name)
            continue
        text = file.read_text(encoding="utf-8")
        for found in re.finditer(r"class (\w+)[^{;]*: public QObject", text):
            end = text.find("\nclass ", found.end())
            functions = re.findall(r"\bvoid (\w+)\(\)", text[found.end():end if end > 0 else len(text)])
            classes.setdefault(found.group(1), set()).update(functions)
    return classes, scripts


def check(root):
    page = root / "SECURITY.md"
    if not page.exists():
        yield page, 1, "is missing"
        return
    classes, scripts = tests_in(root)
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        for name, function in TEST.findall(line):
            if function not in classes.get(name, ()):
                yield page, number, f"names {name}::{function}, which is no test"
        for script in SCRIPT.findall(line):
            if script not in scripts:
                yield page, number, f"names {script}, which is no test"
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("| ") and len(cells) == 5 and cells[0] != "what" and not cells[0].startswith("-"):
            if not TEST.search(cells[3]) and not SCRIPT.search(cells[3]) and not cells[3].startswith("none:"):
                yield page, number, "claims without naming a test"


HEAD = "| what | from whom | what holds | test | what does not |\n|---|---|---|---|---|\n"
GOOD = "class TestA : public QObject {\n    Q_OBJECT\n  private Q_SLOTS:\n    void holds() {}\n};\n"

if __name__ == "__main__":
    findings.main(check, {
        "is missing": {"README.md": ""},
        "names TestA::breaks": {"SECURITY.md": HEAD + "| a | b | c | `TestA::breaks` | d |\n", "tests/a/a.cpp": GOOD},
        "names test_b.py": {"SECURITY.md": HEAD + "| a | b | c | `test_b.py` | d |\n", "tests/a/a.cpp": GOOD},
        "without naming a test": {"SECURITY.md": HEAD + "| a | b | c | surely | d |\n", "tests/a/a.cpp": GOOD},
    })
