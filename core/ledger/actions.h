// SPDX-License-Identifier: GPL-3.0-or-later
// The table of actions: a row each. A new one adds its file, its row here, its line in README.md
// and its tests.
#pragma once

#include "ledger/actions/anchor_record.h"
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

namespace apricot {

// Ascending by number.
[[nodiscard]] std::span<const ActionRow *const> actions();
// Null: there is none with that number.
[[nodiscard]] const ActionRow *actionNumbered(std::uint64_t number);

} // namespace apricot
