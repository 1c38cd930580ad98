// SPDX-License-Identifier: GPL-3.0-or-later
// Who decides, how many of them, and what an organisation may do in an hour. Signed by a quorum of
// the consortium as it stands.
#pragma once

#include "ledger/action.h"
#include "ledger/state_keys.h"

namespace apricot {

struct ChangeConsortium {
    std::vector<VerifyKey> admins; // ascending, unique
    std::uint32_t quorum = 1;
    std::uint32_t quota = 0; // an organisation's transactions in an hour; 0: no limit (version 1)
    [[nodiscard]] static const ActionRow &row();
};

} // namespace apricot
