// SPDX-License-Identifier: GPL-3.0-or-later
// From each version of the rules to the next: what its first block makes of the state, before any
// transaction, in every host. A step that a chain has taken never changes. A step over a large
// state takes several blocks, so that none is large; until it is done the older version's rules
// hold.
#pragma once

#include "ledger/block.h"

namespace apricot {

struct Migrated {
    Writes writes;
    bool done = true; // false: the next block goes on
};
struct Migration {
    std::uint32_t from = 0, to = 0;
    Result<Migrated> (*run)(const CommittedState &committed, const StateView &now) = nullptr;
};
// One a version, in order, to latestRules.
[[nodiscard]] std::span<const Migration> migrations();

// The state's way to that version, step by step, as far as one block goes; nothing when it is
// there. RulesTooNew: this program does not know it.
[[nodiscard]] Result<Writes> migrate(const CommittedState &committed, const StateView &now,
                                     std::uint32_t to);

// The writes with which a block begins, before its transactions: a planned change of the rules.
// `now`: the state with what the block wrote so far. RulesTooNew.
[[nodiscard]] Result<Writes> beginBlock(const CommittedState &committed, const StateView &now,
                                        const BlockContext &block);

} // namespace apricot
