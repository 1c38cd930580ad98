// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/local_stamp.h"

#include <algorithm>
#include <cstdlib>

namespace apricot {

std::string localStamp(UnixTime when, int utcOffsetMinutes) {
    const int offset = std::clamp(utcOffsetMinutes, -14 * 60, 14 * 60);
    std::string out = toRfc3339(when + UnixTime{60} * offset);
    out.pop_back(); // Z
    const int size = std::abs(offset);
    const auto two = [](int n) {
        return std::string(1, static_cast<char>('0' + n / 10)) + static_cast<char>('0' + n % 10);
    };
    return out + (offset < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60);
}

} // namespace apricot
