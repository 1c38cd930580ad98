#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From changed files on stdin, the sources that clang-tidy is to look at: those among them, and for each
header one source that includes it."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ("core", "app", "platform", "qml")  # as in tidy.sh


def included_by(texts):
    """{name as it stands in #include "...": files that say so}; a name is FOLDER/FILE or FILE."""
    out = {}
    for path, text in texts.items():
        for name in re.findall(r'^\s*#\s*include "([^"]+)"', text, re.M):
            out.setdefault(name, set()).add(path)
    return out


def reader(path, texts, includers):
    """A source that includes this header, its own if it can be: there clang-tidy speaks of it."""
    own = path.rsplit(".", 1)[0] + ".cpp"
    if own in texts:
        return own
    seen, waiting = {path}, [path]
    for header in waiting:
        parts = header.split("/")
        for i in range(1, len(parts)):  # "a/x.h" and "x.h" may both name core/a/x.h
            for other in sorted(includers.get("/".join(parts[i:]), ())):
                if other.endswith(".cpp"):
                    return other
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
    return None


def concerned(changed, texts):
    includers = included_by(texts)
    ours = [path for path in changed if path in texts]
    found = {path if path.endswith(".cpp") else reader(path, texts, includers) for path in ours}
    return sorted(found - {None})


def self_test():
    texts = {"core/a/x.h": "", "core/b/y.h": '#include "a/x.h"\n', "core/b/y.cpp": '#include "b/y.h"\n',
             "core/c/z.cpp": '#include "a/other.h"\n', "core/b/t.def": "", "core/b/s.h": '#include "t.def"\n',
             "core/d/w.cpp": '#include "b/s.h"\n', "core/a/none.h": ""}
    assert concerned(["core/a/x.h"], texts) == ["core/b/y.cpp"]
    assert concerned(["core/b/y.h", "core/b/t.def"], texts) == ["core/b/y.cpp", "core/d/w.cpp"]
    assert concerned(["core/c/z.cpp", "core/gone.cpp", "core/a/none.h", "README.md"], texts) == ["core/c/z.cpp"]


def main():
    texts = {str(f.relative_to(ROOT)): f.read_text(encoding="utf-8")
             for folder in FOLDERS for kind in ("*.cpp", "*.h", "*.def") for f in (ROOT / folder).rglob(kind)}
    for path in concerned(sys.stdin.read().split("\n"), texts):
        print(path)


if __name__ == "__main__":
    self_test() if "--self-test" in sys.argv else main()
