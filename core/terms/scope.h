// SPDX-License-Identifier: GPL-3.0-or-later
// Which records a grant opens: kinds, dates, single records, and never above a sensitivity level.
#pragma once

#include "base/clock.h"
#include "terms/identifiers.h"
#include "terms/kind.h"
#include "terms/level.h"

namespace apricot {

inline constexpr std::size_t maxNamedRecords = 1000;

struct Scope {
    std::uint16_t kinds = 0;       // bit (Kind - 1); 0 = only the records named below
    std::optional<UnixTime> from;  // clinical date >= from
    std::optional<UnixTime> until; // clinical date < until
    Level level = 1;               // records above it stay closed, named or not
    std::vector<RecordId>
        records; // opened as well, whatever their kind and date; ascending, unique
    bool operator==(const Scope &) const = default;
    [[nodiscard]] bool has(Kind kind) const {
        return (kinds >> (static_cast<unsigned>(kind) - 1U)) & 1U;
    }
};

// What the rule needs to know of a record.
struct RecordFacts {
    RecordId id;
    Kind kind;
    Level level;
    bool dated;
    UnixTime date;
};
// The one rule. A record without a date is opened by kind only when the scope has no date limits.
[[nodiscard]] bool opens(const Scope &scope, const RecordFacts &record);
// True when everything `inner` could open, `outer` opens too.
[[nodiscard]] bool isWithin(const Scope &inner, const Scope &outer);

} // namespace apricot
