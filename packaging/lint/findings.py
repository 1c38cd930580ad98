# SPDX-License-Identifier: GPL-3.0-or-later
"""What every lint shares: where the tree is, how findings are told, how a lint proves it can fail."""
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def files(root, *patterns):
    """Files that are kept in version control (all files, where there is none)."""
    if (root / ".git").exists():
        listed = subprocess.run(["git", "-C", root, "ls-files", "-z", "--cached", "--others",
                                 "--exclude-standard", *patterns],
                                capture_output=True, check=True).stdout.decode().split("\0")
        return sorted(root / name for name in listed if name and (root / name).is_file())
    return sorted(f for p in patterns for f in root.rglob(p) if f.is_file())


def main(check, bad_trees):
    """`check(root)` yields (file, line, words). `bad_trees`: {finding expected: {file: text}}."""
    if sys.argv[1:] == ["--self-test"]:
        for expected, tree in bad_trees.items():
            with tempfile.TemporaryDirectory() as folder:
                root = pathlib.Path(folder)
                for name, text in tree.items():
                    (root / name).parent.mkdir(parents=True, exist_ok=True)
                    (root / name).write_text(text, encoding="utf-8")
                told = [words for _, _, words in check(root)]
            if not any(expected in words for words in told):
                sys.exit(f"self-test: '{expected}' was not found; told: {told}")
        print(f"self-test: {len(bad_trees)} bad trees refused")
        return
    found = list(check(ROOT))
    for file, line, words in found:
        print(f"{pathlib.Path(file).relative_to(ROOT)}:{line}: {words}")
    sys.exit(1 if found else 0)
