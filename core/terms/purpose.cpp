// SPDX-License-Identifier: GPL-3.0-or-later
#include "terms/purpose.h"

#include "terms/names.h"

namespace apricot {

namespace {

constexpr std::array<std::string_view, purposeCount> names = {
    "treatment", "emergency", "second-opinion", "referral", "insurance", "research", "family-care"};

} // namespace

std::string_view nameOf(Purpose purpose) {
    return nameIn(names, purpose);
}

std::optional<Purpose> purposeNamed(std::string_view name) {
    return wordIn<Purpose>(names, name);
}

} // namespace apricot
