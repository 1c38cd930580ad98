// SPDX-License-Identifier: GPL-3.0-or-later
// A moment as FHIR's dateTime, by the clock on the wall: "2026-09-06T10:50:00+08:00". What is
// written before eight in the morning is not dated the day before.
#pragma once

#include "base/clock.h"

namespace apricot {

// The offset in minutes from UTC, at most fourteen hours either way.
[[nodiscard]] std::string localStamp(UnixTime when, int utcOffsetMinutes);

} // namespace apricot
