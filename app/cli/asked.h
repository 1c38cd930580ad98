// SPDX-License-Identifier: GPL-3.0-or-later
// The one way in which a program of the terminal asks before it does something.
#pragma once

#include <string>

namespace apricot::cli {

// Asked on stderr, so that stdout stays what a script reads; yes is the letter y. Nobody at a
// terminal: no, since what a pipe holds was not said to this question.
[[nodiscard]] bool askedYes(const std::string &question);

} // namespace apricot::cli
