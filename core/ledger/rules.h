// SPDX-License-Identifier: GPL-3.0-or-later
// The consent contract: what a transaction changes in the state, or why it is refused. Pure: the
// same state, block and transaction give the same result on every machine, for ever. No clock, no
// I/O of its own, no floating point, no unordered iteration. The rules and their order: README.md.
// Version 3 is final with the first release: what it takes and refuses is frozen, with the tables
// it asks (terms/shown_name.h, crypto/valid_key.h). Any other rule is a version of its own.
#pragma once

#include "ledger/transaction.h"

#include <map>

namespace apricot {

class StateView {
  public:
    virtual ~StateView() = default;
    // Nothing when the key has no value. LedgerUnavailable, LedgerDamaged.
    [[nodiscard]] virtual Result<std::optional<Bytes>> value(ByteView key) const = 0;
};

// Keys with their new values; nothing: the key is removed. In order of the keys.
using Writes = std::map<Bytes, std::optional<Bytes>>;

// A state with writes that are not yet in it.
class Overlay final : public StateView {
  public:
    explicit Overlay(const StateView &base) : m_base(base) {}
    [[nodiscard]] Result<std::optional<Bytes>> value(ByteView key) const override;
    void add(Writes &&writes);
    [[nodiscard]] const Writes &writes() const { return m_writes; }

  private:
    const StateView &m_base;
    Writes m_writes;
};

struct BlockContext {
    std::string chainId;
    Height height = 0;
    UnixTime time = 0;
    // Consensus has decided the block: then nothing may depend on which version of this program
    // reads it. Otherwise what this program could not carry out later is refused now.
    bool agreed = false;
};

// The version of the rules that stands in a state.
[[nodiscard]] Result<RulesVersion> rulesVersionIn(const StateView &state);

// What the action's row says of it. A host votes against a block that holds another.
[[nodiscard]] bool isForeseen(const Action &action);

// The writes, or the refusal (refusal.h). isHostFailure() tells a state that could not be read, or
// that this program is too old for, from a refusal.
[[nodiscard]] Result<Writes> applyRules(const StateView &state, const BlockContext &block,
                                        const CheckedTransaction &transaction);
[[nodiscard]] bool isHostFailure(ErrorCode code);
// As applyRules, without the memory that this one was accepted: what its action changes.
[[nodiscard]] Result<Writes> changesOf(const StateView &state, const BlockContext &block,
                                       const CheckedTransaction &transaction);

} // namespace apricot
