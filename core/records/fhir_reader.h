// SPDX-License-Identifier: GPL-3.0-or-later
// Reads FHIR R4 JSON (hl7.org/fhir/R4/json.html): a Bundle, one resource, or NDJSON, each plain or
// gzipped, as a stream: one entry in memory at a time. The file is walked twice: once to learn who
// is who (so that every reference can be resolved), once to make the records.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "records/record.h"

#include <filesystem>
#include <memory>

namespace apricot {

// One resource (one Bundle entry, one line) may have at most so many bytes: FhirTooLarge.
inline constexpr std::size_t resourceLimit = 64U << 20U;

struct Rejected {
    std::string place; // "entry 12" or "line 3", counted from 1
    Error error;
};
struct ReadReport {
    std::uint64_t read = 0; // records given to the sink
    std::vector<Rejected> rejected;
    std::string form; // "Bundle transaction", "NDJSON", or the type of the single resource
};

// Where the bytes come from. Gzip is already taken off.
class FhirSource {
  public:
    virtual ~FhirSource() = default;
    // How many bytes were put into `into`; 0 at the end.
    [[nodiscard]] virtual Result<std::size_t> read(std::span<std::uint8_t> into) = 0;
    [[nodiscard]] virtual Result<> rewind() = 0;
    [[nodiscard]] virtual std::uint64_t size() const = 0;     // of the file, packed if it is
    [[nodiscard]] virtual std::uint64_t position() const = 0; // in the file, packed if it is
};
// Gzip is recognised by its first two bytes. FhirFileUnreadable; later the gzip errors.
[[nodiscard]] Result<std::unique_ptr<FhirSource>> openFile(const std::filesystem::path &path);
// The same over bytes, which must outlive the source.
[[nodiscard]] std::unique_ptr<FhirSource> openMemory(ByteView file);

class RecordSink {
  public:
    virtual ~RecordSink() = default;
    // An error ends the reading with that error.
    [[nodiscard]] virtual Result<> take(Record &&record) = 0;
};

// A Patient who was met in the file or is referred to by it.
struct Candidate {
    std::string logicalId;
    std::string name, birthDate, sex; // empty when only referred to
    std::uint64_t records = 0;        // whose subject this is, the Patient itself included
};
struct ReadResult {
    ReadReport report;
    Bytes shell;                   // records/bundle_shell.h
    std::vector<Candidate> people; // in the order they were met
};

// What is wrong with one entry is reported and the rest comes in. What is wrong with the file as a
// whole is returned, and what the sink took by then must be thrown away: NotFhir, FhirDamaged (cut
// short, or no JSON), FhirTooLarge, ImportCancelled, the source's and the sink's own errors, and
// for a single resource whatever is wrong with it.
[[nodiscard]] Result<ReadResult> readFhir(FhirSource &source, RecordSink &sink,
                                          const Progress &progress = {});

// One resource's own JSON, as it comes out of a share package. The errors of one entry:
// TextNotUtf8, JsonMalformed, JsonTooDeep, JsonDuplicateKey, ResourceTypeMissing,
// ResourceTypeUnknown, ResourceIdInvalid, JsonTooLarge, FhirTooLarge.
[[nodiscard]] Result<Record> readResource(std::string_view json);
[[nodiscard]] Error resourceTooLarge(); // FhirTooLarge

} // namespace apricot
