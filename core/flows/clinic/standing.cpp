// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/clinic/standing.h"

#include "base/unanswered.h"
#include "crypto/sign.h"
#include "exchange/desk_requests.h"
#include "flows/shared/directory.h"
#include "ledger/policy.h"

#include <algorithm>

namespace apricot {
namespace {

// What can be told of the organisation alone.
ErrorCode refusalOf(const Registration &registration) {
    if (!registration.organisation) return ErrorCode::OrganisationUnknown;
    if (registration.organisation->status != OrganisationStatus::Active)
        return ErrorCode::OrganisationSuspended;
    return registration.deskKnown ? ErrorCode::None : ErrorCode::DeskKeyUnknown;
}

Result<bool> isUsedUp(const Organisation &organisation, Ledger &ledger, UnixTime now) {
    const Restriction *restriction = restrictionAt(organisation, now);
    if (restriction == nullptr) return false;
    APRICOT_TRY_ASSIGN(value, ledger.standing(restrictedUseKey(organisation.id)));
    APRICOT_TRY_ASSIGN(use, useInHourOf(now, value));
    return use.used >= restriction->openings;
}

Result<ErrorCode> refusalOf(const GrantPublic &grant, const Organisation &organisation,
                            const DeskKey &desk, Ledger &ledger, UnixTime now) {
    if (const Refusal late = outOfTime(grant, now); late != Refusal::None) return codeOf(late);
    APRICOT_TRY_ASSIGN(policy, standingPolicy(ledger));
    const Refusal refusal = apricot::refusalFor(grant, organisation, desk, policy);
    if (refusal != Refusal::None) return codeOf(refusal);
    APRICOT_TRY_ASSIGN(usedUp, isUsedUp(organisation, ledger, now));
    return usedUp ? ErrorCode::QuotaUsedUp : ErrorCode::None;
}

} // namespace

UnixTime eraseByOf(const Grant &grant) {
    return grant.closed.eraseBy != 0 ? grant.closed.eraseBy : grant.open.expiry;
}

bool isOutOfReach(ErrorCode code) {
    if (isUnanswered(code)) return true;
    switch (code) { // of an old answer the ledger's state now is not known either
    case ErrorCode::LedgerUnavailable:
    case ErrorCode::LedgerMissing:
    case ErrorCode::LedgerNotChosen:
    case ErrorCode::LedgerTooQuiet:
    case ErrorCode::LedgerAnswerStale:
        return true;
    default:
        return false;
    }
}

Result<> keepRegistration(Vault &clinic, const Organisation &organisation) {
    return clinic.put(spaces::registration, "latest", encode(organisation));
}

Result<std::optional<Organisation>> keptRegistration(Vault &clinic) {
    APRICOT_TRY_ASSIGN(kept, clinic.get(spaces::registration, "latest"));
    if (!kept) return std::optional<Organisation>();
    auto organisation = decodeOrganisation(kept->view());
    if (!organisation) return std::optional<Organisation>(); // kept by an older Apricot
    return std::optional<Organisation>(std::move(*organisation));
}

Result<Inspection> inspectOffline(std::string_view code, const Organisation &known) {
    Inspection out;
    APRICOT_TRY_ASSIGN(signedGrant, grantFromText(code));
    APRICOT_TRY_ASSIGN(grant, verifyGrant(signedGrant));
    APRICOT_TRY_ASSIGN(words, wordsOf(grant, known));
    out.code = std::move(signedGrant);
    out.grant = std::move(grant);
    out.audience = known;
    out.words = std::move(words);
    return out;
}

Result<Registration> registrationOf(const Desk &desk, Ledger &ledger) {
    Registration out;
    APRICOT_TRY_ASSIGN(answer, ledger.query(organisationKey(desk.organisation)));
    APRICOT_TRY_ASSIGN(verified, ledger.verify(answer));
    out.asOf = verified.time;
    if (!verified.value) return out;
    APRICOT_TRY_ASSIGN(organisation, decodeOrganisation(*verified.value));
    out.deskKnown = deskWith(organisation, verifyKeyOf(desk.signing)) != nullptr;
    out.organisation = std::move(organisation);
    return out;
}

Result<Standing> standingOf(const Inspection &inspection, const Desk &desk, Ledger &ledger,
                            const Clock &clock) {
    const GrantPublic &grant = inspection.grant.open;
    Standing out;
    out.uses = grant.uses;
    APRICOT_TRY_ASSIGN(registration, registrationOf(desk, ledger));
    APRICOT_TRY_ASSIGN(answer, ledger.query(grantKey(grant)));
    APRICOT_TRY_ASSIGN(verified, ledger.verify(answer));
    out.asOf = verified.time;
    if (verified.value) {
        APRICOT_TRY_ASSIGN(state, decodeGrantState(*verified.value));
        out.used = state.used;
        if (state.organisation == desk.organisation) {
            APRICOT_TRY_ASSIGN(
                latest, latestOpening(grant.subject, {grant.signer, grant.id}, lookInto(ledger)));
            if (latest) out.redeemed = latest->time;
        }
    }
    APRICOT_TRY_ASSIGN(ending, endingOf(grant, lookInto(ledger)));
    const bool over = ending.why != Refusal::None;
    const bool mustBeErased = clock.now() >= eraseByOf(inspection.grant);
    if (out.redeemed && !over && refusalOf(registration) == ErrorCode::None
        && grant.audience == desk.organisation) {
        const UnixTime until = std::min(*out.redeemed + openFor, eraseByOf(inspection.grant));
        if (clock.now() < until) out.againUntil = until;
    }

    out.refusal = refusalOf(registration);
    if (out.refusal == ErrorCode::None && grant.chainId != ledger.chainId())
        out.refusal = ErrorCode::WrongChain;
    if (out.refusal == ErrorCode::None && grant.audience != desk.organisation)
        out.refusal = ErrorCode::GrantForOtherOrganisation;
    if (out.refusal == ErrorCode::None) {
        const Organisation &organisation = *registration.organisation;
        const DeskKey *own = deskWith(organisation, verifyKeyOf(desk.signing));
        APRICOT_TRY_ASSIGN(refused, refusalOf(grant, organisation, *own, ledger, clock.now()));
        out.refusal = refused;
    }
    if (out.refusal == ErrorCode::None) out.refusal = codeOf(ending.why);
    if (out.refusal == ErrorCode::None && out.used >= grant.uses)
        out.refusal = ErrorCode::GrantUsedUp;
    if (out.refusal == ErrorCode::None && mustBeErased) out.refusal = ErrorCode::EraseByPassed;
    return out;
}

} // namespace apricot
