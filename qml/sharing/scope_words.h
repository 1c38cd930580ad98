// SPDX-License-Identifier: GPL-3.0-or-later
// What is shared, in words a list has room for. The words that are agreed to are consent/text.h.
#pragma once

#include "consent/text.h"

#include <QString>

namespace apricot {

// "Medicines, allergies; 3 single records; since 26 May 2026".
[[nodiscard]] QString inWords(const Scope &scope, int utcOffsetMinutes);
[[nodiscard]] QString inWords(Purpose purpose);
// In the language that is set or, with `other`, in the other one.
[[nodiscard]] QString inWords(const ConsentText &words, bool other = false);
// Of the person's clock, from UTC, in minutes.
[[nodiscard]] int offsetAt(UnixTime time);
// "14 minutes", "3 hours" ...: rough, so that a screen reader does not count seconds.
[[nodiscard]] QString spanInWords(UnixTime seconds);

} // namespace apricot
