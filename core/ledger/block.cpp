// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/block.h"

#include "codec/fields.h"
#include "crypto/sign.h"
#include "ledger/migrations.h"

namespace apricot {
namespace {

// What a block comes to, once its transactions, time and writes are settled; not yet its header's
// stored form.
Result<> settle(Block &block, const NodeSource &nodes, const NodeRef &before) {
    APRICOT_TRY_ASSIGN(tree, updateTree(nodes, before, block.header.height, block.writes));
    block.tree = std::move(tree);
    block.header.stateRoot = block.tree.root.hash;
    block.header.transactions = transactionsHash(block.stored.transactions);
    block.stored.root = block.tree.root;
    return {};
}

// Lets the transactions into the block one after the other, as the rules allow.
Result<> run(Overlay &overlay, const BlockContext &context,
             const std::vector<const CheckedTransaction *> &checked,
             const std::vector<ByteView> &wires, Block &block, std::vector<Outcome> &outcomes) {
    for (std::size_t i = 0; i < checked.size(); ++i) {
        Outcome outcome{context.height, context.time, Refusal::None, {}, checked[i]->id};
        auto writes = applyRules(overlay, context, *checked[i]);
        if (writes) {
            overlay.add(std::move(writes).value());
            block.stored.transactions.emplace_back(wires[i].begin(), wires[i].end());
        } else {
            const auto refusal = refusalOf(writes.error().code);
            if (!refusal) return writes.error();
            outcome.refusal = *refusal;
            outcome.detail = writes.error().detail;
        }
        outcomes.push_back(std::move(outcome));
    }
    return {};
}

} // namespace

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, StoredBlock> &block) {
    Bytes root = encodeRef(block.root);
    archive(block.header, root, block.transactions);
    const auto ref = decodeRef(root);
    archive.check(ref.has_value(), "root");
    if constexpr (std::is_same_v<Archive, cbor::Decoder>)
        if (ref) block.root = *ref;
}

Bytes encodeBlock(const StoredBlock &block) {
    return cbor::encode(block);
}

Result<StoredBlock> decodeBlock(ByteView stored) {
    auto block = cbor::decode<StoredBlock>(stored, {std::size_t{1} << 30U, 4});
    if (!block) return ledgerDamaged("a block cannot be read: " + block.error().detail);
    return block;
}

namespace {

// A block of our own, after the one that stands last.
struct Begun {
    Block block;
    NodeRef root; // before it
};
Result<Begun> beginOwnBlock(const CommittedState &state, const std::string &chainId, UnixTime now,
                            const SigningKey &ledgerKey) {
    APRICOT_TRY_ASSIGN(height, state.height());
    APRICOT_TRY_ASSIGN(last, state.block(height));
    if (!last) return ledgerDamaged("the last block is missing");
    // Signed by ourselves; a copy from elsewhere or a damaged file shows here.
    APRICOT_TRY_ASSIGN(previous, verifyHeader(last->header, verifyKeyOf(ledgerKey), chainId));
    Begun out;
    out.block.header.chainId = chainId;
    out.block.header.height = height + 1;
    // A clock set back must not open what has expired.
    out.block.header.time = std::max(previous.time, now);
    out.block.header.previous = headerHash(last->header);
    out.root = last->root;
    return out;
}

} // namespace

Result<Block> buildGenesis(const CommittedState &empty, const Consortium &consortium, UnixTime now,
                           const SigningKey &ledgerKey) {
    Block block;
    block.header.chainId = consortium.chainId;
    block.header.height = 1;
    block.header.time = std::max<UnixTime>(0, now);
    block.writes[consortiumKey()] = encode(consortium);
    block.writes[rulesVersionKey()] = encode(RulesVersion{latestRules, latestRules, 0});
    APRICOT_TRY(settle(block, empty, {}));
    block.stored.header = signHeader(block.header, ledgerKey);
    return block;
}

Result<BuiltBlock> buildBlock(const CommittedState &state, const std::string &chainId, UnixTime now,
                              const SigningKey &ledgerKey,
                              const std::vector<const CheckedTransaction *> &checked,
                              const std::vector<ByteView> &wires) {
    APRICOT_TRY_ASSIGN(begun, beginOwnBlock(state, chainId, now, ledgerKey));
    Block &block = begun.block;
    const BlockContext context{chainId, block.header.height, block.header.time};

    BuiltBlock out;
    Overlay overlay(state);
    APRICOT_TRY_ASSIGN(planned, beginBlock(state, overlay, context));
    overlay.add(std::move(planned));
    APRICOT_TRY(run(overlay, context, checked, wires, block, out.outcomes));
    for (Outcome &outcome : out.outcomes)
        if (!outcome.accepted()) outcome.height = context.height - 1;
    if (block.stored.transactions.empty()) return out;
    block.writes = overlay.writes();
    APRICOT_TRY(settle(block, state, begun.root));
    block.stored.header = signHeader(block.header, ledgerKey);
    out.block = std::move(block);
    return out;
}

Result<std::optional<Block>> buildUpgrade(const CommittedState &state, const std::string &chainId,
                                          UnixTime now, const SigningKey &ledgerKey) {
    APRICOT_TRY_ASSIGN(writes, migrate(state, state, latestRules));
    if (writes.empty()) return std::optional<Block>();
    APRICOT_TRY_ASSIGN(begun, beginOwnBlock(state, chainId, now, ledgerKey));
    Block &block = begun.block;
    block.writes = std::move(writes);
    APRICOT_TRY(settle(block, state, begun.root));
    block.stored.header = signHeader(block.header, ledgerKey);
    return std::optional<Block>(std::move(block));
}

Result<BuiltBlock> buildAgreedBlock(const CommittedState &state, const BlockContext &decided,
                                    const Writes &before,
                                    const std::vector<const CheckedTransaction *> &checked,
                                    const std::vector<ByteView> &wires) {
    APRICOT_TRY_ASSIGN(height, state.height());
    NodeRef root;
    if (height != 0) {
        APRICOT_TRY_ASSIGN(last, state.block(height));
        if (!last) return ledgerDamaged("the last block is missing");
        root = last->root;
    }
    Block block;
    block.header.chainId = decided.chainId;
    block.header.height = decided.height;
    block.header.time = decided.time;
    BlockContext context = decided;
    context.agreed = true;
    BuiltBlock out;
    Overlay overlay(state);
    overlay.add(Writes(before));
    APRICOT_TRY_ASSIGN(begun, beginBlock(state, overlay, context));
    overlay.add(std::move(begun));
    APRICOT_TRY(run(overlay, context, checked, wires, block, out.outcomes));
    block.writes = overlay.writes();
    APRICOT_TRY(settle(block, state, root));
    block.stored.header = encodeHeader(block.header);
    out.block = std::move(block);
    return out;
}

} // namespace apricot
