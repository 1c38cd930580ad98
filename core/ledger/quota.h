// SPDX-License-Identifier: GPL-3.0-or-later
// The refusal of an organisation that has had what it may in an hour: all transactions, or a
// restricted one's redemptions.
#pragma once

#include "base/error.h"

namespace apricot {

[[nodiscard]] Error quotaUsedUp(std::string why);

} // namespace apricot
