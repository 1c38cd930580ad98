// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/policy.h"

#include "codec/fields.h"
#include "ledger/state_codec.h"
#include "ledger/trial.h"

namespace apricot {
namespace {

bool isLineWithin(const PolicyLine &line) {
    return isRole(static_cast<std::uint64_t>(line.role))
           && isPurpose(static_cast<std::uint64_t>(line.purpose)) && line.professions != 0
           && line.professions <= allProfessions && isLevel(line.level) && line.tier <= highestTier;
}

bool outOfOrder(const PolicyLine &a, const PolicyLine &b) {
    return std::tie(a.role, a.purpose, a.professions) >= std::tie(b.role, b.purpose, b.professions);
}

Result<> countOpening(const Organisation &organisation, Trial &trial) {
    const Restriction *restriction = restrictionAt(organisation, trial.block().time);
    if (restriction == nullptr) return {};
    APRICOT_TRY_ASSIGN(counted,
                       trial.countInHour(openingsKey(organisation.id), restriction->openings));
    if (!counted)
        return quotaUsedUp("restricted to " + std::to_string(restriction->openings)
                           + " an hour until " + toRfc3339(restriction->until));
    return {};
}

} // namespace

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, PolicyLine> &line) {
    archive(line.role, line.purpose, line.professions, line.level, line.tier);
}

bool isValid(const Policy &policy) {
    return policy.size() <= mostPolicyLines && std::ranges::all_of(policy, isLineWithin)
           && std::ranges::adjacent_find(policy, outOfOrder) == policy.end();
}

Bytes policyKey() {
    return stateKey('y', {});
}
Bytes openingsKey(const OrganisationId &organisation) {
    return stateKey('y', {organisation.view()});
}

Bytes encode(const Policy &policy) {
    cbor::Writer out;
    out.array(policy.size());
    for (const PolicyLine &line : policy) out.raw(cbor::encode(line));
    return out.take();
}

Result<Policy> policyAsWritten(ByteView value) {
    APRICOT_TRY_ASSIGN(in, cbor::Reader::create(value));
    APRICOT_TRY_ASSIGN(count, in.array());
    Policy out;
    for (std::size_t i = 0; i < count; ++i) {
        APRICOT_TRY_ASSIGN(raw, in.raw());
        APRICOT_TRY_ASSIGN(line, cbor::decode<PolicyLine>(raw));
        out.push_back(line);
    }
    return out;
}

Result<Policy> decodePolicy(ByteView value) {
    APRICOT_TRY_ASSIGN(out, policyAsWritten(value));
    if (!isValid(out)) return stateMalformed("policy");
    return out;
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
