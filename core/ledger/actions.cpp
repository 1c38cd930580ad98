// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions.h"

#include "ledger/refusal.h"

namespace apricot {

std::span<const ActionRow *const> actions() {
    static const std::array table{
        &RegisterOrganisation::row(),  // 1
        &ChangeKeys::row(),            // 2
        &SuspendOrganisation::row(),   // 3
        &ReinstateOrganisation::row(), // 4
        &Redeem::row(),                // 5
        &Revoke::row(),                // 6
        &RevokeDelegation::row(),      // 7
        &AnchorRecord::row(),          // 8
        &ChangeValidators::row(),      // 9
        &ChangeConsortium::row(),      // 10
        &ScheduleRules::row(),         // 11
        &CancelRules::row(),           // 12
        &RegisterNode::row(),          // 13
        &ChangeNode::row(),            // 14
        &SetMonthKeys::row(),          // 15
        &SetPolicy::row(),             // 16
        &SetStanding::row(),           // 17
    };
    return table;
}

const ActionRow *actionNumbered(std::uint64_t number) {
    const auto row = std::ranges::find(actions(), number, &ActionRow::number);
    return row == actions().end() ? nullptr : *row;
}

Error malformedAction(std::string what) {
    return refuse(Refusal::TransactionMalformed, std::move(what));
}

Result<std::uint32_t> readNumber(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(number, in.unsignedInteger());
    if (number > 0xffffffffU) return malformedAction("number too large");
    return static_cast<std::uint32_t>(number);
}

} // namespace apricot
