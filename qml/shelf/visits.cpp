// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf/visits.h"

#include "crypto/hash.h"

namespace apricot {
namespace {

constexpr std::string_view prefix = "Encounter/";
constexpr UnixTime day = 86400;

void join(std::string &to, const std::string &what) {
    if (what.empty() || to.find(what) != std::string::npos) return;
    to += (to.empty() ? "" : ", ") + what;
}

} // namespace

Result<std::string> visitsOn(Vault &vault, const Record &record) {
    std::string out;
    const std::string date = record.date.text.substr(0, 10);
    if (date.size() < 10) return out;
    // The day is the one its writer's clock showed, which may be another in UTC.
    Filter filter;
    filter.kinds = bitOf(Kind::Visit);
    filter.from = record.date.start - day;
    filter.until = record.date.start + day;
    APRICOT_TRY_ASSIGN(visits, vault.list(filter, {20, std::nullopt}));
    int count = 0;
    for (const RecordRow &visit : visits) {
        if (visit.type != "Encounter" || visit.dateText.substr(0, 10) != date || ++count > 2)
            continue;
        join(out, visit.title);
        join(out, visit.performer);
    }
    if (!out.empty()) return out;
    for (const std::string &reference : record.references) {
        if (!reference.starts_with(prefix)) continue;
        const Digest digest = sha256(viewOf(reference));
        const auto visit = vault.record(*RecordId::from(digest.view().first(RecordId::size)));
        if (!visit) continue; // it did not come with the records
        join(out, visit->title);
        join(out, visit->performer);
        break;
    }
    return out;
}

} // namespace apricot
