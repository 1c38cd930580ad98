// SPDX-License-Identifier: GPL-3.0-or-later
// Which records a grant opens: kinds, dates, single records, and never above a sensitivity level.
#pragma once

#include "base/clock.h"
#include "terms/identifiers.h"
#include "terms/kind.h"
#include "terms/level.h"

namespace apricot {

// What a scope calls a record by: the first 10 bytes of its RecordId, because 24 of them have to
// fit one QR code. Another record of the same name is not found in fewer than 2^80 tries.
using RecordName = FixedBytes<struct RecordNameTag, 10>;
[[nodiscard]] RecordName nameOf(const RecordId &id);

inline constexpr std::size_t maxNamedRecords = 1000; // and as many struck out

struct Scope {
    std::uint16_t kinds = 0;           // bit (Kind - 1): opened within the dates
    std::uint16_t alwaysKinds = 0;     // opened whatever their date; only beside dates
    std::optional<UnixTime> from;      // clinical date >= from
    std::optional<UnixTime> until;     // clinical date < until
    Level level = 1;                   // records above it stay closed, named or not
    std::vector<RecordName> records;   // opened whatever their kind and date; ascending, unique
    std::vector<RecordName> struckOut; // closed though a kind would open them; ascending, unique
    bool operator==(const Scope &) const = default;
    // Whether records of the kind are opened, all of them or those within the dates.
    [[nodiscard]] bool has(Kind kind) const { return isIn(kind, kinds | alwaysKinds); }
    [[nodiscard]] bool hasAlways(Kind kind) const { return isIn(kind, undatedKinds()); }
    // The kinds that no dates limit.
    [[nodiscard]] unsigned undatedKinds() const {
        return from || until ? alwaysKinds : kinds | alwaysKinds;
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
// The one rule. A record without a date is opened by kind only where no dates limit the kind.
[[nodiscard]] bool opens(const Scope &scope, const RecordFacts &record);
// True when everything `inner` could open, `outer` opens too.
[[nodiscard]] bool isWithin(const Scope &inner, const Scope &outer);

} // namespace apricot
