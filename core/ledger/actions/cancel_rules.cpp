// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/cancel_rules.h"

#include "ledger/trial.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, CancelRules> &a) {
    archive(a.version);
}

namespace {

Result<> rule(const CancelRules &a, Trial &trial) {
    APRICOT_TRY_ASSIGN(version, trial.version());
    if (version.from == 0 || version.next != a.version)
        return rulesNotInOrder(version, trial.block().height);
    trial.write(rulesVersionKey(), encode(RulesVersion{version.current, version.current, 0}));
    return {};
}

} // namespace

const ActionRow &CancelRules::row() {
    static const ActionRow row = rowOf<CancelRules, rule>(12, "CancelRules", 3, Signers::Quorum);
    return row;
}

} // namespace apricot
