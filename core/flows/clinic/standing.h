// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger says before anything is spent: of a grant that was read, and of the clinic that
// reads it. Every answer is proven; `asOf` is the time of the block that proves it.
#pragma once

#include "flows/clinic/redeem.h"
#include "vault/vault.h"

namespace apricot {

struct Standing {
    // Why redeeming it would be refused now, by the ledger's rules and in their order; or
    // EraseByPassed. None: it would be accepted.
    ErrorCode refusal = ErrorCode::None;
    std::uint32_t used = 0, uses = 1;
    // When this organisation redeemed it last: its package opens again without a further use.
    std::optional<UnixTime> redeemed;
    // Redeemed here and not ended: until when the package can be fetched again; 0: not any more.
    UnixTime againUntil = 0;
    UnixTime asOf = 0;
};
// Changes nothing. The ledger's errors.
[[nodiscard]] Result<Standing> standingOf(const Inspection &inspection, const Desk &desk,
                                          Ledger &ledger, const Clock &clock);

struct Registration {
    std::optional<Organisation> organisation; // nothing: not registered
    bool deskKnown = false;                   // this desk's key is among the organisation's
    UnixTime asOf = 0;
};
[[nodiscard]] Result<Registration> registrationOf(const Desk &desk, Ledger &ledger);

// What can be told without the ledger: that the code is genuine, for this clinic (`known`, as the
// ledger showed it before) and what it says. Whether it was used or withdrawn cannot. The errors of
// inspect; GrantForOtherOrganisation is left to standingOf.
[[nodiscard]] Result<Inspection> inspectOffline(std::string_view code, const Organisation &known);
// Keeps what the ledger showed of this clinic in its vault, for inspectOffline.
[[nodiscard]] Result<> keepRegistration(Vault &clinic, const Organisation &organisation);
[[nodiscard]] Result<std::optional<Organisation>> keptRegistration(Vault &clinic);
// Nobody answered, rather than an answer that refuses.
[[nodiscard]] bool isOutOfReach(ErrorCode code);

// When what it opens is to be erased: as the patient asked, else when it expires.
[[nodiscard]] UnixTime eraseByOf(const Grant &grant);

} // namespace apricot
