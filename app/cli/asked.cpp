// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/asked.h"

#include <iostream>
#include <unistd.h>

namespace apricot::cli {

bool askedYes(const std::string &question) {
    if (isatty(STDIN_FILENO) != 1) return false;
    std::cerr << question << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y";
}

} // namespace apricot::cli
