// SPDX-License-Identifier: GPL-3.0-or-later
// What a person picks without knowing of kinds and levels: plain presets, usual times; and from a
// choice to exactly the records that were ticked.
#pragma once

#include "flows/patient/share.h"

#include <set>

namespace apricot {

enum class Preset : std::uint8_t {
    ThisVisit = 1,
    MedicinesAndAllergies,
    TestsAndScans,
    Everything
};

// "this-visit", "medicines-and-allergies" ...: for scripts; what people read is translated above.
[[nodiscard]] std::optional<Preset> presetNamed(std::string_view name);

inline constexpr UnixTime visitReach = UnixTime{183} * 86400; // "for this visit": so far back
inline constexpr UnixTime lifeOnScreen = UnixTime{15} * 60;   // of a code that is shown
inline constexpr UnixTime lifePrinted = UnixTime{48} * 3600;  // of one on paper
inline constexpr UnixTime usualKeep = UnixTime{30} * 86400;   // then the clinic erases its copy
inline constexpr std::uint8_t usualLevel = 3;                 // what is above is named or closed

// The last midnight at or before `time`, by the person's own clock.
[[nodiscard]] UnixTime startOfDay(UnixTime time, int utcOffsetMinutes);
// At the usual level. Days begin at the person's own midnight.
[[nodiscard]] Scope scopeOf(Preset preset, UnixTime now, int utcOffsetMinutes);
// Ends `life` seconds from now and is erased `keep` seconds from now, not before it ends; in whole
// minutes, which read easily, unless it lives less than one.
void setTimes(ShareChoice &choice, UnixTime now, UnixTime life, UnixTime keep);

// The scope that opens exactly `wanted` of `all`: a kind stays a kind, with what is not wanted of
// it struck out, unless it takes fewer names to choose what is wanted one by one. `all`: every
// record that `base` would open if it reached to the highest level (Rehearsal::records and
// ::closed). TooManyNamed.
[[nodiscard]] Result<Scope> scopeOpening(const std::set<RecordId> &wanted,
                                         const std::vector<RecordRow> &all, const Scope &base);

} // namespace apricot
