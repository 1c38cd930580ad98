// SPDX-License-Identifier: GPL-3.0-or-later
// The consortium's policy: which roles may redeem for which purpose, who there, and how private.
// And what an organisation may redeem, by all that stands of it: one function, for the rule and for
// whoever wants to know before.
#pragma once

#include "consent/grant.h"
#include "ledger/organisation.h"
#include "ledger/refusal.h"

namespace apricot {

class Trial;

struct PolicyLine {
    Role role = Role::Provider;
    Purpose purpose = Purpose::Treatment;
    std::uint16_t professions = allProfessions; // a set, not empty
    Level level = highestLevel;                 // of a grant, at most
    std::uint8_t tier = 0;                      // of the organisation, at least
    auto operator<=>(const PolicyLine &) const = default;
};
// Ascending by role, purpose and professions, no three alike, at most mostPolicyLines. Empty: none
// stands, and whatever an organisation's clearance and purposes allow is allowed.
using Policy = std::vector<PolicyLine>;
inline constexpr std::size_t mostPolicyLines = 256;

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, PolicyLine> &line) {
    archive(line.role, line.purpose, line.professions, line.level, line.tier);
}

// Which line is not within the limits above, or out of order.
[[nodiscard]] Complaint complaintAbout(const Policy &policy);
[[nodiscard]] Bytes policyKey();
// How often a restricted organisation redeemed in its latest hour: a QuotaUse (state_keys.h).
[[nodiscard]] Bytes restrictedUseKey(const OrganisationId &organisation);
[[nodiscard]] Bytes encode(const Policy &policy);
// StateMalformed, and the CBOR errors.
[[nodiscard]] Result<Policy> decodePolicy(ByteView value);

// A grant that begins within this of the block's time is taken: a block's time may lag behind the
// clocks by as much as it takes to make one, and a grant is redeemed the minute it is signed.
inline constexpr UnixTime notBeforeGrace = 60; // seconds

// GrantNotYetValid, GrantExpired; None.
[[nodiscard]] Refusal outOfTime(const GrantPublic &grant, UnixTime now);
// PurposeNotAllowed, RoleNotAllowed, TierTooLow, ClearanceTooLow, DeskLevelTooLow, PolicyForbids,
// in this order; None.
[[nodiscard]] Refusal refusalFor(const GrantPublic &grant, const Organisation &organisation,
                                 const DeskKey &desk, const Policy &policy);

// The same in a rule, and the redemptions of a restricted organisation counted: QuotaUsedUp.
[[nodiscard]] Result<> mayRedeem(const Organisation &organisation, const GrantPublic &grant,
                                 Trial &trial);

} // namespace apricot
