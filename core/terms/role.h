// SPDX-License-Identifier: GPL-3.0-or-later
// What an organisation is. Numbers are stored and signed: never reused.
#pragma once

#include "terms/set.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace apricot {

enum class Role : std::uint8_t {
    Provider = 1, // treats: a hospital, a clinic
    Pharmacy,
    Maker,
    Distributor,
    Insurer,
    Research,
    Ethics, // decides what research may ask
    Regulator
};
inline constexpr std::uint8_t roleCount = 8;
// A set of roles: bit (Role - 1).
inline constexpr std::uint16_t allRoles = (1U << roleCount) - 1U;

[[nodiscard]] constexpr bool isRole(std::uint64_t number) {
    return number >= 1 && number <= roleCount;
}

// "provider": for scripts and files.
[[nodiscard]] std::string_view nameOf(Role role);
[[nodiscard]] std::optional<Role> roleNamed(std::string_view name);

} // namespace apricot
