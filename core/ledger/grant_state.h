// SPDX-License-Identifier: GPL-3.0-or-later
// What the state holds of grants: how often each was redeemed, a leaf for every single opening, an
// index of each subject's grants, and what has ended. And the reading of it, for the rules, the
// nodes and whoever wants to see every opening.
#pragma once

#include "consent/delegation.h"
#include "ledger/ledger.h"

namespace apricot {

// Exists from a grant's first redemption on, under whose and who signed, so that nobody counts
// another person's grant.
struct GrantState {
    OrganisationId organisation; // that redeemed it
    std::uint32_t used = 0;      // redemptions so far, at least 1
    std::uint32_t uses = 1;      // that the grant allows
    UnixTime expiry = 0;
    bool operator==(const GrantState &) const = default;
};

// One opening. None is ever dropped.
struct Redemption {
    VerifyKey desk;
    UnixTime time = 0;
    Height height = 0;
    bool operator==(const Redemption &) const = default;
};
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Redemption> &redemption) {
    archive(redemption.desk, redemption.time, redemption.height);
}
// Nothing: version 2 of the rules counted it and kept no more.
using RedemptionLeaf = std::optional<Redemption>;

// One grant among a subject's.
struct GrantName {
    VerifyKey signer;
    GrantId id;
    auto operator<=>(const GrantName &) const = default;
};

[[nodiscard]] Bytes grantKey(const VerifyKey &subject, const VerifyKey &signer,
                             const GrantId &grant);
[[nodiscard]] Bytes grantKey(const GrantPublic &grant);
// The n-th opening, from 0 to GrantState::used - 1.
[[nodiscard]] Bytes openingKey(const VerifyKey &subject, const GrantName &grant, std::uint32_t n);
// How many grants of a subject were ever redeemed: CBOR integer; no value: none. And the n-th.
[[nodiscard]] Bytes grantCountKey(const VerifyKey &subject);
[[nodiscard]] Bytes grantNameKey(const VerifyKey &subject, std::uint32_t n);
// Under whoever signed the revocation, so that nobody can bury another person's grant.
[[nodiscard]] Bytes tombstoneKey(const VerifyKey &revoker, const GrantId &grant);
// Under whoever gave the delegation, likewise.
[[nodiscard]] Bytes delegationEndKey(const VerifyKey &from, const DelegationId &id);
// The organisation that redeemed first under a spare: its 16 bytes as CBOR.
[[nodiscard]] Bytes spareKey(const VerifyKey &from, const DelegationId &id);

[[nodiscard]] Bytes encode(const GrantState &value);
[[nodiscard]] Bytes encode(const RedemptionLeaf &value);
[[nodiscard]] Bytes encode(const GrantName &value);
[[nodiscard]] Bytes encodeGrantCount(std::uint32_t count);
[[nodiscard]] Bytes encodeSpareHolder(const OrganisationId &organisation);
// StateMalformed, and the CBOR errors.
[[nodiscard]] Result<GrantState> decodeGrantState(ByteView value);
[[nodiscard]] Result<RedemptionLeaf> decodeRedemption(ByteView value);
[[nodiscard]] Result<GrantName> decodeGrantName(ByteView value);
[[nodiscard]] Result<std::uint32_t> decodeGrantCount(ByteView value);
[[nodiscard]] Result<OrganisationId> decodeSpareHolder(ByteView value);

// What stands under a key: of a state, of a ledger that proves it, or of kept proofs. Reading asks
// nothing else, so that it is the same wherever the answers come from.
using Look = std::function<Result<std::optional<Bytes>>(ByteView key)>;
[[nodiscard]] Look lookInto(StateReader &ledger); // which must outlive it

// Every opening of one grant, oldest first.
struct GrantOpenings {
    std::optional<GrantState> state;      // nothing: never redeemed
    std::vector<RedemptionLeaf> openings; // state->used of them
};
// What was proven before (`known`, the first of them) is not asked again: no opening ever changes.
// StateMalformed when one that must be there is not; the errors of `look`.
[[nodiscard]] Result<GrantOpenings> openingsOf(const VerifyKey &subject, const GrantName &grant,
                                               const Look &look,
                                               std::vector<RedemptionLeaf> known = {});
// The latest opening alone; nothing when there is none. Errors as above.
[[nodiscard]] Result<RedemptionLeaf> latestOpening(const VerifyKey &subject, const GrantName &grant,
                                                   const Look &look);
// Every grant of the subject that was ever redeemed, in that order. Errors as above.
[[nodiscard]] Result<std::vector<GrantName>> redeemedGrants(const VerifyKey &subject,
                                                            const Look &look);

// Every opening under a subject's key, of every grant but those that are not wanted, in the order
// of the index. Errors as above.
struct SubjectsGrant {
    GrantName name;
    GrantOpenings seen; // with a state
};
using Wanted = std::function<bool(const GrantName &)>;
[[nodiscard]] Result<std::vector<SubjectsGrant>> everyOpening(
    const VerifyKey &subject, const Look &look,
    const Wanted &wanted = [](const GrantName &) { return true; });

// Why a grant (verified before) is over although it has time and uses left, which is for good, and
// under which key that stands. GrantRevoked, by its subject, its signer or a delegator, and
// DelegationRevoked (a Mark: ledger/state_keys.h); DelegationBoundElsewhere. None: it is not over.
struct Ending {
    Refusal why = Refusal::None;
    Bytes key;
};
// The errors of `look`.
[[nodiscard]] Result<Ending> endingOf(const GrantPublic &grant, const Look &look);
// Where a revocation or the end of a delegation stands that ends the grant for good.
[[nodiscard]] std::vector<Bytes> endKeysOf(const GrantPublic &grant);
// The grant's delegations, root first, which were verified before.
[[nodiscard]] Result<std::vector<Delegation>> linksOf(const GrantPublic &grant);

} // namespace apricot
