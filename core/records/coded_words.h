// SPDX-License-Identifier: GPL-3.0-or-later
// How the rules over records (sensitivity, topics) look for a code system and for a word.
#pragma once

#include <string>
#include <string_view>

namespace apricot {

[[nodiscard]] std::string lowerCase(std::string_view text); // of ASCII's letters
// The system's address in lower case, followed by the names the rules know it by: "atc", "icd-10",
// "loinc.org", "snomed.info". Systems go by their OIDs too, and China's ICD-10 by names of its own.
[[nodiscard]] std::string systemName(std::string_view system);
// Whether `text` has the word, both in lower case: whole, or anywhere when it is Chinese.
[[nodiscard]] bool says(std::string_view text, std::string_view word);

} // namespace apricot
