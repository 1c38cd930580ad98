// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/set_month_keys.h"

#include "ledger/trial.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, SetMonthKeys> &a) {
    archive(a.node, cbor::enclosed(a.keys));
    archive.check(complaintAbout(a.keys));
}

namespace {

// A month that is over has no key: what was sealed for it shall stay closed.
Result<> rule(const SetMonthKeys &a, Trial &trial) {
    APRICOT_TRY(trial.isSignedByOnly(a.node));
    APRICOT_TRY(trial.node(a.node));
    const MonthNumber now = monthOf(trial.block().time);
    if (!a.keys.empty()
        && (a.keys.front().month < now || a.keys.back().month > now + monthsAhead + 1))
        return refuse(Refusal::MonthKeysInvalid, "now month " + std::to_string(now));
    trial.write(monthKeysKey(a.node), encode(a.keys));
    return {};
}

} // namespace

const ActionRow &SetMonthKeys::row() {
    static const ActionRow row = rowOf<SetMonthKeys, rule>(15, "SetMonthKeys", 3, Signers::One);
    return row;
}

} // namespace apricot
