// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/set_policy.h"

#include "ledger/trial.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, SetPolicy> &a) {
    archive(cbor::enclosed(a.policy));
}

namespace {

Result<> rule(const SetPolicy &a, Trial &trial) {
    if (const auto complaint = complaintAbout(a.policy))
        return refuse(Refusal::PolicyInvalid, *complaint);
    trial.write(policyKey(), a.policy.empty() ? std::nullopt : std::optional(encode(a.policy)));
    return {};
}

} // namespace

const ActionRow &SetPolicy::row() {
    static const ActionRow row = rowOf<SetPolicy, rule>(16, "SetPolicy", 3, Signers::Quorum);
    return row;
}

} // namespace apricot
