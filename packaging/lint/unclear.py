#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What apricotctl finds unclear in a command it tells in the language that is spoken: whatever unclear()
is given comes from say(), whose words translations.py looks for."""
import re

import findings

CALL = re.compile(r"\bunclear\((?!\s*(?:std::string what\)|(?:cli::)?say(?:With)?\())")


def bare(text):
    """Without comments, with every line where it was."""
    return re.sub(r"//[^\n]*|/\*.*?\*/", lambda m: re.sub(r"[^\n]", " ", m.group()), text, flags=re.DOTALL)


def check(root):
    for file in sorted(root.glob("app/cli/*.[ch]*")):
        text = bare(file.read_text(encoding="utf-8"))
        for call in CALL.finditer(text):
            yield file, text.count("\n", 0, call.start()) + 1, "unclear() is given what say() did not say"


if __name__ == "__main__":
    told = "unclear() is given"
    findings.main(check, {
        told: {"app/cli/a.cpp": "return Arguments::unclear(std::string(name) + \": not result\");\n"},
        told + " what": {"app/cli/a.cpp": "return Arguments::unclear(*complaint);\n"},
        told + " what say": {"app/cli/a.cpp": "return unclear( // say(\n    word);\n"}})
