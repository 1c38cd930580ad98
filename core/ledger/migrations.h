// SPDX-License-Identifier: GPL-3.0-or-later
// From each version of the rules to the next: what its first block makes of the state, before any
// transaction, in every host. A step that a chain has taken never changes.
#pragma once

#include "ledger/block.h"

namespace apricot {

struct Migration {
    std::uint32_t from = 0, to = 0;
    Result<Writes> (*run)(const CommittedState &committed, const StateView &now) = nullptr;
};
// One a version, in order, to latestRules.
[[nodiscard]] std::span<const Migration> migrations();

// The state's way to that version, step by step. RulesTooNew: this program does not know it.
[[nodiscard]] Result<Writes> migrate(const CommittedState &committed, const StateView &now,
                                     std::uint32_t to);

// The writes with which a block begins, before its transactions: a planned change of the rules.
// `now`: the state with what the block wrote so far. RulesTooNew.
[[nodiscard]] Result<Writes> beginBlock(const CommittedState &committed, const StateView &now,
                                        const BlockContext &block);

} // namespace apricot
