// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every transaction; the rules of each action stand in its own file.
#include "ledger/rules.h"

#include "codec/cbor.h"
#include "ledger/trial.h"

namespace apricot {
namespace {

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

// Replays: an accepted body is remembered until its notAfter, when the clock refuses it. The memory
// is a queue in the state; each transaction puts one in and takes at most two out, so it never
// holds much more than what was accepted during the longest life.
Result<> remember(Trial &trial) {
    std::uint64_t first = 0;
    std::uint64_t end = 0;
    APRICOT_TRY_ASSIGN(queue, trial.value(seenQueueKey()));
    if (queue) {
        APRICOT_TRY_ASSIGN(in, cbor::Reader::create(*queue));
        APRICOT_TRY(in.array());
        APRICOT_TRY_ASSIGN(oldFirst, in.unsignedInteger());
        APRICOT_TRY_ASSIGN(oldEnd, in.unsignedInteger());
        first = oldFirst;
        end = oldEnd;
    }
    for (int taken = 0; taken < 2 && first < end; ++taken, ++first) {
        APRICOT_TRY_ASSIGN(slot, trial.value(seenSlotKey(first)));
        if (!slot) break;
        APRICOT_TRY_ASSIGN(in, cbor::Reader::create(*slot));
        APRICOT_TRY(in.array());
        APRICOT_TRY_ASSIGN(body, in.fixed<Digest>());
        APRICOT_TRY_ASSIGN(notAfter, in.integer());
        if (trial.block().time < notAfter) break;
        trial.write(seenKey(body), std::nullopt);
        trial.write(seenSlotKey(first), std::nullopt);
    }
    const UnixTime notAfter = trial.checked().transaction.notAfter;
    const Digest &body = trial.checked().bodyDigest;
    trial.write(seenKey(body), cbor::Writer().integer(notAfter).take());
    trial.write(seenSlotKey(end),
                cbor::Writer().array(2).bytes(body.view()).integer(notAfter).take());
    trial.write(seenQueueKey(),
                cbor::Writer().array(2).unsignedInteger(first).unsignedInteger(end + 1).take());
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
    const auto *plan = action.as<ScheduleRules>();
    return plan == nullptr || plan->version <= latestRules;
}

Result<Writes> applyRules(const StateView &state, const BlockContext &block,
                          const CheckedTransaction &transaction) {
    Trial trial(state, block, transaction);
    APRICOT_TRY(mayBeRead(trial));
    const Action &action = transaction.transaction.action;
    const ActionRow &row = *action.row();
    APRICOT_TRY(isInForce(row, trial));
    APRICOT_TRY(isEntitled(row, trial));
    APRICOT_TRY(row.rule(action.value(), trial));
    APRICOT_TRY(remember(trial));
    return std::move(trial).writes();
}

bool isHostFailure(Code code) {
    return !refusalOf(code).has_value();
}

} // namespace apricot
