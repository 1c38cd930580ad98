// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/proposal_trial.h"

#include "crypto/hash.h"
#include "ledger/state_keys.h"

#include <algorithm>

namespace apricot {
namespace {

class Standing final : public StateView {
  public:
    explicit Standing(StateReader &state) : m_state(state) {}
    [[nodiscard]] Result<std::optional<Bytes>> value(ByteView key) const override {
        return m_state.standing(key);
    }

  private:
    StateReader &m_state;
};

Result<Writes> judged(Ledger &ledger, CheckedTransaction proposal, const Clock &clock) {
    const Standing state(ledger);
    APRICOT_TRY_ASSIGN(answer, ledger.query(consortiumKey()));
    APRICOT_TRY_ASSIGN(last, ledger.verify(answer));
    const BlockContext next{ledger.chainId(), last.height + 1, std::max(last.time, clock.now()),
                            false};
    APRICOT_TRY_ASSIGN(needed, signatoriesOf(proposal.transaction.action, state));
    for (const auto &keys : {needed.admins, needed.joining})
        std::ranges::copy(keys, std::back_inserter(proposal.signers));
    APRICOT_TRY_ASSIGN(writes, changesOf(state, next, proposal));
    for (auto at = writes.begin(); at != writes.end();) {
        APRICOT_TRY_ASSIGN(before, state.value(at->first));
        at = before == at->second ? writes.erase(at) : std::next(at);
    }
    return writes;
}

} // namespace

Result<Signatories> signatoriesOf(const Action &action, StateReader &state) {
    return signatoriesOf(action, Standing(state));
}

Result<Writes> tried(Ledger &ledger, const Transaction &unsignedYet, const Clock &clock) {
    const Bytes body = encodeBody(unsignedYet);
    CheckedTransaction checked;
    checked.bodyDigest = sha256(body);
    checked.allVerified = true;
    // As the ledger reads it, which judges in reading too.
    auto read = decodeBody(body);
    if (read)
        checked.transaction = std::move(read).value();
    else
        checked.malformed = read.error();
    return judged(ledger, std::move(checked), clock);
}

Result<Writes> tried(Ledger &ledger, ByteView wire, const Clock &clock) {
    return judged(ledger, checkTransaction(wire), clock);
}

} // namespace apricot
