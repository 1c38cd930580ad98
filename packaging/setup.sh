#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what Apricot needs to build and test on Debian 12 (or Ubuntu 24.04); with --only-build what
# it needs to be built, also on Debian 13; with --demo what the demo wants besides.
# Safe to repeat: it changes nothing when everything is there. Uses sudo when not root.
set -euo pipefail

sudo=()
[ "$(id -u)" -eq 0 ] || sudo=(sudo)

building=( # what compiles and runs the programs
  build-essential cmake ninja-build ccache mold git pkg-config ca-certificates file
  qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
  qt6-declarative-dev qt6-declarative-dev-tools qml6-module-qtqml qml6-module-qtqml-models
  qml6-module-qtqml-workerscript qml6-module-qtquick qml6-module-qtquick-window qml6-module-qtquick-layouts
  qml6-module-qtquick-templates qml6-module-qtquick-controls qml6-module-qtquick-dialogs
  qml6-module-qt-labs-folderlistmodel fonts-noto-cjk fonts-noto-core
  qt6-multimedia-dev qt6-speech-dev qt6-speech-speechd-plugin qt6-pdf-dev qt6-image-formats-plugins
  qtkeychain-qt6-dev
  libsodium-dev libsimdjson-dev liblmdb-dev zlib1g-dev
  libprotobuf-dev protobuf-compiler libboost-dev libssl-dev
  libzxing-dev libqrcodegencpp-dev libpng-dev libjpeg-dev libwebp-dev
  python3 python3-mnemonic
)
playing=( # what the demo wants besides: a display of its own, hands on it
  xvfb xauth x11-utils openbox xdotool xclip dbus dbus-x11 at-spi2-core python3-pyatspi python3-gi gir1.2-atspi-2.0 imagemagick
)
checking=( # what tests and lints want besides
  clang-14 clang-format-14 clang-tidy-14 libclang-rt-14-dev llvm-14
  desktop-file-utils appstream shared-mime-info debootstrap openssl iproute2 libfaketime
  bash-completion
)
case "${1:-}" in
--only-build) packages=("${building[@]}") ;;
--demo) packages=("${building[@]}" "${playing[@]}") ;;
*) packages=("${building[@]}" "${playing[@]}" "${checking[@]}") ;;
esac

have() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
sqlcipher_ok() {
  have libsqlcipher-dev &&
    dpkg --compare-versions "$(dpkg-query -W -f='${Version}' libsqlcipher-dev)" ge 4.5
}

missing=()
for p in "${packages[@]}"; do have "$p" || missing+=("$p"); done

if [ ${#missing[@]} -eq 0 ] && sqlcipher_ok; then
  exit 0
fi

export DEBIAN_FRONTEND=noninteractive
apt=("${sudo[@]}" apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=5)

# SQLCipher 4.5 or later: Debian 12 has it in backports. Backports are pinned below everything
# installed (priority 100 is the archive's own), so only the package named here comes from there.
codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
if [ "$codename" = bookworm ] && ! sqlcipher_ok &&
   ! apt-cache policy 2>/dev/null | grep -q bookworm-backports; then
  # The mirror is the one this machine already uses for bookworm.
  mirror=$(apt-cache policy | sed -n 's/^ *500 \(http[^ ]*\) bookworm\/main .*/\1/p' | head -n1)
  if [ -z "$mirror" ]; then
    "${apt[@]}" update
    mirror=$(apt-cache policy | sed -n 's/^ *500 \(http[^ ]*\) bookworm\/main .*/\1/p' | head -n1)
  fi
  [ -n "$mirror" ] || { echo "setup: no Debian 12 package source found on this machine" >&2; exit 1; }
  printf 'Types: deb\nURIs: %s\nSuites: bookworm-backports\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' "$mirror" |
    "${sudo[@]}" tee /etc/apt/sources.list.d/apricot-backports.sources >/dev/null
fi

echo "setup: installing ${#missing[@]} packages" >&2
"${apt[@]}" update
[ ${#missing[@]} -eq 0 ] || "${apt[@]}" install -y --no-install-recommends "${missing[@]}"
if ! sqlcipher_ok; then
  if [ "$codename" = bookworm ]; then
    "${apt[@]}" install -y --no-install-recommends -t bookworm-backports libsqlcipher-dev
  else
    "${apt[@]}" install -y --no-install-recommends libsqlcipher-dev
  fi
fi
sqlcipher_ok || { echo "setup: SQLCipher 4.5 or later could not be installed" >&2; exit 1; }
