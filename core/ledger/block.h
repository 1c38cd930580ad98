// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks and the state they lead to, the same for every host: a host only stores what comes out of
// here, whole or not at all.
#pragma once

#include "ledger/header.h"
#include "ledger/state_tree.h"

#include <functional>

namespace apricot {

struct StoredBlock {
    Bytes header; // signed
    NodeRef root;
    std::vector<Bytes> transactions; // accepted, as submitted
};
[[nodiscard]] Bytes encodeBlock(const StoredBlock &block);
// LedgerDamaged.
[[nodiscard]] Result<StoredBlock> decodeBlock(ByteView stored);

struct Block {
    Header header;
    StoredBlock stored;
    Writes writes;   // to the values
    TreeUpdate tree; // to the nodes
};

// What is committed, seen at one moment.
class CommittedState : public StateView, public NodeSource {
  public:
    // 0 before genesis.
    [[nodiscard]] virtual Result<Height> height() const = 0;
    // Keys with their latest values, in order of the keys, until told to stop (false).
    using Each = std::function<Result<bool>(ByteView key, ByteView value)>;
    [[nodiscard]] virtual Result<> eachValue(const Each &told) const = 0;
    // Nothing above the height.
    [[nodiscard]] virtual Result<std::optional<StoredBlock>> block(Height height) const = 0;
};

// Keeps blocks and states; thread-safe.
class Store {
  public:
    virtual ~Store() = default;
    // Runs `build` on the latest state while nobody else, in any process, can write; then commits
    // the block it gave, atomically. May run it again after making room.
    using Build = std::function<Result<std::optional<Block>>(const CommittedState &)>;
    [[nodiscard]] virtual Result<> write(const Build &build) = 0;
    [[nodiscard]] virtual Result<>
    read(const std::function<Result<>(const CommittedState &)> &look) = 0;
};

[[nodiscard]] Result<Block> buildGenesis(const CommittedState &empty, const Consortium &consortium,
                                         UnixTime now, const SigningKey &ledgerKey);

// The next block that brings an older ledger to the newest rules; nothing when it has them.
// RulesTooNew.
[[nodiscard]] Result<std::optional<Block>> buildUpgrade(const CommittedState &state,
                                                        const std::string &chainId, UnixTime now,
                                                        const SigningKey &ledgerKey);

struct BuiltBlock {
    std::optional<Block> block; // nothing when every transaction was refused
    std::vector<Outcome> outcomes;
};
// A block that consensus has agreed on: made whether or not a transaction is accepted, and not
// signed by a key of ours. Its header is only a note of height, time and root. `before` is written
// first: the genesis of the first block.
[[nodiscard]] Result<BuiltBlock>
buildAgreedBlock(const CommittedState &state, const BlockContext &context, const Writes &before,
                 const std::vector<const CheckedTransaction *> &checked,
                 const std::vector<ByteView> &wires);

// `wires[i]` is what checked[i] was made from.
[[nodiscard]] Result<BuiltBlock> buildBlock(const CommittedState &state, const std::string &chainId,
                                            UnixTime now, const SigningKey &ledgerKey,
                                            const std::vector<const CheckedTransaction *> &checked,
                                            const std::vector<ByteView> &wires);

} // namespace apricot
