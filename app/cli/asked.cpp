// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/asked.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <string_view>
#include <unistd.h>

namespace apricot::cli {

bool askedYes(const std::string &question) {
    if (isatty(STDIN_FILENO) != 1) return false;
    std::cerr << question << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    const auto end = answer.find_last_not_of(" \t\r");
    answer.resize(end == std::string::npos ? 0 : end + 1);
    static constexpr auto yes =
        std::to_array<std::string_view>({"y", "Y", "yes", "Yes", "YES", "是"});
    return std::ranges::find(yes, answer) != yes.end();
}

} // namespace apricot::cli
