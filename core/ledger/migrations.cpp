// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/migrations.h"

#include "ledger/bring_organisations.h"
#include "ledger/migrate_grants.h"

namespace apricot {
namespace {

// Version 2: every organisation of a consortium has a quota.
constexpr std::uint32_t firstQuota = 3600;

Result<Migrated> bringQuotas(const CommittedState & /*committed*/, const StateView &now) {
    APRICOT_TRY_ASSIGN(validators, now.value(validatorsKey()));
    if (!validators) return Migrated();
    return Migrated{{{quotaKey(), encodeQuota(firstQuota)}}};
}

// Version 3: every opening has its leaf; then what organisations are, and the index of them.
Result<Migrated> bringVersion3(const CommittedState &committed, const StateView &now) {
    APRICOT_TRY_ASSIGN(brought, bringOpenings(committed, now));
    if (!brought.done) return brought;
    APRICOT_TRY_ASSIGN(organisations, bringOrganisations(committed, now));
    brought.writes.merge(std::move(organisations.writes));
    brought.done = organisations.done;
    return brought;
}

constexpr std::array table{Migration{1, 2, bringQuotas}, Migration{2, 3, bringVersion3}};
static_assert(table.back().to == latestRules);

} // namespace

std::span<const Migration> migrations() {
    return table;
}

Result<Writes> migrate(const CommittedState &committed, const StateView &now, std::uint32_t to) {
    APRICOT_TRY_ASSIGN(version, rulesVersionIn(now));
    if (std::max(version.current, to) > latestRules)
        return fail(ErrorCode::RulesTooNew,
                    "version " + std::to_string(std::max(version.current, to)));
    Overlay changed(now);
    for (const Migration &step : table) {
        if (step.from < version.current || step.to > to) continue;
        APRICOT_TRY_ASSIGN(brought, step.run(committed, changed));
        changed.add(std::move(brought.writes));
        if (!brought.done) break;
        changed.add({{rulesVersionKey(), encode(RulesVersion{step.to, step.to, 0})}});
    }
    return changed.writes();
}

Result<Writes> beginBlock(const CommittedState &committed, const StateView &now,
                          const BlockContext &block) {
    APRICOT_TRY_ASSIGN(version, rulesVersionIn(now));
    const bool changes = version.from != 0 && block.height >= version.from;
    return migrate(committed, now, changes ? version.next : version.current);
}

} // namespace apricot
