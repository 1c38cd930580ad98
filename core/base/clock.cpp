// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace apricot {

UnixTime SystemClock::now() const {
    using namespace std::chrono;
    return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

std::string toRfc3339(UnixTime time) {
    const std::time_t t = time;
    std::tm parts{};
    std::array<char, 32> text{};
    if (!gmtime_r(&t, &parts)) return "(time out of range)";
    // Years have four digits here; strftime gives the year 169 three.
    const std::size_t n = std::strftime(text.data(), text.size(), "-%m-%dT%H:%M:%SZ", &parts);
    std::array<char, 16> year{};
    std::snprintf(year.data(), year.size(), "%04ld", parts.tm_year + 1900L);
    return year.data() + std::string(text.data(), n);
}

} // namespace apricot
