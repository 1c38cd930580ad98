// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/light_block.h"

#include <chrono>
#include <cstdio>

namespace apricot::comet {
namespace {

// `count` digits at the front, taken off.
std::optional<int> digits(std::string_view &text, std::size_t count) {
    if (text.size() < count) return std::nullopt;
    int out = 0;
    for (const char c : text.substr(0, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        out = out * 10 + (c - '0');
    }
    text.remove_prefix(count);
    return out;
}
bool take(std::string_view &text, char wanted) {
    if (text.empty() || text.front() != wanted) return false;
    text.remove_prefix(1);
    return true;
}

} // namespace

std::optional<Time> readTime(std::string_view text) {
    using namespace std::chrono;
    std::array<std::optional<int>, 6> part;
    constexpr std::array<char, 5> between = {'-', '-', 'T', ':', ':'};
    for (std::size_t i = 0; i < part.size(); ++i) {
        part[i] = digits(text, i == 0 ? 4 : 2);
        if (!part[i] || (i < between.size() && !take(text, between[i]))) return std::nullopt;
    }
    const year_month_day day{year(*part[0]), month(static_cast<unsigned>(*part[1])),
                             std::chrono::day(static_cast<unsigned>(*part[2]))};
    if (!day.ok() || *part[3] > 23 || *part[4] > 59 || *part[5] > 59) return std::nullopt;
    Time out;
    out.seconds = sys_days(day).time_since_epoch().count() * UnixTime{86400};
    out.seconds += *part[3] * 3600 + *part[4] * 60 + *part[5];
    if (take(text, '.')) {
        std::int32_t scale = 100'000'000;
        while (const auto digit = digits(text, 1)) {
            if (scale == 0) return std::nullopt;
            out.nanos += *digit * scale;
            scale /= 10;
        }
    }
    if (text != "Z") return std::nullopt;
    return out;
}

std::string toText(const Time &time) {
    std::string out = toRfc3339(time.seconds);
    if (time.nanos == 0) return out;
    std::array<char, 16> fraction{};
    std::snprintf(fraction.data(), fraction.size(), ".%09d", time.nanos);
    out.insert(out.size() - 1, fraction.data());
    return out;
}

} // namespace apricot::comet
