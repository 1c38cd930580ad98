// SPDX-License-Identifier: GPL-3.0-or-later
// Months, by which keys that open shares live and are deleted.
#pragma once

#include "base/clock.h"
#include "codec/fields.h"
#include "crypto/keys.h"

#include <algorithm>
#include <chrono>

namespace apricot {

using MonthNumber = std::uint16_t; // since January 1970, UTC

// Times before 1970 count as its first month, those far beyond as the last that there is.
[[nodiscard]] inline MonthNumber monthOf(UnixTime time) {
    using namespace std::chrono;
    const year_month_day day{floor<days>(sys_seconds{seconds{std::max<UnixTime>(0, time)}})};
    const int months = (int{day.year()} - 1970) * 12 + static_cast<int>(unsigned{day.month()}) - 1;
    return static_cast<MonthNumber>(std::min(months, 0xffff));
}

struct MonthKey {
    MonthNumber month = 0;
    SealKey key;
    bool operator==(const MonthKey &) const = default;
};

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, MonthKey> &key) {
    archive(key.month, key.key);
}

// This month's and those of so many months to come: the month after the longest grant's end.
inline constexpr unsigned monthsAhead = 14;

} // namespace apricot
