// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/origins.h"

#include "crypto/hash.h"
#include "records/resource.h"
#include "vault/database.h"

#include <algorithm>

namespace apricot {

Result<> keepOrigin(const Database &db, const RecordId &record, const Digest &content,
                    const Origin &origin) {
    APRICOT_TRY_ASSIGN(change, Transaction::begin(db));
    // Kept anew, it is the newest.
    APRICOT_TRY_ASSIGN(before, db.query("DELETE FROM origin WHERE record = ?1 AND content = ?2"
                                        " AND state = ?3 AND organisation = ?4"));
    before.bind(1, record.view()).bind(2, content.view());
    before.bind(3, static_cast<std::int64_t>(origin.state)).bind(4, origin.organisation.view());
    APRICOT_TRY(before.run());
    APRICOT_TRY_ASSIGN(q, db.query("INSERT INTO origin(record, content, state, organisation, name,"
                                   " time) VALUES(?1, ?2, ?3, ?4, ?5, ?6)"));
    q.bind(1, record.view()).bind(2, content.view());
    q.bind(3, static_cast<std::int64_t>(origin.state)).bind(4, origin.organisation.view());
    q.bind(5, std::string_view(origin.name)).bind(6, origin.time);
    APRICOT_TRY(q.run());
    APRICOT_TRY_ASSIGN(old,
                       db.query("DELETE FROM origin WHERE record = ?1 AND number NOT IN (SELECT"
                                " number FROM origin WHERE record = ?1 ORDER BY number DESC"
                                " LIMIT ?2)"));
    old.bind(1, record.view()).bind(2, static_cast<std::int64_t>(originsKept));
    APRICOT_TRY(old.run());
    return change.commit();
}

Result<std::vector<VersionOrigin>> readOrigins(const Database &db, const RecordId &record) {
    APRICOT_TRY_ASSIGN(q, db.query("SELECT content, state, organisation, name, time FROM origin"
                                   " WHERE record = ?1 ORDER BY number"));
    q.bind(1, record.view());
    std::vector<VersionOrigin> out;
    for (;;) {
        APRICOT_TRY_ASSIGN(found, q.step());
        if (!found) return out;
        const auto content = Digest::from(q.blob(0));
        const auto organisation = OrganisationId::from(q.blob(2));
        if (!content || !organisation) return vaultDamaged("an origin");
        out.push_back(
            {*content,
             {static_cast<OriginState>(q.integer(1)), *organisation, q.text(3), q.integer(4)}});
    }
}

Digest contentOf(const Record &record) {
    return sha256(viewOf(originalJson(record)));
}

Result<Origin> originOf(Vault &vault, const RecordId &id) {
    APRICOT_TRY_ASSIGN(record, vault.record(id));
    APRICOT_TRY_ASSIGN(all, vault.origins(id));
    if (all.empty()) return Origin();
    const Digest now = contentOf(record);
    const auto found = std::ranges::find(all, now, &VersionOrigin::content);
    return found == all.end() ? Origin() : std::move(found->origin);
}

} // namespace apricot
