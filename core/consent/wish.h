// SPDX-License-Identifier: GPL-3.0-or-later
// What a clinic asks a person to open. A wish opens nothing: the person's grant does.
#pragma once

#include "terms/purpose.h"
#include "terms/scope.h"

namespace apricot {

struct Wish {
    Scope scope;
    Purpose purpose = Purpose::Treatment;
    std::uint32_t minutes = 60; // from the person's answer on
    std::uint32_t uses = 1;
    bool operator==(const Wish &) const = default;
};

} // namespace apricot
