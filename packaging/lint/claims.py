#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every claim of SECURITY.md names a test that there is: `Class::function` of a Qt Test, or `file.py`, `file.sh`,
also with its path. A row of its table whose last column but one holds no test, and no "none:" with the reason, is
a finding.

Every page: a file that it names with its folder is there (from the root, from core or beside the page), and
`what` in `folder/file` occurs in that file.
"""
import functools
import re

import findings

TEST = re.compile(r"`(\w+)::(\w+)`")
SCRIPT = re.compile(r"`((?:[\w.-]+/)*\w+\.(?:py|sh))`")
PATH = re.compile(r"(?:`(\w+)`\s+in\s+)?`((?:[\w.-]+/)+[\w-]+\.(?:cpp|h|def|py|sh|qml|ts|md|proto))`")


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


def paths(root):
    kept = functools.cache(lambda file: file.read_text(encoding="utf-8") if file.is_file() else None)
    for page in findings.files(root, "*.md"):
        said = page.read_text(encoding="utf-8")
        for found in PATH.finditer(said):
            what, path = found.groups()
            if path.startswith("build/") or "FOLDER/" in path:
                continue
            number = said.count("\n", 0, found.start()) + 1
            there = [kept(folder / path) for folder in (root, root / "core", page.parent)]
            named = next((text for text in there if text is not None), None)
            if named is None:
                yield page, number, f"names {path}, which is not there"
            elif what and not re.search(rf"\b{what}\b", named):
                yield page, number, f"names {what} in {path}, where it does not occur"


def check(root):
    yield from paths(root)
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
            if script.rpartition("/")[2] not in scripts or "/" in script and not (root / script).is_file():
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
        "names tests/a/test_b.py, which is no test": {
            "SECURITY.md": HEAD + "| a | b | c | `tests/a/test_b.py` | d |\n", "tests/b/test_b.py": ""},
        "names core/a/b.cpp, which is not there": {"README.md": "It is `core/a/b.cpp`.", "core/a/a.cpp": ""},
        "names isIt in a/a.cpp, where": {"core/README.md": "`isIt`\nin `a/a.cpp`", "core/a/a.cpp": "wasIsIt()"},
        "names test_b.py": {"SECURITY.md": HEAD + "| a | b | c | `test_b.py` | d |\n", "tests/a/a.cpp": GOOD},
        "without naming a test": {"SECURITY.md": HEAD + "| a | b | c | surely | d |\n", "tests/a/a.cpp": GOOD},
    })
