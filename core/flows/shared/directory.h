// SPDX-License-Identifier: GPL-3.0-or-later
// Who can be shared with: the organisations that a ledger has registered and not suspended, from
// the index in its state. Every page is proven.
#pragma once

#include "ledger/directory_index.h"
#include "ledger/ledger.h"
#include "ledger/policy.h"
#include "ledger/state_keys.h"
#include "vault/vault.h"

namespace apricot {

// Where each page of the index begins: asked for once, then a search is one request more, for a
// page of many. Empty: nobody is registered.
[[nodiscard]] Result<DirectoryPages> directoryPages(StateReader &ledger);

struct Directory {
    std::vector<Listed> organisations; // by name
    bool whole = true;                 // all there are, whatever was searched for
    bool more = false;                 // of those searched for, others stand on further pages
};
// All, where they stand on so few pages; else those whose names begin so (spaces, punctuation and
// the case of ASCII letters apart), as far as one page holds them. Those that are suspended only
// for whoever asks for them too. The ledger's errors.
inline constexpr std::size_t mostWholePages = 16;
enum class AlsoSuspended : bool { No, Yes };
[[nodiscard]] Result<Directory> findOrganisations(StateReader &ledger, const DirectoryPages &pages,
                                                  std::string_view begins,
                                                  AlsoSuspended also = AlsoSuspended::No);

// Any that was ever registered, by proof, suspended or not; nothing: unknown. The ledger's errors.
[[nodiscard]] Result<std::optional<Organisation>> registeredOrganisation(Ledger &ledger,
                                                                         const OrganisationId &id);
// One that may be shared with. ClinicNotOnLedger: unknown or suspended; the ledger's errors.
[[nodiscard]] Result<Organisation> activeOrganisation(Ledger &ledger, const OrganisationId &id);
[[nodiscard]] Error clinicNotOnLedger(const OrganisationId &id);
// The same, kept in the vault; as it was last known when the ledger is out of reach.
[[nodiscard]] Result<Organisation> knownOrganisation(Vault &vault, Ledger &ledger,
                                                     const OrganisationId &id);
// activeOrganisation, with that desk key its own: DeskNotOnLedger.
[[nodiscard]] Result<Organisation> provenDesk(Ledger &ledger, const OrganisationId &id,
                                              const VerifyKey &desk);
// The consortium's policy as it stands; empty: none.
[[nodiscard]] Result<Policy> standingPolicy(StateReader &ledger);

} // namespace apricot
