// SPDX-License-Identifier: GPL-3.0-or-later
// Months, by which keys that open shares live and are deleted.
#pragma once

#include "base/clock.h"
#include "crypto/keys.h"

#include <chrono>

namespace apricot {

using Month = std::uint16_t; // since January 1970, UTC

[[nodiscard]] inline Month monthOf(UnixTime time) {
    using namespace std::chrono;
    const year_month_day day{floor<days>(sys_seconds{seconds{time}})};
    return static_cast<Month>((int{day.year()} - 1970) * 12
                              + static_cast<int>(unsigned{day.month()}) - 1);
}

struct MonthKey {
    Month month = 0;
    SealKey key;
    bool operator==(const MonthKey &) const = default;
};

// This month's and those of so many months to come: the month after the longest grant's end.
inline constexpr unsigned monthsAhead = 14;

} // namespace apricot
