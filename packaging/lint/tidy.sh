#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy over what is compiled: tidy.sh BUILD-FOLDER [FILE ...]. A file that passed is not looked
# at again until it, a header, or .clang-tidy changes (build/tidy remembers).
set -euo pipefail
cd "$(dirname "$0")/../.."
build=$1
shift
[ -f "$build/compile_commands.json" ] || { echo "tidy: $build is not configured" >&2; exit 2; }
files=("$@")
[ $# -gt 0 ] || mapfile -t files < <(git ls-files 'core/*.cpp' 'app/*.cpp' 'platform/*.cpp' 'qml/*.cpp')
mkdir -p build/tidy
headers=$(git ls-files '*.h' '*.def' .clang-tidy | sort | xargs cat | sha256sum | cut -c1-16)
export build headers
check() {
  local mark
  mark=build/tidy/$(cat "$1" | sha256sum | cut -c1-16)-$headers
  [ ! -e "$mark" ] || return 0
  clang-tidy-14 --quiet --extra-arg=-Wno-unknown-warning-option -p "$build" "$1" 2>"$mark.log" || { cat "$mark.log" >&2; return 1; }
  mv "$mark.log" "$mark"
}
export -f check
printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P "$(nproc)" bash -c 'check "$0"'
