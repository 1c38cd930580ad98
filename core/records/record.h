// SPDX-License-Identifier: GPL-3.0-or-later
// What a record is: one FHIR R4 resource, its own JSON byte for byte, and what was read from it.
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "crypto/keys.h"
#include "terms/identifiers.h"
#include "terms/kind.h"
#include "terms/level.h"

namespace apricot {

// FHIR dateTime with the precision it was given (R4 datatypes.html#dateTime).
struct ClinicalDate {
    enum class Precision : std::uint8_t { None, Year, Month, Day, Second };
    Precision precision = Precision::None;
    UnixTime start = 0; // first second it can mean (UTC unless it names its zone)
    std::string text;   // as written
};

struct Coding {
    std::string system, code, display;
    bool operator==(const Coding &) const = default;
};

// Binary content that was embedded as base64 and now stands in the attachment store.
struct Attachment {
    std::string contentType, title;
    std::size_t jsonOffset = 0; // where the base64 text is cut out of Record::json
    Bytes content;              // decoded; re-encoding gives the text that was cut, exactly
    std::optional<Digest> digest =
        std::nullopt; // SHA-256 of the content, where it is known (digestOf)
};

struct Record {
    RecordId id;
    std::string type;      // "Observation"
    std::string logicalId; // may be empty
    std::string version;   // meta.versionId, or empty
    std::string updated;   // meta.lastUpdated as written, or empty
    Kind kind = Kind::Other;
    Level level = 1; // sensitivity 1 to 5 (records/sensitivity.h)
    ClinicalDate date;
    std::string title;
    std::vector<Coding> codes;
    std::string value, unit; // as written: decimals keep their digits
    std::string performer;
    std::string person;                  // the subject: logical id of the Patient, or empty
    std::vector<std::string> references; // "Type/id" targets, resolved inside the bundle
    std::string searchText;              // all human-readable text, for the index
    std::string json;                    // byte for byte, less the attachments' base64
    std::vector<Attachment> attachments;
    std::optional<Digest> hash; // contentHash, where it is known
};

// Equal only when the resources' own bytes are: BLAKE2b of where each attachment stands and its
// digest (CBOR), and the JSON without them.
[[nodiscard]] Digest contentHash(const Record &record);
[[nodiscard]] Digest digestOf(const Attachment &attachment);
// The resource's own bytes, attachments put back.
[[nodiscard]] std::string originalJson(const Record &record);

} // namespace apricot
