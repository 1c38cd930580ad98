// SPDX-License-Identifier: GPL-3.0-or-later
// From core's values to what a person reads, in the language that is set.
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "terms/kind.h"

#include <QDate>
#include <QString>

namespace apricot {

[[nodiscard]] QString utf8(std::string_view text);
[[nodiscard]] QString inWords(Kind kind);
// What happened and what to do; the ledger's rule instead of "refused".
[[nodiscard]] QString inWords(const Error &error);
// "26 Nov 2026", "2026年11月26日": the month by its name, or the day and it could be mistaken.
[[nodiscard]] QString dayInWords(QDate day);
[[nodiscard]] QString localTime(UnixTime time); // that, and "17:05", where this device is

} // namespace apricot
