#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A build with platform/dummy alone: configures one beside BUILD, compiles the platform, runs its
# test, and reads what both apps would be linked with. Usage: platform.sh BUILD
set -euo pipefail
cd "$(dirname "$0")/../.."
build=$1/dummy
cmake --preset check -B "$build" -DAPRICOT_PLATFORM=dummy >"$1/dummy.log" 2>&1 || { cat "$1/dummy.log" >&2; exit 1; }
ninja -C "$build" -j2 test_dummy_platform >>"$1/dummy.log" 2>&1 || { tail -40 "$1/dummy.log" >&2; exit 1; }
"$build/bin/test_dummy_platform" test_dummy_platform >>"$1/dummy.log" 2>&1 || { tail -40 "$1/dummy.log" >&2; exit 1; }
sources=$(ninja -C "$build" -t inputs apricot_platform)
if grep -E 'platform/(linux|qt)/' <<<"$sources"; then
  echo "platform: the dummy build compiles another system's folder" >&2; exit 1
fi
for app in apricot apricot-clinic; do
  # What it is linked with; not what is compiled for that.
  linked=$(ninja -C "$build" -t commands -s "bin/$app")
  [[ $linked == *libapricot_platform.a* ]] || { echo "platform: $app links no platform" >&2; exit 1; }
  if grep -oiE '[^ ]*(libQt6(DBus|Multimedia|Pdf|PrintSupport|TextToSpeech)|qt6keychain)[^ ]*' <<<"$linked"; then
    echo "platform: $app of the dummy build links what belongs to a folder that is not in it" >&2; exit 1
  fi
done
