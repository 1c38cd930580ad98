#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian packages, made and tried in a Debian of their own (debootstrap), from this machine's mirror.
#
#   root.sh build CODENAME   packages for that Debian into build/package/CODENAME
#   root.sh check CODENAME   those packages (or build/package's, for this machine's own Debian) in a fresh
#                            system: installed, used, removed; prints a verdict
#
# Needs root (or sudo). build/roots keeps the base system, what apt downloaded, and the build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
verb=${1:-} codename=${2:-}
case "$verb:$codename" in build:?* | check:?*) ;; *) sed -n '3,10s/^# \{0,1\}//p' "$0" >&2; exit 2 ;; esac
if [ "$(id -u)" -ne 0 ]; then exec sudo CCACHE_DIR="${CCACHE_DIR:-}" "$0" "$@"; fi

roots=$PWD/build/roots base=$PWD/build/roots/$codename.tar
own=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
mkdir -p "$roots/$codename-archives/partial"

mirror() {
  local found
  for _ in 1 2; do
    found=$(apt-cache policy | sed -n "s/^ *[0-9]* \(http[^ ]*\) $own\/main .*/\1/p" | head -n 1)
    [ -z "$found" ] || break
    apt-get update >&2
  done
  [ -n "$found" ] || { echo "root: no package source of $own on this machine" >&2; exit 1; }
  echo "$found"
}

# A base system, kept as an archive.
if [ ! -f "$base" ]; then
  echo "root: a base system of Debian $codename (once)"
  rm -rf "$roots/$codename-new"
  from=$(mirror)
  debootstrap --variant=minbase --include=ca-certificates "$codename" "$roots/$codename-new" "$from" \
    >"$roots/$codename-base.log" 2>&1 || { tail -n 20 "$roots/$codename-base.log" >&2; exit 1; }
  if [ "$codename" = bookworm ]; then # for SQLCipher 4.5
    echo "deb $from bookworm-backports main" >"$roots/$codename-new/etc/apt/sources.list.d/backports.list"
  fi
  tar -C "$roots/$codename-new" --exclude=./var/cache/apt/archives/*.deb -cf "$base.part" .
  rm -rf "$roots/$codename-new"
  mv "$base.part" "$base"
fi

# inside ROOT COMMAND ...: in that system, with processes and mounts of its own that end with it.
inside() {
  local root=$1
  shift
  cp -L /etc/resolv.conf "$root/etc/resolv.conf"
  for proxy in /etc/apt/apt.conf.d/*proxy*; do [ ! -e "$proxy" ] || cp "$proxy" "$root/etc/apt/apt.conf.d/"; done
  unshare --mount --pid --fork --kill-child bash -ec '
    root=$1 archives=$2; shift 2
    mount -t proc proc "$root/proc"
    mount --bind "$archives" "$root/var/cache/apt/archives"
    for device in null zero full random urandom tty; do
      [ -e "$root/dev/$device" ] || { touch "$root/dev/$device"; mount --bind "/dev/$device" "$root/dev/$device"; }
    done
    exec chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
      DEBIAN_FRONTEND=noninteractive "$@"' - "$root" "$roots/$codename-archives" "$@"
}

case "$verb" in
build)
  root=$roots/$codename-build
  if [ ! -d "$root" ]; then
    mkdir -p "$root.part"
    tar -C "$root.part" -xf "$base"
    mv "$root.part" "$root"
  fi
  rm -rf "$root/source" # what was compiled is in the cache
  mkdir -p "$root/source/build"
  git -c safe.directory="$PWD" ls-files -z --cached --others --exclude-standard |
    xargs -0 sh -c 'for f; do [ ! -e "$f" ] || printf "%s\0" "$f"; done' - |
    tar --null -T - -cf - | tar -C "$root/source" -xf -
  inside "$root" bash -ec '
    cd /source
    apt-get update -q >build/apt.log
    packaging/setup.sh --only-build >>build/apt.log 2>&1
    export CCACHE_DIR=/ccache
    cmake --preset release >build/configure.log 2>&1 || { tail -n 30 build/configure.log; exit 1; }
    nice cmake --build --preset release -j "$(nproc)" --target apricot apricot-clinic apricotctl apricot-node \
      apricot-conformance >build/build.log 2>&1 || { grep -A 15 -E "FAILED|error" build/build.log | head -n 60; exit 1; }
    rm -rf build/package
    cd build/release && cpack -G DEB -B ../package >../package.log 2>&1 || { tail -n 30 ../package.log; exit 1; }'
  rm -rf "build/package/$codename"
  mkdir -p "build/package/$codename"
  cp "$root"/source/build/package/*.deb "build/package/$codename/"
  ls "build/package/$codename"/*.deb
  ;;
check)
  packages=build/package/$codename
  [ "$codename" != "$own" ] || packages=build/package
  ls "$packages"/*.deb >/dev/null 2>&1 || { echo "root: no packages in $packages: make them first" >&2; exit 1; }
  root=$(mktemp -d "$roots/$codename-check.XXXX")
  trap 'rm -rf "$root"' EXIT
  tar -C "$root" -xf "$base"
  mkdir "$root/check"
  cp "$packages"/*.deb packaging/deb/check.sh packaging/demo/play.py packaging/demo/control.py packaging/sample/*.json "$root/check/"
  inside "$root" bash /check/check.sh
  ;;
esac
