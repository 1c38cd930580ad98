#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every C++ file is as clang-format writes it. `format.sh --fix` writes it so.
set -euo pipefail
cd "$(dirname "$0")/../.."
mapfile -t files < <(git ls-files --cached --others --exclude-standard '*.cpp' '*.h')
if [ "${1:-}" = --self-test ]; then
  printf 'int  x ;\n' | clang-format-14 --style=file --assume-filename=core/a.cpp | grep -qx 'int x;'
  echo "self-test: a bad line is written anew"
elif [ "${1:-}" = --fix ]; then
  clang-format-14 -i "${files[@]}"
else
  clang-format-14 --dry-run --Werror "${files[@]}"
fi
