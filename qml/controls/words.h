// SPDX-License-Identifier: GPL-3.0-or-later
// From core's values to what a person reads, in the language that is set.
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "records/kind.h"

#include <QString>

namespace apricot {

[[nodiscard]] QString utf8(std::string_view text);
[[nodiscard]] QString inWords(Kind kind);
// What happened and what to do; the ledger's rule instead of "refused".
[[nodiscard]] QString inWords(const Error &error);
[[nodiscard]] QString localTime(UnixTime time); // in the language's own form, with the day

} // namespace apricot
