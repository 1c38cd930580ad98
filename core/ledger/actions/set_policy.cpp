// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/set_policy.h"

#include "ledger/trial.h"

namespace apricot {
namespace {

void write(cbor::Writer &out, const SetPolicy &a) {
    out.bytes(encode(a.policy));
}

Result<Action> read(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(encoded, in.bytes());
    auto policy = policyAsWritten(encoded);
    if (!policy) return malformedAction("policy: " + policy.error().detail);
    return Action(SetPolicy{std::move(policy).value()});
}

Result<> rule(const SetPolicy &a, Trial &trial) {
    if (!isValid(a.policy)) return refuse(Refusal::PolicyInvalid);
    trial.write(policyKey(), a.policy.empty() ? std::nullopt : std::optional(encode(a.policy)));
    return {};
}

} // namespace

const ActionRow &SetPolicy::row() {
    static const ActionRow row =
        rowOf<SetPolicy, write, read, rule>(16, "SetPolicy", 3, 1, Signers::Quorum);
    return row;
}

} // namespace apricot
