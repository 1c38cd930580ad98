// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/policy.h"

#include "ledger/state_codec.h"
#include "ledger/trial.h"

namespace apricot {
namespace {

Complaint complaintAbout(const PolicyLine &line) {
    if (!isRole(static_cast<std::uint64_t>(line.role))) return "an unknown role";
    if (!isPurpose(static_cast<std::uint64_t>(line.purpose))) return "an unknown purpose";
    if (line.professions == 0 || line.professions > allProfessions)
        return "no profession, or an unknown one";
    if (!isLevel(line.level)) return "the level is not 1 to 5";
    if (line.tier > highestTier) return "the tier is not 0 to 3";
    return std::nullopt;
}

bool outOfOrder(const PolicyLine &a, const PolicyLine &b) {
    return std::tie(a.role, a.purpose, a.professions) >= std::tie(b.role, b.purpose, b.professions);
}

Result<> countOpening(const Organisation &organisation, Trial &trial) {
    const Restriction *restriction = restrictionAt(organisation, trial.block().time);
    if (restriction == nullptr) return {};
    APRICOT_TRY_ASSIGN(counted,
                       trial.countInHour(restrictedUseKey(organisation.id), restriction->openings));
    if (!counted)
        return quotaUsedUp("restricted to " + std::to_string(restriction->openings)
                           + " an hour until " + toRfc3339(restriction->until));
    return {};
}

} // namespace

Complaint complaintAbout(const Policy &policy) {
    if (policy.size() > mostPolicyLines) return "more than 256 lines";
    for (std::size_t i = 0; i < policy.size(); ++i) {
        const std::string line = "line " + std::to_string(i + 1) + ": ";
        if (const auto complaint = complaintAbout(policy[i])) return line + *complaint;
        if (i > 0 && outOfOrder(policy[i - 1], policy[i]))
            return line + "out of order, or three things alike in two lines";
    }
    return std::nullopt;
}

Bytes policyKey() {
    return stateKey('y', {});
}
Bytes restrictedUseKey(const OrganisationId &organisation) {
    return stateKey('y', {organisation.view()});
}

Bytes encode(const Policy &policy) {
    return cbor::encode(policy);
}
Result<Policy> decodePolicy(ByteView value) {
    return decodeState<Policy>(value, "policy");
}

Refusal refusalFor(const GrantPublic &grant, const Organisation &organisation, const DeskKey &desk,
                   const Policy &policy) {
    if (std::ranges::find(organisation.purposes, grant.purpose) == organisation.purposes.end())
        return Refusal::PurposeNotAllowed;
    Policy fitting;
    for (const PolicyLine &line : policy)
        if (line.purpose == grant.purpose && isIn(line.role, organisation.roles))
            fitting.push_back(line);
    if (!policy.empty() && fitting.empty()) return Refusal::RoleNotAllowed;
    std::erase_if(fitting, [&](const PolicyLine &line) { return organisation.tier < line.tier; });
    if (!policy.empty() && fitting.empty()) return Refusal::TierTooLow;
    if (grant.level > organisation.clearance) return Refusal::ClearanceTooLow;
    if (grant.level > desk.level) return Refusal::DeskLevelTooLow;
    const auto allows = [&](const PolicyLine &line) {
        return isIn(desk.profession, line.professions) && grant.level <= line.level;
    };
    if (!policy.empty() && std::ranges::none_of(fitting, allows)) return Refusal::PolicyForbids;
    return Refusal::None;
}

Refusal outOfTime(const GrantPublic &grant, UnixTime now) {
    if (now + notBeforeGrace < grant.notBefore) return Refusal::GrantNotYetValid;
    if (now >= grant.expiry) return Refusal::GrantExpired;
    return Refusal::None;
}

Result<> mayRedeem(const Organisation &organisation, const GrantPublic &grant, Trial &trial) {
    const DeskKey *desk = deskWith(organisation, trial.checked().signers.front());
    if (desk == nullptr)
        return Trial::notAuthorised("no desk"); // organisationOfDesk has seen to it
    Policy policy;
    APRICOT_TRY_ASSIGN(value, trial.value(policyKey()));
    if (value) {
        APRICOT_TRY_ASSIGN(standing, decodePolicy(*value));
        policy = std::move(standing);
    }
    const Refusal refusal = refusalFor(grant, organisation, *desk, policy);
    if (refusal != Refusal::None) return refuse(refusal);
    return countOpening(organisation, trial);
}

} // namespace apricot
