// SPDX-License-Identifier: GPL-3.0-or-later
// A clinic's vault: its keys, and what the ledger is told about them.
#pragma once

#include "base/random.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "ledger/state_keys.h"
#include "vault/vault.h"

namespace apricot {

struct Desk {
    OrganisationId organisation;
    SigningKey signing; // a desk key of the organisation
    OpenKey opening;    // what grants are sealed to
};

// Makes the administrator's, the desk's and the opening key in a new vault. What it returns is to
// be registered on the ledger and holds no secret; with the number of one that stands there and has
// lost its keys, they are to take the place of those. The errors of checkNewName, which is asked
// before a vault is made; the vault's.
[[nodiscard]] Result<Organisation> makeDesk(Vault &vault, std::string name, std::uint8_t clearance,
                                            std::vector<Purpose> purposes, Random &random,
                                            const std::optional<OrganisationId> &standing = {});
// Makes the vault of a second desk from a backup of the clinic's: with a desk key of its own, which
// is to be listed with the clinic's, and without the administrator's key. Whole or not at all.
// Returns the new key. KeyNotInVault: the backup is no clinic's; the errors of restoreChanged.
[[nodiscard]] Result<VerifyKey> makeSecondDesk(const std::filesystem::path &backup,
                                               const std::filesystem::path &vault,
                                               const SecretBytes &passphrase, Random &random,
                                               const Clock &clock);
// KeyNotInVault: nobody put that key there.
[[nodiscard]] Result<SigningKey> signingKeyOf(Vault &vault, std::string_view name);
// KeyNotInVault: this is no clinic's vault.
[[nodiscard]] Result<Desk> deskOf(Vault &vault);

} // namespace apricot
