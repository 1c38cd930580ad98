// SPDX-License-Identifier: GPL-3.0-or-later
#include "terms/profession.h"

#include "terms/names.h"

namespace apricot {

namespace {

constexpr std::array<std::string_view, professionCount> names = {
    "doctor", "nurse",    "pharmacist", "technician", "therapist",
    "clerk",  "assessor", "researcher", "inspector",  "machine"};

} // namespace

std::string_view nameOf(Profession profession) {
    return nameIn(names, profession);
}

std::optional<Profession> professionNamed(std::string_view name) {
    return wordIn<Profession>(names, name);
}

} // namespace apricot
