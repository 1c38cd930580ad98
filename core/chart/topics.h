// SPDX-License-Identifier: GPL-3.0-or-later
// "Everything about my heart": the records that belong to a topic, found by their codes (ICD-10,
// SNOMED CT, LOINC, ATC) and by words in English and Chinese. The table is topic_rules.def. A
// doctor should review it: it is made to be read by one. It can miss a record and it can take one
// too many, so whoever shares by topic shows the list first and lets the person take records out.
#pragma once

#include "base/progress.h"
#include "vault/vault.h"

namespace apricot {

enum class Topic : std::uint8_t {
    Heart = 1,
    Diabetes,
    Lungs,
    Kidneys,
    Cancer,
    Pregnancy,
    MentalHealth,
    Bones,
    Digestion,
    Eyes,
    Nerves
};
inline constexpr std::uint8_t topicCount = 11;

// English, translated under the context "Topic": "Heart and blood pressure".
[[nodiscard]] std::string_view wordsFor(Topic topic);
[[nodiscard]] bool isAbout(const Record &record, Topic topic);
// Newest first. The vault's errors.
[[nodiscard]] Result<std::vector<RecordId>> recordsAbout(Vault &vault, Topic topic);

} // namespace apricot
