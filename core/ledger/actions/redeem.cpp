// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/actions/redeem.h"

#include "consent/grant.h"
#include "crypto/hash.h"
#include "ledger/trial.h"

namespace apricot {
namespace {

void write(cbor::Writer &out, const Redeem &a) {
    out.bytes(a.organisation.view()).bytes(a.grant);
}

Result<Action> read(cbor::Reader &in) {
    APRICOT_TRY_ASSIGN(organisation, in.fixed<OrganisationId>());
    APRICOT_TRY_ASSIGN(grant, in.bytes());
    return Action(Redeem{organisation, std::move(grant)});
}

void check(const Redeem &a, CheckedTransaction &checked) {
    checked.grant = verifyPublicPart(a.grant);
    if (!checked.grant->ok()) return;
    for (const Bytes &delegation : checked.grant->value().delegations)
        checked.delegations.push_back(sha256(delegation));
}

Result<> countRedemption(const Redeem &a, const GrantPublic &grant, Trial &trial) {
    const Bytes key = grantKey(grant);
    APRICOT_TRY_ASSIGN(before, trial.value(key));
    const Redemption now{trial.checked().signers.front(), trial.block().time, trial.block().height};
    // Uses and expiry are those of this grant: two grants signed under one id share a counter, so a
    // second one opens no more than it says itself.
    GrantState counted{a.organisation, 0, grant.uses, grant.expiry, now, {}};
    if (before) {
        APRICOT_TRY_ASSIGN(state, decodeGrantState(*before));
        counted.used = state.used;
        counted.first = state.first;
        counted.latest = std::move(state.latest);
    }
    if (counted.used >= grant.uses)
        return refuse(Refusal::GrantUsedUp,
                      std::to_string(counted.used) + " of " + std::to_string(grant.uses));
    ++counted.used;
    if (counted.latest.size() == redemptionsKept) counted.latest.erase(counted.latest.begin());
    counted.latest.push_back(now);
    trial.write(key, encode(counted));
    return {};
}

Result<> isInTime(const GrantPublic &grant, const Trial &trial) {
    if (trial.block().time + notBeforeGrace < grant.notBefore)
        return refuse(Refusal::GrantNotYetValid, trial.times(grant.notBefore));
    if (trial.block().time >= grant.expiry)
        return refuse(Refusal::GrantExpired, trial.times(grant.expiry));
    return {};
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
    if (std::ranges::find(organisation.purposes, grant.purpose) == organisation.purposes.end())
        return refuse(Refusal::PurposeNotAllowed);
    if (grant.level > organisation.clearance) return refuse(Refusal::ClearanceTooLow);
    for (const VerifyKey &revoker : {grant.subject, grant.signer}) {
        APRICOT_TRY_ASSIGN(tombstone, trial.value(tombstoneKey(revoker, grant.id)));
        if (tombstone) return refuse(Refusal::GrantRevoked);
    }
    for (const Digest &digest : trial.checked().delegations) {
        APRICOT_TRY_ASSIGN(ended, trial.value(delegationTombstoneKey(digest)));
        if (ended) return refuse(Refusal::DelegationRevoked);
    }
    return countRedemption(a, grant, trial);
}

} // namespace

const ActionRow &Redeem::row() {
    static const ActionRow row = [] {
        ActionRow out = rowOf<Redeem, write, read, rule>(5, "Redeem", 1, 2, Signers::One);
        out.check = [](const void *a, CheckedTransaction &checked) {
            check(*static_cast<const Redeem *>(a), checked);
        };
        return out;
    }();
    return row;
}

} // namespace apricot
