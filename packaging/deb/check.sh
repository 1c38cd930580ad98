#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Run by root.sh in a fresh system, where the packages lie beside it: installs, uses and removes them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
failed=0
try() { # try WHAT COMMAND ...
  local what=$1
  shift
  if "$@" >last.log 2>&1; then echo "  ok    $what"; else
    echo "  FAIL  $what"
    tail -n 25 last.log | sed 's/^/        /'
    failed=1
  fi
}
as_person() { runuser -u person -- env HOME=/home/person XDG_RUNTIME_DIR=/home/person/run LANG=C.UTF-8 "$@"; }
packages=(apricot apricot-clinic apricot-cli apricot-node)

# A window is up when its first frame was drawn, which Qt says when asked; it must say nothing else.
first_window() { # first_window PROGRAM LANGUAGE
  local log=/home/person/$1.log process
  : >"$log"
  chmod 666 "$log"
  as_person QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software QT_FORCE_STDERR_LOGGING=1 \
    QT_LOGGING_RULES="qt.scenegraph.time.renderloop.debug=true" \
    "$1" --data "/home/person/$1" --language "$2" 2>>"$log" >>"$log" &
  process=$!
  for _ in $(seq 200); do
    if grep -q "[Ff]rame rendered" "$log" || ! kill -0 "$process" 2>/dev/null; then break; fi
    sleep 0.1
  done
  sleep 1
  kill -0 "$process" 2>/dev/null || { echo "it ended by itself"; cat "$log"; return 1; }
  pkill -TERM -u person -x "$1" || true
  wait "$process" || true
  grep -q "[Ff]rame rendered" "$log" || { echo "no window came up"; cat "$log"; return 1; }
  if grep -v -i -E "^$|terminated|frame rendered|frame prepared|renderloop|^qt.qpa|QStandardPaths" "$log"; then echo "it complained"; return 1; fi
}
opens() { # opens FILE TYPE
  [ "$(as_person env XDG_CURRENT_DESKTOP=GNOME xdg-mime query filetype "$1")" = "$2" ]
}
handles() { # handles TYPE DESKTOP-FILE: it is among those that handle it
  [[ "$(as_person gio mime "$1")" == *"$2"* ]]
}
nothing_left() {
  local left=()
  for file in "${files[@]}"; do [ ! -f "$file" ] || left+=("$file"); done
  [ ${#left[@]} -eq 0 ] || { printf '%s\n' "${left[@]}"; return 1; }
}

. /etc/os-release
echo "In a fresh $PRETTY_NAME:"
apt-get update -q >/dev/null
debs=(./*.deb)
# SQLCipher 4.5: on Debian 12 from its backports.
[ "$VERSION_CODENAME" != bookworm ] || debs+=(libsqlcipher1/bookworm-backports)
try "apt installs the four packages" apt-get install -y -q --no-install-recommends "${debs[@]}"
[ $failed -eq 0 ] || exit 1
mapfile -t files < <(dpkg -L "${packages[@]}" | sort -u)
try "no library is missing" bash -c '! ldd /usr/bin/apricot /usr/bin/apricot-clinic /usr/bin/apricotctl /usr/bin/apricot-node | grep "not found"'
# Each is loaded when it is first used: nothing says so at the start when one does not fit.
try "each app has its parts, and each part its libraries" bash -c '
  for app in apricot apricot-clinic; do
    [ "$(ls /usr/lib/$app/apricot_{camera,pdf,printing,speech}.so | wc -l)" = 4 ] || exit 1
    ! ldd /usr/lib/$app/*.so | grep "not found" || exit 1
  done'
# What a desktop has anyway, and what the play wants.
try "a desktop's own tools" apt-get install -y -q --no-install-recommends xdg-utils shared-mime-info desktop-file-utils \
  libglib2.0-bin procps python3
useradd --create-home person
install -d -m 700 -o person /home/person/run
for program in apricot apricot-clinic; do
  try "$program --help" as_person QT_QPA_PLATFORM=offscreen "$program" --help
done
try "apricotctl --help" as_person apricotctl --help
try "the 24 words are beside each program that wants them" test -f /usr/share/apricot/word-lists/english.txt -a \
  -f /usr/share/apricotctl/word-lists/english.txt
try "every verb says what it takes" as_person bash -c '
  verbs=$(apricotctl --help | sed -n "s/^  \([a-z][a-z-]*\) .*/\1/p"); [ "$(wc -w <<<"$verbs")" -gt 30 ] || exit 1
  for verb in $verbs; do apricotctl "$verb" --help | grep -q "^apricotctl $verb" || { echo "$verb"; exit 1; }; done'
# Without what it needs each verb says so, in one line of words, and does nothing: none dies, none lacks a file.
try "every verb answers" as_person bash -c '
  cd; for verb in $(apricotctl --help | sed -n "s/^  \([a-z][a-z-]*\) .*/\1/p"); do
    said=$(apricotctl "$verb" 2>&1 </dev/null) && code=0 || code=$?
    [ "$code" -le 4 ] && [ -n "$said" ] || { echo "$verb: $code $said"; exit 1; }; done'
try "the words of a record bring its keys back" as_person bash -c '
  set -e; cd; mkdir -p words; cd words
  exec 3< <(printf "seven cranes\n"); apricotctl create --vault a --passphrase-fd 3
  exec 3< <(printf "seven cranes\n"); apricotctl phrase --vault a --passphrase-fd 3 >phrase
  [ "$(wc -w <phrase)" = 24 ]
  exec 3< <(cat phrase; printf "eight cranes\n"); apricotctl recover --vault b --passphrase-fd 3
  exec 3< <(printf "eight cranes\n"); apricotctl phrase --vault b --passphrase-fd 3 | cmp - phrase
  exec 3< <(printf "eight cranes\n"); apricotctl backup --vault b --passphrase-fd 3 b.backup
  exec 3< <(printf "eight cranes\n"); if apricotctl backup --vault b --passphrase-fd 3 b.key; then exit 1; fi
  exec 3< <(printf "eight cranes\n"); apricotctl unlock --vault b --passphrase-fd 3'
try "apricot-conformance --help" as_person apricot-conformance --help
try "apricot-node --help" as_person apricot-node --help
try "a Chinese font is there" bash -c 'command -v fc-match >/dev/null || apt-get install -y -q --no-install-recommends fontconfig; fc-match :lang=zh-cn | grep -q -i cjk'
try "apricot's first window, English" first_window apricot en
try "apricot's first window, Chinese" first_window apricot zh_CN
try "apricot-clinic's first window, English" first_window apricot-clinic en
try "apricot-clinic's first window, Chinese" first_window apricot-clinic zh_CN
chmod a+rX . ./*
try "the whole consent loop by apricotctl" as_person python3 -B play.py --bin /usr/bin --out /home/person/play \
  --records /check/lin-guifang.json
printf 'APRICOT:1:6BF' >/home/person/permission.apricot
cp /home/person/permission.apricot /home/person/unnamed
try "a permission is known by its name" opens /home/person/permission.apricot application/vnd.apricot.grant
try "a permission is known by what it holds" opens /home/person/unnamed application/vnd.apricot.grant
try "apricot opens permissions" handles application/vnd.apricot.grant org.apricot_health.apricot.desktop
try "apricot-clinic opens permissions" handles application/vnd.apricot.grant org.apricot_health.clinic.desktop
try "apricot: links open apricot" handles x-scheme-handler/apricot org.apricot_health.apricot.desktop
try "apt removes them" apt-get purge -y -q "${packages[@]}"
try "nothing of them is left" nothing_left
try "permissions are unknown again" bash -c '! grep -rq apricot /usr/share/mime/packages /usr/share/applications'
if [ $failed -eq 0 ]; then echo "verdict: they install, run and go on $PRETTY_NAME"; else echo "verdict: NOT as it should be on $PRETTY_NAME"; fi
exit $failed
