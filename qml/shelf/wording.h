// SPDX-License-Identifier: GPL-3.0-or-later
// Records in words, in the language that is set.
#pragma once

#include "chart/summary.h"
#include "records/details.h"
#include "records/reading.h"
#include "vault/vault.h"

#include <QString>

namespace apricot {

// FHIR dateTime as people write it, no more exact than it is: "6 Sep 2026", "May 2009", "1983".
[[nodiscard]] QString dateInWords(std::string_view dateText);
// With the time of day as its writer's clock showed it, where there is one.
[[nodiscard]] QString momentInWords(std::string_view dateText);
// "above the range"; empty when there is nothing to say.
[[nodiscard]] QString inWords(Flag flag);
// A sign that is not colour: "▲", "▼", "◆"; empty for what is as usual.
[[nodiscard]] QString signOf(Flag flag);
// "Private: ..."
[[nodiscard]] QString levelInWords(int level);
[[nodiscard]] QString labelOf(const Detail &detail);
[[nodiscard]] QString textOf(const Detail &detail);
// "7.2 mmol/L"
[[nodiscard]] QString valueInWords(std::string_view value, std::string_view unit);
// One record in a sentence: what, value, range, who, when.
[[nodiscard]] QString sentenceOf(const Record &record);

// What stands below a row of the summary; of a medicine, whether it was prescribed, is taken, or
// both, and both dosages where they differ.
[[nodiscard]] QString noteInWords(const SummaryRow &row);

} // namespace apricot
