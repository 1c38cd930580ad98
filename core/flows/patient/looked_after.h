// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger proved of this person's permissions when each was looked after, kept in the
// vault: so that it can be shown without asking anybody, and each can be asked about by itself.
#pragma once

#include "flows/patient/openings.h"

namespace apricot {

// What may have changed on that ledger since: each is a question of its own. Permissions that can
// still be opened or ended, or whose openings are not all known; the keys under which other devices
// may have given others. Of keys with none that can still be opened, once a day.
struct WorthLooking { // each with the organisation that it is about
    std::map<GrantId, OrganisationId> grants;
    std::map<VerifyKey, OrganisationId> subjects;
};
[[nodiscard]] Result<WorthLooking> worthLooking(Vault &vault, const std::string &chain,
                                                UnixTime now);
// Of one permission, by what was kept of it; of a key, by whether a permission worth it can still
// be opened under it, and as of when all under it is known (nothing: it is not).
[[nodiscard]] bool isWorthLooking(const Opening &kept, UnixTime now);
[[nodiscard]] bool isWorthLooking(bool isLive, std::optional<UnixTime> known, UnixTime now);

// Asks, and keeps what is proven; openings that are known are not asked for again.
// GrantUnknownHere, the vault's and the ledger's errors: nothing of it is kept then.
[[nodiscard]] Result<Opening> lookAfter(const GrantId &grant, Vault &vault, Ledger &ledger);
[[nodiscard]] Result<> lookAfter(const VerifyKey &subject, Vault &vault, Ledger &ledger);

// What was kept; nothing: it was never looked after. Asks nobody.
[[nodiscard]] Result<std::optional<Opening>> keptOpening(Grant grant, Vault &vault);
[[nodiscard]] Result<std::vector<UntoldOpening>> keptUntold(Vault &vault);

} // namespace apricot
