// SPDX-License-Identifier: GPL-3.0-or-later
// Sets the power of each validator named: 0 removes it, so that a key is replaced in one step.
// Signed by a quorum of the consortium.
#pragma once

#include "ledger/action.h"
#include "ledger/state_keys.h"

namespace apricot {

struct ChangeValidators {
    std::vector<ChainValidator> changes; // ascending by key, unique, 1 to 100
    [[nodiscard]] static const ActionRow &row();
};

// The validators after these changes: those that stay, with the new ones, ascending by key.
[[nodiscard]] ChainValidators applied(const ChainValidators &standing,
                                      const ChainValidators &changes);

} // namespace apricot
