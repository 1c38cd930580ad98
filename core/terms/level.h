// SPDX-License-Identifier: GPL-3.0-or-later
// How private a record is, 1 (could not harm anybody) to 5 (most private). Apricot's own scale.
#pragma once

#include <cstdint>

namespace apricot {

using Level = std::uint8_t;
inline constexpr Level lowestLevel = 1, highestLevel = 5;

[[nodiscard]] constexpr bool isLevel(std::uint64_t number) {
    return number >= lowestLevel && number <= highestLevel;
}

} // namespace apricot
