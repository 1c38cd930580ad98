// SPDX-License-Identifier: GPL-3.0-or-later
// A grant ends, whether or not the ledger ever saw it. Signed by its subject, its signer or a
// delegator between them; whoever else signs ends nothing.
#pragma once

#include "ledger/action.h"
#include "ledger/state_keys.h"

namespace apricot {

struct Revoke {
    VerifyKey revoker;
    GrantId grant;
    [[nodiscard]] static const ActionRow &row();
};

} // namespace apricot
