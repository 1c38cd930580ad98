// SPDX-License-Identifier: GPL-3.0-or-later
#include "terms/role.h"

#include "terms/names.h"

namespace apricot {

namespace {

constexpr std::array<std::string_view, roleCount> names = {
    "provider", "pharmacy", "maker", "distributor", "insurer", "research", "ethics", "regulator"};

} // namespace

std::string_view nameOf(Role role) {
    return nameIn(names, role);
}

std::optional<Role> roleNamed(std::string_view name) {
    return wordIn<Role>(names, name);
}

} // namespace apricot
