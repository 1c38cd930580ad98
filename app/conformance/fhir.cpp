// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/compress.h"
#include "conformance/family.h"
#include "crypto/hash.h"
#include "formats/file_shell.h"
#include "formats/reader.h"
#include "records/json.h"

#include <map>

namespace apricot::conformance {
namespace {

bool concerns(const std::filesystem::path &) {
    return true;
}

class Kept final : public RecordSink {
  public:
    Result<> take(Record &&record, const Origin &) override {
        std::string json = originalJson(record);
        m_versions.emplace(std::pair{record.id, contentHash(record)}, std::move(json));
        return {};
    }
    [[nodiscard]] Result<std::string> version(const RecordId &id, const Digest &digest) const {
        const auto found = m_versions.find({id, digest});
        if (found == m_versions.end()) return std::string("(a record the reader did not give)");
        return found->second;
    }

  private:
    std::map<std::pair<RecordId, Digest>, std::string> m_versions;
};

Verdict refused(const Error &error) {
    return {Kind::Refused,
            std::string(nameOf(error.code)) + (error.detail.empty() ? "" : ": " + error.detail)};
}

// Taken, with counts, and given back the same to the byte; or refused with the reason.
Verdict judge(const std::filesystem::path &, ByteView content) {
    constexpr std::string_view byteOrderMark =
        "\xef\xbb\xbf"; // allowed before FHIR, not before JSON
    Bytes unpacked;
    ByteView plain = content;
    if (content.size() > 1 && content[0] == 0x1f && content[1] == 0x8b) {
        auto out = gunzip(content, 1ULL << 30U);
        if (!out) return refused(out.error());
        unpacked = std::move(out).value();
        plain = unpacked;
    }
    Kept kept;
    const auto source = openMemory(content);
    const auto read = readRecords(*source, kept);
    if (!read) return refused(read.error());
    const ReadReport &report = read->report;
    const bool marked = plain.size() >= 3
                        && std::equal(byteOrderMark.begin(), byteOrderMark.end(),
                                      reinterpret_cast<const char *>(plain.data()));
    const ByteView json = plain.subspan(marked ? 3 : 0);
    if (report.rejected.empty() && report.form != "NDJSON" && !checkJson(json).ok())
        return {Kind::Wrong, "taken, though it is no JSON"};
    const auto again = rebuild(read->shell, [&](const RecordId &id, const Digest &digest) {
        return kept.version(id, digest);
    });
    if (!again)
        return {Kind::Wrong, "not written again: " + std::string(nameOf(again.error().code))};
    if (!std::equal(again->begin(), again->end(), plain.begin(), plain.end(),
                    [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; }))
        return {Kind::Wrong, "written again, it is another file"};
    std::string reason = report.form + ", " + std::to_string(report.read) + " records";
    if (!report.rejected.empty())
        reason += ", " + std::to_string(report.rejected.size()) + " left out ("
                  + report.rejected.front().place + ": "
                  + std::string(nameOf(report.rejected.front().error.code)) + ")";
    return {report.read > 0 || report.rejected.empty() ? Kind::Ok : Kind::Refused, reason};
}

} // namespace

const Family fhirFamily = {"fhir", "FHIR R4 JSON: Bundles, single resources, NDJSON, gzip of each",
                           concerns, judge};

} // namespace apricot::conformance
