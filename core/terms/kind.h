// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds a person sorts their records by. Numbers are stored and signed: never reused.
#pragma once

#include "terms/set.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace apricot {

enum class Kind : std::uint8_t {
    LabResult = 1,
    VitalSign,
    Medication,
    Allergy,
    Condition,
    Immunisation,
    Procedure,
    Visit,
    Imaging,
    Document,
    CarePlan,
    Person,
    Other
};
inline constexpr std::uint8_t kindCount = 13;
// A set of kinds: bit (Kind - 1).
inline constexpr std::uint16_t allKinds = (1U << kindCount) - 1U;

// "lab-result": for scripts and files; what people read is translated above.
[[nodiscard]] std::string_view nameOf(Kind kind);
[[nodiscard]] std::optional<Kind> kindNamed(std::string_view name);

} // namespace apricot
