// SPDX-License-Identifier: GPL-3.0-or-later
// How long work reports where it is and hears that it should stop.
#pragma once

#include <cstdint>
#include <functional>

namespace apricot {

// Called with the units done and the total (0 when unknown). Returning false asks the work to stop;
// it then undoes what it did and returns its "cancelled" error.
using Progress = std::function<bool(std::uint64_t done, std::uint64_t total)>;

} // namespace apricot
