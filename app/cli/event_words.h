// SPDX-License-Identifier: GPL-3.0-or-later
// What a vault has done, in sentences.
#pragma once

#include "vault/vault.h"

namespace apricot::cli {

// Who did what, in the language that is spoken; a kind that this program does not know is named.
// Grants are named by their clinic, as far as the vault knows it.
[[nodiscard]] std::string inWords(const LogEntry &entry, Vault &vault);

} // namespace apricot::cli
