// SPDX-License-Identifier: GPL-3.0-or-later
// What a verb's help says: each of its options in a line, with what holds without it, and an
// example.
#pragma once

#include "cli/verb.h"

namespace apricot::cli {

void printHelpOf(const Verb &verb);
// Of KIND, PURPOSE, ROLE, PROFESSION, REASON: what may be typed, with commas between.
[[nodiscard]] std::string valuesOf(std::string_view term);
// All of them, a line each, as the help of the program ends.
void printTerms();

} // namespace apricot::cli
