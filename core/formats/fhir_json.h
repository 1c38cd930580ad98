// SPDX-License-Identifier: GPL-3.0-or-later
// FHIR R4 JSON (hl7.org/fhir/R4/json.html): a Bundle, one resource, or NDJSON, as a stream: one
// entry in memory at a time. The file is walked twice: once to learn who is who (so that every
// reference can be resolved), once to make the records.
#pragma once

#include "formats/reader.h"

namespace apricot {

// FormatUnknown; FhirDamaged (cut short, or no JSON); FhirTooLarge; for a single resource whatever
// is wrong with it (records/resource.h).
[[nodiscard]] Result<ReadResult> readFhirJson(Source &source, RecordSink &sink,
                                              const Progress &progress = {});
// It begins with an object, after blanks and a byte order mark.
[[nodiscard]] bool looksLikeFhirJson(ByteView start);

inline constexpr Reader fhirJson{"FHIR R4 JSON", looksLikeFhirJson, readFhirJson};

} // namespace apricot
