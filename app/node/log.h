// SPDX-License-Identifier: GPL-3.0-or-later
// A node's log: a JSON object a line on standard error. Events and numbers of the machine; never
// who asked for what.
#pragma once

#include "base/clock.h"

#include <initializer_list>
#include <string>
#include <utility>

namespace apricot::node {

void log(const Clock &clock, const char *event,
         std::initializer_list<std::pair<const char *, std::string>> facts = {});

} // namespace apricot::node
