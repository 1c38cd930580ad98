// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/fhir_json.h"
#include "formats/reader.h"

#include <array>

namespace apricot {
namespace {

// A new format is a file beside this one and a line here. The first that a file looks like reads
// it: the stricter question stands first.
constexpr std::array known{fhirJson};

Result<Bytes> startOf(Source &source) {
    Bytes start(lookedAt);
    std::size_t had = 0;
    while (had < start.size()) {
        APRICOT_TRY_ASSIGN(n, source.read(std::span(start).subspan(had)));
        if (n == 0) break;
        had += n;
    }
    start.resize(had);
    APRICOT_TRY(source.rewind());
    return start;
}

} // namespace

Error importCancelled() {
    return fail(ErrorCode::ImportCancelled);
}

Error formatUnknown(std::string detail) {
    return fail(ErrorCode::FormatUnknown, std::move(detail));
}

std::span<const Reader> readers() {
    return known;
}

Result<ReadResult> readRecords(Source &source, RecordSink &sink, const Progress &progress,
                               std::span<const Reader> formats) {
    APRICOT_TRY_ASSIGN(start, startOf(source));
    for (const Reader &reader : formats) {
        if (!reader.looksLike(start)) continue;
        APRICOT_TRY_ASSIGN(out, reader.read(source, sink, progress));
        out.report.format = reader.name;
        return out;
    }
    return formatUnknown(start.empty() ? "an empty file" : "no format that is known");
}

} // namespace apricot
