#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy over our sources, read without precompiled headers, so that a missing #include shows:
#   tidy.sh [BUILD] --changed   those that differ from a commit before, and for each header that does one
#                               source that includes it. That commit is CI_BASE (environment) where the
#                               clone has it; else where this branch left origin's main; else the commit
#                               before the last. All when .clang-tidy, this file or the presets changed.
#   tidy.sh [BUILD] --all       all
#   tidy.sh [BUILD] FILE ...    these
# BUILD is a configured build folder (build/check). A file that passed is not looked at again until it, a
# header, or .clang-tidy changes (build/tidy remembers).
set -euo pipefail
cd "$(dirname "$0")/../.."
build=build/check
if [ -d "${1:-}" ]; then build=$1; shift; fi
[ -f "$build/compile_commands.json" ] || { echo "tidy: $build is not configured" >&2; exit 2; }
mkdir -p build/tidy

commit() { git rev-parse --verify --quiet "$1^{commit}"; }
base() {
  if [ -n "${CI_BASE:-}" ] && commit "$CI_BASE"; then return; fi
  local left
  left=$(git merge-base HEAD origin/main 2>/dev/null) || left=
  if [ -n "$left" ] && [ "$left" != "$(commit HEAD)" ]; then echo "$left"; return; fi
  commit HEAD~1 || git hash-object -t tree /dev/null # nothing before: everything
}
all() { git ls-files 'core/*.cpp' 'app/*.cpp' 'platform/*.cpp' 'qml/*.cpp'; }
changed() {
  local from differing
  from=$(base)
  differing=$(git diff --name-only --diff-filter=d "$from" --; git ls-files --others --exclude-standard)
  echo "tidy: what changed since ${from:0:12}" >&2
  if grep -qE '^(\.clang-tidy|packaging/lint/tidy\.sh|CMakePresets\.json)$' <<<"$differing"; then
    all
    return
  fi
  python3 -B packaging/lint/includers.py <<<"$differing"
}

case "${1:-}" in
--all) mapfile -t files < <(all) ;;
--changed | "") mapfile -t files < <(changed) ;;
*) files=("$@") ;;
esac
echo "tidy: ${#files[@]} files" >&2
[ ${#files[@]} -gt 0 ] || exit 0

python3 -B - "$build" <<'EOF'
import json, pathlib, re, sys
commands = json.loads((pathlib.Path(sys.argv[1]) / "compile_commands.json").read_text())
for entry in commands:
    entry["command"] = re.sub(r" (-Winvalid-pch|-fpch-preprocess|-include \S*cmake_pch\.hxx)(?= )", "", entry["command"])
pathlib.Path("build/tidy/compile_commands.json").write_text(json.dumps(commands))
EOF
headers=$(git ls-files '*.h' '*.def' .clang-tidy | sort | xargs cat | sha256sum | cut -c1-16)
export headers
check() {
  local mark
  mark=build/tidy/$(sha256sum <"$1" | cut -c1-16)-$headers
  [ ! -e "$mark" ] || return 0
  clang-tidy-14 --quiet --extra-arg=-Wno-unknown-warning-option -p build/tidy "$1" 2>"$mark.log" || { cat "$mark.log" >&2; return 1; }
  mv "$mark.log" "$mark"
}
export -f check
printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P "$(nproc)" bash -c 'check "$0"'
