// SPDX-License-Identifier: GPL-3.0-or-later
// The issuing provider vouches for a record. Signed by one desk key of the organisation.
#pragma once

#include "ledger/action.h"
#include "ledger/state_keys.h"

namespace apricot {

struct AnchorRecord {
    OrganisationId organisation;
    Digest commitment; // SHA-256(salt | record)
    [[nodiscard]] static const ActionRow &row();
};

} // namespace apricot
