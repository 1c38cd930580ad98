// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/kind.h"

#include <array>

namespace apricot {

namespace {

constexpr std::array<std::string_view, kindCount> names = {
    "lab-result", "vital-sign", "medication", "allergy",   "condition", "immunisation", "procedure",
    "visit",      "imaging",    "document",   "care-plan", "person",    "other"};

} // namespace

std::string_view nameOf(Kind kind) {
    const auto at = static_cast<std::size_t>(kind) - 1; // 0 wraps round and is out of range too
    return at < names.size() ? names[at] : std::string_view();
}

std::optional<Kind> kindNamed(std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<Kind>(i + 1);
    return std::nullopt;
}

} // namespace apricot
