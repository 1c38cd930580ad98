// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a file of health records, whatever its format: which one it is is found by its content,
// never by its name.
#pragma once

#include "base/progress.h"
#include "formats/source.h"
#include "records/origin.h"
#include "records/record.h"

namespace apricot {

struct Rejected {
    std::string place; // "entry 12" or "line 3", counted from 1
    Error error;
};
struct ReadReport {
    std::string format;     // Reader::name
    std::string form;       // which of the format's forms: "Bundle transaction", "NDJSON"
    std::uint64_t read = 0; // records given to the sink
    std::vector<Rejected> rejected;
};

class RecordSink {
  public:
    virtual ~RecordSink() = default;
    // `origin`: who answers for the record, as far as the file itself proves that; Unknown for most
    // files. An error ends the reading with that error.
    [[nodiscard]] virtual Result<> take(Record &&record, const Origin &origin) = 0;
};

// A Patient who was met in the file or is referred to by it.
struct Candidate {
    std::string logicalId;
    std::string name, birthDate, sex; // empty when only referred to
    std::uint64_t records = 0;        // whose subject this is, the Patient itself included
};
struct ReadResult {
    ReadReport report;
    Bytes shell;                   // the original bytes, less the records: formats/file_shell.h
    std::vector<Candidate> people; // in the order they were met
};

// One format. What is wrong with one entry is reported and the rest comes in. What is wrong with
// the file as a whole is returned, and what the sink took by then must be thrown away:
// ImportCancelled, the format's own errors, the source's and the sink's.
struct Reader {
    std::string_view name; // "FHIR R4 JSON"
    // Whether a file that begins so may be of this format; `start` has at most `lookedAt` bytes.
    bool (*looksLike)(ByteView start);
    Result<ReadResult> (*read)(Source &source, RecordSink &sink, const Progress &progress);
};
inline constexpr std::size_t lookedAt = 4096;

[[nodiscard]] Error formatUnknown(std::string detail); // FormatUnknown
[[nodiscard]] Error importCancelled();                 // ImportCancelled

// Every format that Apricot reads.
[[nodiscard]] std::span<const Reader> readers();
// By the first of them that the file looks like. FormatUnknown when it is none's; that reader's
// errors.
[[nodiscard]] Result<ReadResult> readRecords(Source &source, RecordSink &sink,
                                             const Progress &progress = {},
                                             std::span<const Reader> formats = readers());

} // namespace apricot
