// SPDX-License-Identifier: GPL-3.0-or-later
// An organisation's keys, all anew. Signed by its admin key, or by a quorum of the consortium.
#pragma once

#include "ledger/action.h"
#include "ledger/state_keys.h"

namespace apricot {

struct ChangeKeys {
    OrganisationId organisation;
    VerifyKey admin;
    std::vector<DeskKey> desks; // all that are valid from now on; ascending, no key twice
    SealKey sealing;
    [[nodiscard]] static const ActionRow &row();
};

} // namespace apricot
