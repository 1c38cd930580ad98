// SPDX-License-Identifier: GPL-3.0-or-later
// What a grant is given for. Numbers are stored and signed: never reused.
#pragma once

#include "terms/set.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace apricot {

enum class Purpose : std::uint8_t {
    Treatment = 1,
    Emergency,
    SecondOpinion,
    Referral,
    Insurance,
    Research,
    FamilyCare
};
inline constexpr std::uint8_t purposeCount = 7;
// A set of purposes: bit (Purpose - 1).
inline constexpr std::uint16_t allPurposes = (1U << purposeCount) - 1U;

[[nodiscard]] constexpr bool isPurpose(std::uint64_t number) {
    return number >= 1 && number <= purposeCount;
}

// "second-opinion": for scripts and files.
[[nodiscard]] std::string_view nameOf(Purpose purpose);
[[nodiscard]] std::optional<Purpose> purposeNamed(std::string_view name);

} // namespace apricot
