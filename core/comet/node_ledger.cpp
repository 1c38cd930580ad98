// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/node_ledger.h"

#include "crypto/hash.h"

namespace apricot::comet {
namespace {

using std::chrono::milliseconds;
constexpr milliseconds longestSubmit{20'000};
constexpr milliseconds longestProofBlock{10'000};
constexpr milliseconds watchPause{200};

} // namespace

Result<Outcome> NodeLedger::submit(ByteView transaction) {
    const Digest id = sha256(transaction);
    APRICOT_TRY_ASSIGN(broadcast, m_engine.broadcast(transaction));
    if (broadcast.refusal != Refusal::None) {
        const Committed at = m_application.committed();
        return Outcome{at.height, at.time, broadcast.refusal, broadcast.detail, id};
    }
    if (auto outcome = m_application.outcomeOf(id, longestSubmit)) return std::move(*outcome);
    return fail(ErrorCode::TransactionUnsettled, toHex(id.view()));
}

Result<Height> NodeLedger::newestNamed() {
    const Committed at = m_application.committed();
    if (at.height < 2) return fail(ErrorCode::LedgerNotBegun);
    // Nothing changed in the last block: the state before it is the same, and its header is here.
    if (at.lastChange < at.height || !m_application.waitFor(at.height + 1, longestProofBlock))
        return at.height - 1;
    return at.height;
}

Result<ProvenAnswer> NodeLedger::query(ByteView key) {
    APRICOT_TRY_ASSIGN(height, newestNamed());
    return m_application.query(key, height);
}

Result<ProvenPrefix> NodeLedger::queryPrefix(const StatePrefix &prefix) {
    APRICOT_TRY_ASSIGN(height, newestNamed());
    return m_application.queryPrefix(prefix, height);
}

Result<VerifiedAnswer> NodeLedger::verify(const ProvenAnswer &answer) const {
    APRICOT_TRY_ASSIGN(block, m_application.block(answer.height));
    if (!block) return heightNotHere(answer.height);
    APRICOT_TRY_ASSIGN(header, decodeHeader(block->header));
    APRICOT_TRY_ASSIGN(proof, decodeProof(answer.proof));
    APRICOT_TRY(verifyProof(proof, header.stateRoot, answer.key, answer.value));
    return VerifiedAnswer{header.time, answer.height, answer.key, answer.value};
}

Ledger::Subscription NodeLedger::watch(Height from, std::function<void(const LedgerEvent &)> told) {
    const auto follow = [&application = m_application, next = std::max<Height>(1, from),
                         told = std::move(told)](const std::stop_token &stop) mutable {
        while (!stop.stop_requested()) {
            if (!application.waitFor(next, watchPause)) continue;
            const auto block = application.block(next);
            if (!block) continue;
            // Before the state that this node took over there is nothing to tell.
            const auto header = block->has_value() ? decodeHeader((*block)->header)
                                                   : Result<apricot::Header>(apricot::Header());
            if (block->has_value() && header)
                for (const Bytes &transaction : (*block)->transactions)
                    told({header->height, header->time, transaction});
            ++next;
        }
    };
    return std::make_shared<std::jthread>(follow);
}

} // namespace apricot::comet
