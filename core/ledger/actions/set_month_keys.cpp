// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/set_month_keys.h"

#include "ledger/trial.h"

namespace apricot {
namespace {

void write(cbor::Writer &out, const SetMonthKeys &a) {
    out.bytes(a.node.view()).bytes(encode(a.keys));
}

Result<Action> read(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(node, in.fixed<NodeId>());
    APRICOT_TRY_ASSIGN(encoded, in.bytes());
    auto keys = decodeMonthKeys(encoded);
    if (!keys) return malformedAction("month keys: " + keys.error().detail);
    return Action(SetMonthKeys{node, std::move(keys).value()});
}

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
    static const ActionRow row =
        rowOf<SetMonthKeys, write, read, rule>(15, "SetMonthKeys", 3, 2, Signers::One);
    return row;
}

} // namespace apricot
