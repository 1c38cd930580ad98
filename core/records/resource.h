// SPDX-License-Identifier: GPL-3.0-or-later
// From one FHIR resource's JSON to a Record.
#pragma once

#include "base/result.h"
#include "records/record.h"

#include <map>

namespace apricot {

// One resource (one Bundle entry, one line) may have at most so many bytes: FhirTooLarge.
inline constexpr std::size_t resourceLimit = 64U << 20U;

// One resource's own JSON, as it comes out of a share package. The errors of one entry:
// TextNotUtf8, JsonMalformed, JsonTooDeep, JsonDuplicateKey, ResourceTypeMissing,
// ResourceTypeUnknown, ResourceIdInvalid, JsonTooLarge, FhirTooLarge.
[[nodiscard]] Result<Record> readResource(std::string_view json);
[[nodiscard]] Error resourceTooLarge(); // FhirTooLarge

// What the file as a whole knows: learnt in the first walk, used to resolve references in the
// second.
struct ReferenceIndex {
    std::map<std::string, std::string, std::less<>> targets; // full URL or condition -> "Type/id"
    std::map<std::string, std::string, std::less<>> names;   // "Type/id" -> what people call it
    // A resource, or what looks like one: it is checked when its record is made.
    void learn(std::string_view fullUrl, std::string_view json);
};

// `json` has passed checkJson, which said how many values it has at most. `fullUrl` may be empty.
[[nodiscard]] Result<Record> makeRecord(std::string_view json, std::string_view fullUrl,
                                        const ReferenceIndex &index, std::size_t most);
// FHIR date, dateTime or instant; Precision::None when it is none.
[[nodiscard]] ClinicalDate parseDate(std::string_view text);

} // namespace apricot
