// SPDX-License-Identifier: GPL-3.0-or-later
#include "terms/kind.h"

#include "terms/names.h"

namespace apricot {

namespace {

constexpr std::array<std::string_view, kindCount> names = {
    "lab-result", "vital-sign", "medication", "allergy",   "condition", "immunisation", "procedure",
    "visit",      "imaging",    "document",   "care-plan", "person",    "other"};

} // namespace

std::string_view nameOf(Kind kind) {
    return nameIn(names, kind);
}

std::optional<Kind> kindNamed(std::string_view name) {
    return wordIn<Kind>(names, name);
}

} // namespace apricot
