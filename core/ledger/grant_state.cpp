// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/grant_state.h"

#include "ledger/state_codec.h"

namespace apricot {
namespace {

// What the state says must be there.
Result<Bytes> leafOf(const Bytes &key, const Look &look) {
    APRICOT_TRY_ASSIGN(value, look(key));
    if (!value) return stateMalformed("a leaf is missing: " + toHex(key));
    return std::move(*value);
}

} // namespace

// A letter's keys are of one length, or of two that its parts cannot make alike: so no two things
// ever share a key.
Bytes grantKey(const VerifyKey &subject, const VerifyKey &signer, const GrantId &grant) {
    return stateKey('g', {subject.view(), signer.view(), grant.view()});
}
Bytes grantKey(const GrantPublic &grant) {
    return grantKey(grant.subject, grant.signer, grant.id);
}
Bytes openingKey(const VerifyKey &subject, const GrantName &grant, std::uint32_t n) {
    return stateKey('p', {subject.view(), grant.signer.view(), grant.id.view(), bigEndian<4>(n)});
}
Bytes grantCountKey(const VerifyKey &subject) {
    return stateKey('i', {subject.view()});
}
Bytes grantNameKey(const VerifyKey &subject, std::uint32_t n) {
    return stateKey('i', {subject.view(), bigEndian<4>(n)});
}
Bytes tombstoneKey(const VerifyKey &revoker, const GrantId &grant) {
    return stateKey('t', {revoker.view(), grant.view()});
}
Bytes delegationEndKey(const VerifyKey &from, const DelegationId &id) {
    return stateKey('d', {from.view(), id.view()});
}
Bytes spareKey(const VerifyKey &from, const DelegationId &id) {
    return stateKey('b', {from.view(), id.view()});
}

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, GrantState> &state) {
    archive(state.organisation, state.used, state.uses, state.expiry);
    archive.check(state.used <= mostUses && state.uses <= mostUses, "more uses than there may be");
}
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, GrantName> &name) {
    archive(name.signer, name.id);
}

namespace {

const Bytes onlyCounted{0x80}; // an empty array

} // namespace

Bytes encode(const GrantState &value) {
    return cbor::encode(value);
}
Bytes encode(const RedemptionLeaf &value) {
    return value ? cbor::encode(*value) : onlyCounted;
}
Bytes encode(const GrantName &value) {
    return cbor::encode(value);
}
Bytes encodeGrantCount(std::uint32_t count) {
    return cbor::encode(count);
}
Bytes encodeSpareHolder(const OrganisationId &organisation) {
    return cbor::encode(organisation);
}

Result<GrantState> decodeGrantState(ByteView value) {
    APRICOT_TRY_ASSIGN(out, cbor::decode<GrantState>(value));
    if (out.used == 0) return stateMalformed("a grant that was not redeemed");
    return out;
}
Result<RedemptionLeaf> decodeRedemption(ByteView value) {
    if (std::ranges::equal(value, onlyCounted)) return RedemptionLeaf();
    APRICOT_TRY_ASSIGN(out, cbor::decode<Redemption>(value));
    return RedemptionLeaf(out);
}
Result<GrantName> decodeGrantName(ByteView value) {
    return cbor::decode<GrantName>(value);
}
Result<std::uint32_t> decodeGrantCount(ByteView value) {
    return cbor::decode<std::uint32_t>(value);
}
Result<OrganisationId> decodeSpareHolder(ByteView value) {
    return cbor::decode<OrganisationId>(value);
}

Look lookInto(StateReader &ledger) {
    return [&ledger](ByteView key) { return ledger.standing(key); };
}

Result<GrantOpenings> openingsOf(const VerifyKey &subject, const GrantName &grant, const Look &look,
                                 std::vector<RedemptionLeaf> known) {
    GrantOpenings out;
    APRICOT_TRY_ASSIGN(value, look(grantKey(subject, grant.signer, grant.id)));
    if (!value) return out;
    APRICOT_TRY_ASSIGN(state, decodeGrantState(*value));
    if (known.size() > state.used) return stateMalformed("fewer openings than before");
    out.state = state;
    out.openings = std::move(known);
    for (auto n = static_cast<std::uint32_t>(out.openings.size()); n < state.used; ++n) {
        APRICOT_TRY_ASSIGN(leaf, leafOf(openingKey(subject, grant, n), look));
        APRICOT_TRY_ASSIGN(opened, decodeRedemption(leaf));
        out.openings.push_back(opened);
    }
    return out;
}

Result<RedemptionLeaf> latestOpening(const VerifyKey &subject, const GrantName &grant,
                                     const Look &look) {
    APRICOT_TRY_ASSIGN(value, look(grantKey(subject, grant.signer, grant.id)));
    if (!value) return RedemptionLeaf();
    APRICOT_TRY_ASSIGN(state, decodeGrantState(*value));
    APRICOT_TRY_ASSIGN(leaf, leafOf(openingKey(subject, grant, state.used - 1), look));
    return decodeRedemption(leaf);
}

Result<std::vector<GrantName>> redeemedGrants(const VerifyKey &subject, const Look &look) {
    std::vector<GrantName> out;
    APRICOT_TRY_ASSIGN(value, look(grantCountKey(subject)));
    if (!value) return out;
    APRICOT_TRY_ASSIGN(count, decodeGrantCount(*value));
    for (std::uint32_t n = 0; n < count; ++n) {
        APRICOT_TRY_ASSIGN(leaf, leafOf(grantNameKey(subject, n), look));
        APRICOT_TRY_ASSIGN(name, decodeGrantName(leaf));
        out.push_back(name);
    }
    return out;
}

Result<std::vector<SubjectsGrant>> everyOpening(const VerifyKey &subject, const Look &look,
                                                const Wanted &wanted) {
    APRICOT_TRY_ASSIGN(names, redeemedGrants(subject, look));
    std::vector<SubjectsGrant> out;
    for (const GrantName &name : names) {
        if (!wanted(name)) continue;
        APRICOT_TRY_ASSIGN(seen, openingsOf(subject, name, look));
        if (!seen.state) return stateMalformed("a grant of the index is missing");
        out.push_back({name, std::move(seen)});
    }
    return out;
}

Result<std::vector<Delegation>> linksOf(const GrantPublic &grant) {
    std::vector<Delegation> out;
    for (const Bytes &delegation : grant.delegations) {
        APRICOT_TRY_ASSIGN(link, decodeDelegation(delegation));
        out.push_back(std::move(link));
    }
    return out;
}

std::vector<Bytes> endKeysOf(const GrantPublic &grant) {
    std::vector<Bytes> out{tombstoneKey(grant.signer, grant.id)};
    const auto links = linksOf(grant);
    if (!links) return out;               // such a grant is never redeemed
    for (const Delegation &link : *links) // the root's giver is the subject
        out.push_back(tombstoneKey(link.from, grant.id));
    for (const Delegation &link : *links) out.push_back(delegationEndKey(link.from, link.id));
    return out;
}

Result<Ending> endingOf(const GrantPublic &grant, const Look &look) {
    APRICOT_TRY_ASSIGN(links, linksOf(grant));
    for (Bytes &key : endKeysOf(grant)) {
        APRICOT_TRY_ASSIGN(ended, look(key));
        if (!ended) continue;
        const bool revoked = key.front() == tombstoneKey({}, {}).front();
        return Ending{revoked ? Refusal::GrantRevoked : Refusal::DelegationRevoked, std::move(key)};
    }
    for (const Delegation &link : links) {
        if (link.audience) continue;
        Bytes key = spareKey(link.from, link.id);
        APRICOT_TRY_ASSIGN(bound, look(key));
        if (!bound) continue;
        APRICOT_TRY_ASSIGN(holder, decodeSpareHolder(*bound));
        if (holder != grant.audience)
            return Ending{Refusal::DelegationBoundElsewhere, std::move(key)};
    }
    return Ending();
}

} // namespace apricot
