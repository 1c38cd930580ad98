#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Bash completes apricotctl's verbs, options and values.
set -u
PATH=$APRICOT_BIN_DIR:$PATH
completion=/usr/share/bash-completion/bash_completion
[ -r $completion ] || { echo "SKIPPED: bash-completion is not installed"; exit 77; }
# shellcheck disable=SC1090
. $completion
. "$(dirname "$0")/../../packaging/completion/apricotctl"
failed=0
expect() { # expect CHOICE WORD ...: completing the last word offers CHOICE
  local choice=$1
  shift
  COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMPREPLY=()
  COMP_POINT=${#COMP_LINE}
  _apricotctl 2>/dev/null
  case " ${COMPREPLY[*]} " in
  *" $choice "*) echo "ok: $* -> $choice" ;;
  *) echo "FAILED: $* offers '${COMPREPLY[*]}', not $choice" && failed=1 ;;
  esac
}
expect redeem apricotctl re
expect revoke apricotctl re
expect --kinds apricotctl grant --k
expect --passphrase-fd apricotctl list --pass
expect lab-result apricotctl list --kinds la
expect allergy,medication apricotctl list --kinds allergy,med
expect second-opinion apricotctl grant --purpose s
expect zh apricotctl list --lang z
exit $failed
