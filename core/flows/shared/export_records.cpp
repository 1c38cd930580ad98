// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/shared/export_records.h"

#include "crypto/hash.h"
#include "formats/file_shell.h"

namespace apricot {
namespace {

// Files that came in before were noted by the SHA-256 of their resources.
std::optional<std::string> jsonIf(const Record &record, const Digest &digest) {
    const bool same = contentHash(record) == digest;
    std::string json = originalJson(record);
    if (same || sha256(viewOf(json)) == digest) return json;
    return std::nullopt;
}

Result<std::string> versionOf(Vault &vault, const RecordId &id, const Digest &digest) {
    APRICOT_TRY_ASSIGN(now, vault.record(id));
    if (auto json = jsonIf(now, digest)) return std::move(*json);
    APRICOT_TRY_ASSIGN(before, vault.history(id));
    for (const Record &record : before)
        if (auto json = jsonIf(record, digest)) return std::move(*json);
    return fail(ErrorCode::VersionMissing, toHex(id.view()));
}

} // namespace

Result<std::string> exportSource(Vault &vault, std::int64_t number) {
    APRICOT_TRY_ASSIGN(sources, vault.sources());
    for (const Vault::Source &source : sources)
        if (source.number == number)
            return rebuild(source.shell, [&vault](const RecordId &id, const Digest &digest) {
                return versionOf(vault, id, digest);
            });
    return fail(ErrorCode::SourceMissing, std::to_string(number));
}

Result<std::string> exportAll(Vault &vault, const Progress &progress,
                              const std::vector<std::string> &before) {
    APRICOT_TRY_ASSIGN(total, vault.count({}));
    std::string out = R"({"resourceType":"Bundle","type":"collection")";
    bool any = false; // FHIR knows no empty arrays, so "entry" waits for the first
    const auto add = [&](const std::string &resource) {
        out += std::exchange(any, true) ? ",\n{\"resource\":" : ",\"entry\":[\n{\"resource\":";
        out += resource;
        out += '}';
    };
    for (const std::string &resource : before) add(resource);
    std::uint64_t done = 0;
    Page page{1000, std::nullopt};
    for (;;) {
        APRICOT_TRY_ASSIGN(rows, vault.list({}, page));
        if (rows.empty()) break;
        page.after = rows.back().cursor;
        for (const RecordRow &row : rows) {
            if (progress && !progress(done++, total)) return fail(ErrorCode::ExportCancelled);
            APRICOT_TRY_ASSIGN(record, vault.record(row.id));
            add(originalJson(record));
        }
    }
    return out + (any ? "\n]}\n" : "}\n");
}

} // namespace apricot
