#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds CometBFT and its abci-cli, pinned, into build/comet/bin. Nothing is left elsewhere but Go's
# own caches. Safe to repeat.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
version=v0.38.25
module=github.com/cometbft/cometbft
bin=$PWD/build/comet/bin
stamp=$bin/.version

[ "$(cat "$stamp" 2>/dev/null)" = "$version" ] && exit 0

# Go 1.22.11 or later: the machine's, else the distribution's.
new_enough() {
  local have
  have=$("$1" env GOVERSION 2>/dev/null | sed 's/^go//') || return 1
  [ -n "$have" ] && [ "$(printf '%s\n1.22.11\n' "$have" | sort -V | head -n1)" = 1.22.11 ]
}
go=
for candidate in go /usr/local/go/bin/go /usr/lib/go-1.2[3-9]/bin/go /usr/lib/go-1.[3-9][0-9]/bin/go; do
  if new_enough "$candidate"; then go=$candidate; break; fi
done
if [ -z "$go" ]; then
  sudo=()
  [ "$(id -u)" -eq 0 ] || sudo=(sudo)
  export DEBIAN_FRONTEND=noninteractive
  apt=("${sudo[@]}" apt-get -o DPkg::Lock::Timeout=300 -o Acquire::Retries=5)
  if [ "$(. /etc/os-release && echo "${VERSION_CODENAME:-}")" = bookworm ]; then
    "${apt[@]}" install -y --no-install-recommends -t bookworm-backports golang-1.23-go
  else
    "${apt[@]}" install -y --no-install-recommends golang-go
  fi
  for candidate in /usr/lib/go-1.2[3-9]/bin/go go; do
    if new_enough "$candidate"; then go=$candidate; break; fi
  done
fi
[ -n "$go" ] || { echo "setup: Go 1.22.11 or later could not be installed" >&2; exit 1; }

echo "setup: building CometBFT $version with $("$go" env GOVERSION)" >&2
mkdir -p "$bin"
for program in cmd/cometbft abci/cmd/abci-cli; do
  (cd / && GOBIN=$bin GOTOOLCHAIN=local CGO_ENABLED=0 "$go" install -trimpath "$module/$program@$version")
done
echo "$version" >"$stamp"
