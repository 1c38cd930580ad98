// SPDX-License-Identifier: GPL-3.0-or-later
// What a verb's help says: each of its options in a line, with what holds without it, and an
// example.
#pragma once

#include "cli/verb.h"

namespace apricot::cli {

void printHelpOf(const Verb &verb);

} // namespace apricot::cli
