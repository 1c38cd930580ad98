// SPDX-License-Identifier: GPL-3.0-or-later
// The visits of a clinic's vault: a row for each use of a permission and for each opening without a
// new one. The log says the same, entry by entry, for whoever checks it; the rows are what a list
// of today's visits is read from.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "terms/purpose.h"

#include <string>
#include <vector>

namespace apricot {

class Database;

// Where opened records go. Only what is shown in memory is erased with a visit.
enum class Place : std::uint8_t {
    Screen = 0, // a counter's memory
    Output = 1, // printed, for a person or a script
    Files = 2   // written, unencrypted, into a folder
};
[[nodiscard]] std::string_view nameOf(Place place); // "files": in the log

// Named as the log's kinds are.
enum class VisitEvent : std::uint8_t { Redeem, Open, Erase, Letter };
[[nodiscard]] std::string_view nameOf(VisitEvent event);

struct VisitFacts {
    std::string grant; // its id in hex
    std::string staff; // who was signed in; empty: nobody
    Purpose purpose{};
    Place place = Place::Screen; // of Open
    std::uint64_t records = 0;   // of Open
    std::string letter;          // of Letter: its kind, a plain word
};

struct VisitRow {
    std::string grant, staff;
    Purpose purpose{}; // 0: not noted
    Place place = Place::Screen;
    UnixTime redeemed = 0, opened = 0, erased = 0; // 0: not so
    std::uint64_t records = 0;
    std::vector<std::string> letters; // kinds of what was written back
};

// Vault's, on its table. An opening belongs to the use before it that was not opened yet; an
// erasure to the latest that is still shown; a letter to the latest.
[[nodiscard]] Result<> keepVisit(const Database &db, UnixTime time, VisitEvent event,
                                 const VisitFacts &facts);
// Used or opened since then, oldest first.
[[nodiscard]] Result<std::vector<VisitRow>> readVisits(const Database &db, UnixTime since);

} // namespace apricot
