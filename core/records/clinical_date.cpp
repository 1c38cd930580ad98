// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/resource.h"

#include <chrono>

namespace apricot {

namespace {

// The number that `length` digits from `at` on write, or -1.
int digits(std::string_view s, std::size_t at, std::size_t length) {
    if (at + length > s.size()) return -1;
    int out = 0;
    for (const char c : s.substr(at, length)) {
        if (c < '0' || c > '9') return -1;
        out = out * 10 + (c - '0');
    }
    return out;
}

} // namespace

ClinicalDate parseDate(std::string_view s) {
    using namespace std::chrono;
    using Precision = ClinicalDate::Precision;
    const int y = digits(s, 0, 4);
    if (y < 1) return {};
    ClinicalDate out;
    out.text = s;
    out.precision = Precision::Year;
    int m = 1, d = 1;
    if (s.size() > 4) {
        m = s[4] == '-' ? digits(s, 5, 2) : -1;
        out.precision = Precision::Month;
    }
    if (s.size() > 7) {
        d = s[7] == '-' ? digits(s, 8, 2) : -1;
        out.precision = Precision::Day;
    }
    if (m < 1 || d < 1) return {};
    const year_month_day day(year(y), month(static_cast<unsigned>(m)),
                             std::chrono::day(static_cast<unsigned>(d)));
    if (!day.ok()) return {};
    out.start = static_cast<UnixTime>(sys_days(day).time_since_epoch().count()) * 86400;
    if (s.size() <= 10) return out;
    const int hour = digits(s, 11, 2), minute = digits(s, 14, 2), second = digits(s, 17, 2);
    if (s[10] != 'T' || s.size() < 19 || s[13] != ':' || s[16] != ':' || hour < 0 || hour > 23
        || minute < 0 || minute > 59 || second < 0 || second > 60)
        return {};
    out.precision = Precision::Second;
    out.start += hour * 3600 + minute * 60 + second;
    std::size_t at = 19;
    if (at < s.size() && s[at] == '.') {
        ++at;
        while (digits(s, at, 1) >= 0) ++at;
    }
    const std::string_view zone = s.substr(at);
    if (zone.empty() || zone == "Z") return out; // without a zone it is taken as UTC
    const int zoneHour = digits(zone, 1, 2), zoneMinute = digits(zone, 4, 2);
    if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || zone[3] != ':' || zoneHour < 0
        || zoneHour > 14 || zoneMinute < 0 || zoneMinute > 59)
        return {};
    const int offset = zoneHour * 3600 + zoneMinute * 60;
    out.start -= zone[0] == '+' ? offset : -offset;
    return out;
}

} // namespace apricot
