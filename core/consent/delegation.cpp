// SPDX-License-Identifier: GPL-3.0-or-later
#include "consent/delegation.h"

#include "codec/cbor.h"
#include "codec/cose.h"
#include "consent/rules.h"
#include "crypto/sign.h"

namespace apricot {

namespace {

// CWT claims (RFC 8392 section 3.1) where they exist; the negative ones are this profile's own.
enum Claim : std::int64_t {
    Audience = 3, // left out: any organisation
    Expiry = 4,
    NotBefore = 5,
    Id = 7,
    From = -1,
    To = -2,
    Kinds = -3,
    Level = -4,
    ChainId = -5,
    Purposes = -6,
    Depth = -7
};

Error refused(std::string what) {
    return fail(Code::DelegationRefused, std::move(what));
}
Error invalid(std::string what) {
    return fail(Code::DelegationInvalid, std::move(what));
}

Complaint complaintAbout(const Delegation &d) {
    if (auto times = complaintAboutTimes(d.notBefore, d.expiry, longestDelegation)) return times;
    if (!isLevel(d.level)) return "the level is not 1 to 5";
    if (d.kinds == 0 || (d.kinds & ~allKinds) != 0) return "no kind, or an unknown one";
    if (d.purposes == 0 || (d.purposes & ~allPurposes) != 0) return "no purpose, or an unknown one";
    if (d.depth >= maxDelegations) return "the depth is not 0 to 2";
    if (d.from == d.to) return "it is to oneself";
    return complaintAboutChainId(d.chainId);
}

Bytes encodeClaims(const Delegation &d) {
    cbor::Writer w;
    w.map(d.audience ? 11 : 10);
    if (d.audience) w.integer(Audience).bytes(d.audience->view());
    w.integer(Expiry).integer(d.expiry);
    w.integer(NotBefore).integer(d.notBefore);
    w.integer(Id).bytes(d.id.view());
    w.integer(From).bytes(d.from.view());
    w.integer(To).bytes(d.to.view());
    w.integer(Kinds).unsignedInteger(d.kinds);
    w.integer(Level).unsignedInteger(d.level);
    w.integer(ChainId).text(d.chainId);
    w.integer(Purposes).unsignedInteger(d.purposes);
    w.integer(Depth).unsignedInteger(d.depth);
    return w.take();
}

Result<> key(cbor::Reader &r, Claim wanted) {
    APRICOT_TRY_ASSIGN(have, r.integer());
    if (have != wanted) return refused("claim " + std::to_string(have) + " is unexpected");
    return {};
}

Result<std::uint64_t> atMost(cbor::Reader &r, std::uint64_t most) {
    APRICOT_TRY_ASSIGN(value, r.unsignedInteger());
    if (value > most) return refused("a number is too large");
    return value;
}

Result<Delegation> readClaims(ByteView payload) {
    APRICOT_TRY_ASSIGN(r, cbor::Reader::create(payload, {.bytes = 1024, .depth = 2}));
    APRICOT_TRY_ASSIGN(pairs, r.map());
    if (pairs != 10 && pairs != 11) return refused("the number of claims");
    Delegation d;
    if (pairs == 11) {
        APRICOT_TRY(key(r, Audience));
        APRICOT_TRY_ASSIGN(audience, r.fixed<OrganisationId>());
        d.audience = audience;
    }
    APRICOT_TRY(key(r, Expiry));
    APRICOT_TRY_ASSIGN(expiry, r.integer());
    APRICOT_TRY(key(r, NotBefore));
    APRICOT_TRY_ASSIGN(notBefore, r.integer());
    APRICOT_TRY(key(r, Id));
    APRICOT_TRY_ASSIGN(id, r.fixed<DelegationId>());
    APRICOT_TRY(key(r, From));
    APRICOT_TRY_ASSIGN(from, r.fixed<VerifyKey>());
    APRICOT_TRY(key(r, To));
    APRICOT_TRY_ASSIGN(to, r.fixed<VerifyKey>());
    APRICOT_TRY(key(r, Kinds));
    APRICOT_TRY_ASSIGN(kinds, atMost(r, allKinds));
    APRICOT_TRY(key(r, Level));
    APRICOT_TRY_ASSIGN(level, atMost(r, 5));
    APRICOT_TRY(key(r, ChainId));
    APRICOT_TRY_ASSIGN(chainId, r.text());
    APRICOT_TRY(key(r, Purposes));
    APRICOT_TRY_ASSIGN(purposes, atMost(r, allPurposes));
    APRICOT_TRY(key(r, Depth));
    APRICOT_TRY_ASSIGN(depth, atMost(r, maxDelegations));
    d.expiry = expiry;
    d.notBefore = notBefore;
    d.id = id;
    d.from = from;
    d.to = to;
    d.kinds = static_cast<std::uint16_t>(kinds);
    d.level = static_cast<std::uint8_t>(level);
    d.chainId = std::move(chainId);
    d.purposes = static_cast<std::uint16_t>(purposes);
    d.depth = static_cast<std::uint8_t>(depth);
    if (const auto complaint = complaintAbout(d)) return refused(*complaint);
    return d;
}

struct Opened {
    cose::Sign1 message;
    Delegation delegation;
};

Result<Opened> open(ByteView signedDelegation) {
    auto opened = [&]() -> Result<Opened> {
        APRICOT_TRY_ASSIGN(message, cose::decodeSign1(signedDelegation));
        APRICOT_TRY_ASSIGN(delegation, readClaims(message.payload));
        return Opened{std::move(message), std::move(delegation)};
    }();
    if (!opened && opened.error().code != Code::DelegationRefused)
        return refused(std::string(nameOf(opened.error().code)) + " " + opened.error().detail);
    return opened;
}

Complaint complaintAboutChild(const Delegation &child, const Delegation &parent) {
    if (child.from != parent.to) return "the chain of keys is broken";
    if (child.depth >= parent.depth) return "no further delegation is allowed";
    if (child.chainId != parent.chainId) return "it is for another chain";
    if (parent.audience && child.audience != parent.audience) return "another organisation";
    if ((child.kinds & ~parent.kinds) != 0) return "a kind that was not given";
    if ((child.purposes & ~parent.purposes) != 0) return "a purpose that was not given";
    if (child.level > parent.level) return "a level that was not given";
    if (child.notBefore < parent.notBefore || child.expiry > parent.expiry)
        return "a time that was not given";
    return std::nullopt;
}

Complaint complaintAboutGrant(const GrantPublic &grant, const Delegation &last) {
    if (last.to != grant.pseudonym) return "it is for another key than the one that signed";
    if (last.chainId != grant.chainId) return "it is for another chain";
    if (last.audience && *last.audience != grant.audience) return "another organisation";
    if (((last.purposes >> (static_cast<unsigned>(grant.purpose) - 1U)) & 1U) == 0)
        return "a purpose that was not given";
    if (grant.level > last.level) return "a level that was not given";
    if (grant.notBefore < last.notBefore || grant.expiry > last.expiry)
        return "a time that was not given";
    return std::nullopt;
}

} // namespace

Result<Bytes> signDelegation(Delegation &delegation, const SigningKey &from) {
    delegation.from = verifyKeyOf(from);
    if (const auto complaint = complaintAbout(delegation)) return invalid(*complaint);
    return cose::sign1(from, encodeClaims(delegation), viewOf(delegationSigningContext));
}

Result<Delegation> decodeDelegation(ByteView signedDelegation) {
    APRICOT_TRY_ASSIGN(opened, open(signedDelegation));
    return std::move(opened.delegation);
}

Result<Delegation> verifyDelegation(ByteView signedDelegation) {
    APRICOT_TRY_ASSIGN(opened, open(signedDelegation));
    if (!cose::verifies(opened.message, opened.delegation.from, viewOf(delegationSigningContext)))
        return refused("the signature is not genuine");
    return std::move(opened.delegation);
}

Result<std::vector<Delegation>> verifyChain(const GrantPublic &grant) {
    std::vector<Delegation> chain;
    if (grant.delegations.size() > maxDelegations) return refused("more than 3");
    for (const Bytes &signedDelegation : grant.delegations) {
        APRICOT_TRY_ASSIGN(delegation, verifyDelegation(signedDelegation));
        if (!chain.empty())
            if (const auto complaint = complaintAboutChild(delegation, chain.back()))
                return refused(*complaint);
        chain.push_back(std::move(delegation));
    }
    if (!chain.empty())
        if (const auto complaint = complaintAboutGrant(grant, chain.back()))
            return refused(*complaint);
    return chain;
}

Result<> covers(const std::vector<Delegation> &chain, const Scope &scope) {
    if (chain.empty()) return {};
    const Delegation &last = chain.back();
    if (scope.level > last.level) return refused("a level that was not given");
    if ((scope.kinds & ~last.kinds) != 0) return refused("a kind that was not given");
    if (!scope.records.empty() && last.kinds != allKinds)
        return refused("records named under a delegation of some kinds only");
    return {};
}

bool mayRevoke(const std::vector<Delegation> &chain, std::size_t index, const VerifyKey &who) {
    for (std::size_t i = 0; i <= index && i < chain.size(); ++i)
        if (chain[i].from == who) return index < chain.size();
    return false;
}

} // namespace apricot
