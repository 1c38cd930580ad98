// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/proposal_trial.h"

#include "ledger/trial.h"

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

} // namespace

std::vector<VerifyKey> keysBroughtIn(const Action &action) {
    std::vector<VerifyKey> out;
    if (const auto *change = action.as<ChangeConsortium>()) out = change->admins;
    if (const auto *change = action.as<ChangeValidators>())
        for (const ChainValidator &one : change->changes)
            if (one.power != 0) out.push_back(one.key);
    return out;
}

Result<bool> changesSomething(Ledger &ledger, const Action &action, const Clock &clock) {
    const Standing state(ledger);
    APRICOT_TRY_ASSIGN(answer, ledger.query(consortiumKey()));
    APRICOT_TRY_ASSIGN(last, ledger.verify(answer));
    const BlockContext next{ledger.chainId(), last.height + 1, std::max(last.time, clock.now()),
                            false};
    CheckedTransaction signedByAll;
    signedByAll.transaction.action = action;
    signedByAll.allVerified = true;
    signedByAll.signers = keysBroughtIn(action);
    if (last.value) {
        APRICOT_TRY_ASSIGN(consortium, decodeConsortium(*last.value));
        std::ranges::copy(consortium.admins, std::back_inserter(signedByAll.signers));
    }
    Trial trial(state, next, signedByAll);
    APRICOT_TRY(action.row()->rule(action.value(), trial));
    for (const auto &[key, value] : std::move(trial).writes()) {
        APRICOT_TRY_ASSIGN(before, state.value(key));
        if (before != value) return true;
    }
    return false;
}

} // namespace apricot
