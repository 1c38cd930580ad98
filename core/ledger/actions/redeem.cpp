// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/redeem.h"

#include "ledger/policy.h"
#include "ledger/trial.h"

namespace apricot {

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Redeem> &a) {
    archive(a.organisation, a.grant);
}

namespace {

void check(const Redeem &a, CheckedTransaction &checked) {
    checked.grant = verifyPublicPart(a.grant);
}

// The subject's first sight of a grant puts it into the index.
Result<> enter(const GrantPublic &grant, Trial &trial) {
    std::uint32_t count = 0;
    APRICOT_TRY_ASSIGN(before, trial.value(grantCountKey(grant.subject)));
    if (before) {
        APRICOT_TRY_ASSIGN(standing, decodeGrantCount(*before));
        count = standing;
    }
    trial.write(grantNameKey(grant.subject, count), encode(GrantName{grant.signer, grant.id}));
    trial.write(grantCountKey(grant.subject), encodeGrantCount(count + 1));
    return {};
}

Result<> countRedemption(const Redeem &a, const GrantPublic &grant, Trial &trial) {
    const Bytes key = grantKey(grant);
    APRICOT_TRY_ASSIGN(before, trial.value(key));
    // Uses and expiry are those of this grant: two grants signed under one id share a counter, so a
    // second one opens no more than it says itself.
    GrantState counted{a.organisation, 0, grant.uses, grant.expiry};
    if (before) {
        APRICOT_TRY_ASSIGN(state, decodeGrantState(*before));
        counted.used = state.used;
    }
    if (counted.used >= grant.uses)
        return refuse(Refusal::GrantUsedUp,
                      std::to_string(counted.used) + " of " + std::to_string(grant.uses));
    if (!before) APRICOT_TRY(enter(grant, trial));
    const Redemption now{trial.checked().signers.front(), trial.block().time, trial.block().height};
    trial.write(openingKey(grant.subject, {grant.signer, grant.id}, counted.used),
                encode(RedemptionLeaf(now)));
    ++counted.used;
    trial.write(key, encode(counted));
    return {};
}

Result<> isNotOver(const GrantPublic &grant, const Trial &trial) {
    APRICOT_TRY_ASSIGN(end, endingOf(grant, [&](ByteView key) { return trial.value(key); }));
    if (end.why == Refusal::GrantRevoked) return refuse(Refusal::GrantRevoked);
    if (end.why == Refusal::DelegationRevoked) return refuse(Refusal::DelegationRevoked);
    if (end.why == Refusal::DelegationBoundElsewhere)
        return refuse(Refusal::DelegationBoundElsewhere);
    return {};
}

// A spare belongs to whoever redeems under it first.
Result<> bindSpares(const GrantPublic &grant, Trial &trial) {
    APRICOT_TRY_ASSIGN(links, linksOf(grant));
    for (const Delegation &link : links)
        if (!link.audience)
            trial.write(spareKey(link.from, link.id), encodeSpareHolder(grant.audience));
    return {};
}

Result<> isInTime(const GrantPublic &grant, const Trial &trial) {
    const Refusal refusal = outOfTime(grant, trial.block().time);
    if (refusal == Refusal::None) return {};
    return refuse(refusal,
                  trial.times(refusal == Refusal::GrantExpired ? grant.expiry : grant.notBefore));
}

// In the order of README.md.
Result<> rule(const Redeem &a, Trial &trial) {
    APRICOT_TRY_ASSIGN(organisation, trial.organisationOfDesk(a.organisation));
    APRICOT_TRY(trial.countQuota(a.organisation));
    const Result<GrantPublic> &verified = *trial.checked().grant;
    if (!verified) return verified.error(); // GrantMalformed, GrantForged, DelegationRefused
    const GrantPublic &grant = verified.value();
    APRICOT_TRY(trial.isForThisChain(grant.chainId));
    if (grant.audience != a.organisation) return refuse(Refusal::GrantForOtherOrganisation);
    APRICOT_TRY(isInTime(grant, trial));
    APRICOT_TRY(mayRedeem(organisation, grant, trial));
    APRICOT_TRY(isNotOver(grant, trial));
    APRICOT_TRY(bindSpares(grant, trial));
    return countRedemption(a, grant, trial);
}

} // namespace

const ActionRow &Redeem::row() {
    static const ActionRow row = [] {
        ActionRow out = rowOf<Redeem, rule>(5, "Redeem", 3, Signers::One);
        out.check = [](const void *a, CheckedTransaction &checked) {
            check(*static_cast<const Redeem *>(a), checked);
        };
        return out;
    }();
    return row;
}

} // namespace apricot
