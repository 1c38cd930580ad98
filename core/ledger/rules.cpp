// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every transaction; the rules of each action stand in its own file.
#include "ledger/rules.h"

#include "codec/fields.h"
#include "ledger/trial.h"

namespace apricot {
namespace {

// The memory of accepted bodies is a queue in the state: its slots from first to end - 1.
struct SeenQueue {
    std::uint64_t first = 0, end = 0;
};
struct SeenBody {
    Digest body;
    UnixTime notAfter = 0;
};

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, SeenQueue> &queue) {
    archive(queue.first, queue.end);
}
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, SeenBody> &seen) {
    archive(seen.body, seen.notAfter);
}

Result<> mayBeRead(const Trial &trial) {
    const CheckedTransaction &checked = trial.checked();
    if (checked.malformed) return *checked.malformed;
    const Transaction &t = checked.transaction;
    APRICOT_TRY(trial.isForThisChain(t.chainId));
    if (trial.block().time >= t.notAfter)
        return refuse(Refusal::TransactionExpired, trial.times(t.notAfter));
    if (t.notAfter - trial.block().time > longestTransactionLife)
        return refuse(Refusal::TransactionTooLongLived, trial.times(t.notAfter));
    APRICOT_TRY_ASSIGN(seen, trial.value(seenKey(checked.bodyDigest)));
    if (seen) return refuse(Refusal::TransactionReplayed);
    if (!checked.allVerified) return refuse(Refusal::TransactionForged);
    return {};
}

Result<> isInForce(const ActionRow &row, const Trial &trial) {
    APRICOT_TRY_ASSIGN(version, trial.version());
    if (version.current < row.since)
        return refuse(Refusal::ActionNotInForce, std::string(row.name) + " from version "
                                                     + std::to_string(row.since) + ", now "
                                                     + std::to_string(version.current));
    return {};
}

Result<> isEntitled(const ActionRow &row, const Trial &trial) {
    if (row.signatures == Signers::Quorum) return trial.isSignedByQuorum();
    if (row.signatures == Signers::One)
        return trial.isSignedByOnly(trial.checked().signers.front());
    return {};
}

Result<> judge(Trial &trial) {
    APRICOT_TRY(mayBeRead(trial));
    const Action &action = trial.checked().transaction.action;
    const ActionRow &row = *action.row();
    APRICOT_TRY(isInForce(row, trial));
    APRICOT_TRY(isEntitled(row, trial));
    return row.rule(action.value(), trial);
}

// Replays: an accepted body is remembered until its notAfter, when the clock refuses it. Each
// transaction puts one into the queue and takes at most two out, so it never holds much more than
// what was accepted during the longest life.
Result<> remember(Trial &trial) {
    SeenQueue queue;
    APRICOT_TRY_ASSIGN(before, trial.value(seenQueueKey()));
    if (before) {
        APRICOT_TRY_ASSIGN(kept, cbor::decode<SeenQueue>(*before));
        queue = kept;
    }
    for (int taken = 0; taken < 2 && queue.first < queue.end; ++taken, ++queue.first) {
        APRICOT_TRY_ASSIGN(slot, trial.value(seenSlotKey(queue.first)));
        if (!slot) break;
        APRICOT_TRY_ASSIGN(oldest, cbor::decode<SeenBody>(*slot));
        if (trial.block().time < oldest.notAfter) break;
        trial.write(seenKey(oldest.body), std::nullopt);
        trial.write(seenSlotKey(queue.first), std::nullopt);
    }
    const SeenBody now{trial.checked().bodyDigest, trial.checked().transaction.notAfter};
    trial.write(seenKey(now.body), cbor::encode(now.notAfter));
    trial.write(seenSlotKey(queue.end), cbor::encode(now));
    ++queue.end;
    trial.write(seenQueueKey(), cbor::encode(queue));
    return {};
}

} // namespace

Result<std::optional<Bytes>> Overlay::value(ByteView key) const {
    const auto it = m_writes.find(Bytes(key.begin(), key.end()));
    if (it != m_writes.end()) return it->second;
    return m_base.value(key);
}

void Overlay::add(Writes &&writes) {
    for (auto &[key, value] : writes) m_writes[key] = std::move(value);
}

Result<RulesVersion> rulesVersionIn(const StateView &state) {
    APRICOT_TRY_ASSIGN(value, state.value(rulesVersionKey()));
    if (!value) return RulesVersion{};
    return decodeRulesVersion(*value);
}

bool isForeseen(const Action &action) {
    const ActionRow &row = *action.row();
    return row.foreseen == nullptr || row.foreseen(action.value());
}

Result<Writes> applyRules(const StateView &state, const BlockContext &block,
                          const CheckedTransaction &transaction) {
    Trial trial(state, block, transaction);
    APRICOT_TRY(judge(trial));
    APRICOT_TRY(remember(trial));
    return std::move(trial).writes();
}

Result<Writes> changesOf(const StateView &state, const BlockContext &block,
                         const CheckedTransaction &transaction) {
    Trial trial(state, block, transaction);
    APRICOT_TRY(judge(trial));
    return std::move(trial).writes();
}

bool isHostFailure(ErrorCode code) {
    return !refusalOf(code).has_value();
}

} // namespace apricot
