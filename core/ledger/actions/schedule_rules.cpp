// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/schedule_rules.h"

#include "ledger/trial.h"

namespace apricot {
namespace {

void write(cbor::Writer &out, const ScheduleRules &a) {
    out.unsignedInteger(a.version).unsignedInteger(a.from);
}

Result<Action> read(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(version, readNumber(in));
    APRICOT_TRY_ASSIGN(from, in.unsignedInteger());
    return Action(ScheduleRules{version, from});
}

// The next version only, in time for everybody to hear of it, and one that this program knows.
Result<> rule(const ScheduleRules &a, Trial &trial) {
    APRICOT_TRY_ASSIGN(version, trial.version());
    if (a.version != version.current + 1 || a.from <= trial.block().height)
        return rulesNotInOrder(version, trial.block().height);
    if (!trial.block().agreed && !isForeseen(a))
        return rulesNotInOrder(version, trial.block().height);
    version.next = a.version;
    version.from = a.from;
    trial.write(rulesVersionKey(), encode(version));
    return {};
}

} // namespace

const ActionRow &ScheduleRules::row() {
    static const ActionRow row =
        rowOf<ScheduleRules, write, read, rule>(11, "ScheduleRules", 1, 2, Signers::Quorum);
    return row;
}

} // namespace apricot
