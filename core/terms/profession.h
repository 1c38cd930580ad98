// SPDX-License-Identifier: GPL-3.0-or-later
// Whose hands a desk key is in. Numbers are stored and signed: never reused.
#pragma once

#include "terms/set.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace apricot {

enum class Profession : std::uint8_t {
    Doctor = 1,
    Nurse, // midwives too
    Pharmacist,
    Technician, // of a laboratory, of imaging
    Therapist,
    Clerk,    // the front desk, accounts
    Assessor, // of an insurer
    Researcher,
    Inspector, // of a regulator
    Machine    // a packing line, a hospital's own system: nobody in person
};
inline constexpr std::uint8_t professionCount = 10;
// A set of professions: bit (Profession - 1).
inline constexpr std::uint16_t allProfessions = (1U << professionCount) - 1U;

[[nodiscard]] constexpr bool isProfession(std::uint64_t number) {
    return number >= 1 && number <= professionCount;
}

// "doctor": for scripts and files.
[[nodiscard]] std::string_view nameOf(Profession profession);
[[nodiscard]] std::optional<Profession> professionNamed(std::string_view name);

} // namespace apricot
