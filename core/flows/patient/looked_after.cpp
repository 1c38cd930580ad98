// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/patient/looked_after.h"

#include "flows/patient/share.h"

#include <algorithm>

namespace apricot {
namespace {

constexpr UnixTime day = 86400;

Result<OwnGrants> owned(Vault &vault, const std::optional<std::string> &chain = {}) {
    APRICOT_TRY_ASSIGN(given, signedGrants(vault, chain));
    return ownGrants(given);
}

// As of when all that stands under the key is known; nothing: it is not.
std::optional<UnixTime> knownOf(Vault &vault, const VerifyKey &subject,
                                const std::set<GrantName> &own) {
    Witness witness(vault);
    const auto known = untoldBy(witness, subject, own);
    return known && !witness.isMissing() ? std::optional(witness.asOf()) : std::nullopt;
}

} // namespace

bool isWorthLooking(const Opening &kept, UnixTime now) {
    const Reach reach = reachOf(kept.grant.open, &kept, now);
    return reach == Reach::Over ? !everyOpeningIsIn(&kept) : reach != Reach::Ended;
}

bool isWorthLooking(bool isLive, std::optional<UnixTime> known, UnixTime now) {
    return isLive || !known || *known + day <= now;
}

Result<WorthLooking> worthLooking(Vault &vault, const std::string &chain, UnixTime now) {
    APRICOT_TRY_ASSIGN(given, grantsGiven(vault));
    WorthLooking out;
    std::set<VerifyKey> live;
    std::map<VerifyKey, OrganisationId> audiences;
    for (const Given &one : given) {
        const GrantPublic &open = one.grant.open;
        if (open.chainId != chain) continue; // another ledger is told nothing of it
        audiences.emplace(open.subject, open.audience);
        APRICOT_TRY_ASSIGN(kept, keptOpening(one.grant, vault));
        if (kept && !isWorthLooking(*kept, now)) continue;
        out.grants.emplace(open.id, open.audience);
        if (now < open.expiry) live.insert(open.subject);
    }
    APRICOT_TRY_ASSIGN(own, owned(vault, chain));
    for (const auto &[subject, grants] : own) {
        if (isWorthLooking(live.contains(subject), knownOf(vault, subject, grants), now))
            out.subjects.emplace(subject, audiences[subject]);
    }
    return out;
}

Result<Opening> lookAfter(const GrantId &grant, Vault &vault, Ledger &ledger) {
    APRICOT_TRY_ASSIGN(given, grantGiven(vault, grant));
    APRICOT_TRY_ASSIGN(kept, keptOpening(given.grant, vault));
    Witness witness(ledger);
    APRICOT_TRY_ASSIGN(out, openingBy(witness, std::move(given.grant),
                                      kept ? kept->openings : std::vector<RedemptionLeaf>()));
    APRICOT_TRY(witness.keepIn(vault));
    out.isKept = true;
    return out;
}

Result<> lookAfter(const VerifyKey &subject, Vault &vault, Ledger &ledger) {
    APRICOT_TRY_ASSIGN(own, owned(vault, ledger.chainId()));
    Witness witness(ledger);
    APRICOT_TRY(untoldBy(witness, subject, own[subject]));
    return witness.keepIn(vault);
}

// What does not fit together was not kept whole (the device died): it is as good as unknown.
Result<std::optional<Opening>> keptOpening(Grant grant, Vault &vault) {
    Witness witness(vault);
    auto kept = openingBy(witness, std::move(grant));
    if (!kept || witness.isMissing()) return std::optional<Opening>();
    // As of when, by what can change: an opening that was proven before is not asked for again.
    Witness changing(vault);
    for (const Bytes &key : {grantKey(kept->grant.open), kept->endReceipt.key})
        APRICOT_TRY(changing.look()(key));
    kept->asOf = changing.asOf();
    kept->height = changing.height();
    kept->isKept = true;
    return std::optional(std::move(kept).value());
}

Result<std::vector<UntoldOpening>> keptUntold(Vault &vault) {
    APRICOT_TRY_ASSIGN(own, owned(vault));
    std::vector<UntoldOpening> out;
    for (const auto &[subject, grants] : own) {
        Witness witness(vault);
        auto untold = untoldBy(witness, subject, grants);
        if (untold && !witness.isMissing()) std::ranges::move(*untold, std::back_inserter(out));
    }
    return out;
}

} // namespace apricot
