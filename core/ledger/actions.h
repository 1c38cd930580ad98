// SPDX-License-Identifier: GPL-3.0-or-later
// The table of actions: a row each. A new one adds its file, its row here, its line in README.md
// and its tests; whatever else goes through all actions walks this table.
#pragma once

#include "ledger/actions/cancel_rules.h"
#include "ledger/actions/change_consortium.h"
#include "ledger/actions/change_keys.h"
#include "ledger/actions/change_node.h"
#include "ledger/actions/change_validators.h"
#include "ledger/actions/redeem.h"
#include "ledger/actions/register_node.h"
#include "ledger/actions/register_organisation.h"
#include "ledger/actions/reinstate_organisation.h"
#include "ledger/actions/revoke.h"
#include "ledger/actions/revoke_delegation.h"
#include "ledger/actions/schedule_rules.h"
#include "ledger/actions/set_month_keys.h"
#include "ledger/actions/set_policy.h"
#include "ledger/actions/set_standing.h"
#include "ledger/actions/suspend_organisation.h"

#include <span>
#include <tuple>

namespace apricot {

// In the order of their numbers; 8 is not given again.
using ActionTable =
    std::tuple<RegisterOrganisation, ChangeKeys, SuspendOrganisation, ReinstateOrganisation, Redeem,
               Revoke, RevokeDelegation, ChangeValidators, ChangeConsortium, ScheduleRules,
               CancelRules, RegisterNode, ChangeNode, SetMonthKeys, SetPolicy, SetStanding>;

// Ascending by number.
[[nodiscard]] std::span<const ActionRow *const> actions();
// Null: there is none with that number.
[[nodiscard]] const ActionRow *actionNumbered(std::uint64_t number);

} // namespace apricot
