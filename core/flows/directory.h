// SPDX-License-Identifier: GPL-3.0-or-later
// Who can be shared with: the organisations that a ledger has registered and not suspended.
#pragma once

#include "ledger/ledger.h"
#include "ledger/state_keys.h"
#include "vault/vault.h"

namespace apricot {

// By name. Registrations are looked for in the ledger's past events, which nobody need believe:
// each organisation is then asked for, with proof. The ledger's errors.
[[nodiscard]] Result<std::vector<Organisation>> activeOrganisations(Ledger &ledger);

// One of them, by proof. ClinicNotOnLedger: unknown or suspended; the ledger's errors.
[[nodiscard]] Result<Organisation> activeOrganisation(Ledger &ledger, const OrganisationId &id);
// The same, kept in the vault; as it was last known when the ledger is out of reach.
[[nodiscard]] Result<Organisation> knownOrganisation(Vault &vault, Ledger &ledger,
                                                     const OrganisationId &id);
// activeOrganisation, with that desk key its own: DeskNotOnLedger.
[[nodiscard]] Result<Organisation> provenDesk(Ledger &ledger, const OrganisationId &id,
                                              const VerifyKey &desk);

} // namespace apricot
