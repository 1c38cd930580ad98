// SPDX-License-Identifier: GPL-3.0-or-later
// One measurement over time: all records of the same code and unit as the one looked at.
#pragma once

#include "records/reading.h"
#include "vault/vault.h"

namespace apricot {

struct TrendPoint {
    RecordId record;
    UnixTime date = 0;
    std::string dateText; // as written
    double value = 0;
    std::string text;             // as written: "<0.5"
    std::optional<double> second; // blood pressure: the lower of the two numbers
    Flag flag = Flag::None;       // as the record itself says, or its own range does
};
struct Trend {
    std::string title, unit;
    std::string first, second;       // names of the two lines; empty when there is but one
    std::vector<TrendPoint> points;  // oldest first; at most 5000, the newest
    std::optional<double> low, high; // the newest usual range
    std::size_t otherUnits = 0;      // left out, because their unit is another
};
// No points when the record has no number or no date. RecordMissing, the vault's errors.
[[nodiscard]] Result<Trend> trendOf(Vault &vault, const RecordId &id);

} // namespace apricot
