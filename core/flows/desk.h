// SPDX-License-Identifier: GPL-3.0-or-later
// A clinic's vault: its keys, and what the ledger is told about them.
#pragma once

#include "flows/redeem.h"
#include "vault/vault.h"

namespace apricot {

inline constexpr std::string_view deskKeySpace = "keys"; // of the vault: keys under their names

// Makes the administrator's, the desk's and the opening key in a new vault. What it returns is to
// be registered on the ledger and holds no secret. The vault's errors.
[[nodiscard]] Result<Organisation> makeDesk(Vault &vault, std::string name, std::uint8_t clearance,
                                            std::vector<Purpose> purposes, Random &random);
// Makes a vault that was restored from a backup of the clinic's the vault of a second desk: a desk
// key of its own, which is to be listed with the clinic's, and not the administrator's key. Returns
// the new key. KeyNotInVault: the backup is no clinic's; the vault's errors.
[[nodiscard]] Result<VerifyKey> makeSecondDesk(Vault &vault, Random &random);
// KeyNotInVault: nobody put that key there.
[[nodiscard]] Result<SigningKey> signingKeyOf(Vault &vault, std::string_view name);
// KeyNotInVault: this is no clinic's vault.
[[nodiscard]] Result<Desk> deskOf(Vault &vault);

} // namespace apricot
