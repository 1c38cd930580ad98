// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/cancel_rules.h"

#include "ledger/trial.h"

namespace apricot {
namespace {

void write(cbor::Writer &out, const CancelRules &a) {
    out.unsignedInteger(a.version);
}

Result<Action> read(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(version, readNumber(in));
    return Action(CancelRules{version});
}

Result<> rule(const CancelRules &a, Trial &trial) {
    APRICOT_TRY_ASSIGN(version, trial.version());
    if (version.from == 0 || version.next != a.version)
        return rulesNotInOrder(version, trial.block().height);
    trial.write(rulesVersionKey(), encode(RulesVersion{version.current, version.current, 0}));
    return {};
}

} // namespace

const ActionRow &CancelRules::row() {
    static const ActionRow row =
        rowOf<CancelRules, write, read, rule>(12, "CancelRules", 3, 1, Signers::Quorum);
    return row;
}

} // namespace apricot
