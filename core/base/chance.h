// SPDX-License-Identifier: GPL-3.0-or-later
// What chance decides: one of several, and an order.
#pragma once

#include "base/random.h"

#include <cstddef>
#include <vector>

namespace apricot {

// Below `count`, each as likely.
[[nodiscard]] std::uint64_t drawn(std::uint64_t count, Random &random);
// 0 to count - 1, in an order of chance.
[[nodiscard]] std::vector<std::size_t> shuffled(std::size_t count, Random &random);

} // namespace apricot
