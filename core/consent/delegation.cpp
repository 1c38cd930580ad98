// SPDX-License-Identifier: GPL-3.0-or-later
#include "consent/delegation.h"

#include "codec/cose.h"
#include "consent/rules.h"
#include "crypto/sign.h"

namespace apricot {

namespace {

// CWT claims (RFC 8392 section 3.1) where they exist; the negative ones are this profile's own.
enum Claim : std::int64_t {
    Audience = 3, // left out: a spare
    Expiry = 4,
    NotBefore = 5,
    Id = 7,
    From = -1,
    To = -2,
    Closed = -3,
    LevelNumber = -4,
    ChainId = -5,
    Purposes = -6,
    Depth = -7
};

} // namespace

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Delegation> &delegation) {
    archive.at(Audience, delegation.audience);
    archive.at(Expiry, delegation.expiry);
    archive.at(NotBefore, delegation.notBefore);
    archive.at(Id, delegation.id);
    archive.at(From, delegation.from);
    archive.at(To, delegation.to);
    archive.at(Closed, delegation.closed);
    archive.at(LevelNumber, delegation.level);
    archive.at(ChainId, delegation.chainId);
    archive.at(Purposes, delegation.purposes);
    archive.at(Depth, delegation.depth);
}

namespace {

constexpr UnixTime day = 86400;

Error refused(std::string what) {
    return fail(ErrorCode::DelegationRefused, std::move(what));
}
Error invalid(std::string what) {
    return fail(ErrorCode::DelegationInvalid, std::move(what));
}

Complaint complaintAbout(const Delegation &d) {
    const UnixTime longest = d.audience ? longestDelegation : longestSpare;
    if (auto times = complaintAboutTimes(d.notBefore, d.expiry, longest)) return times;
    if (d.notBefore % day != 0 || d.expiry % day != 0) return "the times are not whole UTC days";
    if (!isLevel(d.level)) return "the level is not 1 to 5";
    if (d.purposes == 0 || (d.purposes & ~allPurposes) != 0) return "no purpose, or an unknown one";
    if (d.depth >= maxDelegations) return "the depth is not 0 or 1";
    if (d.from == d.to) return "it is to oneself";
    return complaintAboutChainId(d.chainId);
}

Complaint complaintAbout(const DelegationOpening &opening) {
    if (opening.kinds == 0 || (opening.kinds & ~allKinds) != 0) return "no kind, or an unknown one";
    return std::nullopt;
}

struct Opened {
    cose::Sign1 message;
    Delegation delegation;
};

// Whatever the codecs found wrong is one thing to the user: a delegation that is refused.
Result<Opened> open(ByteView signedDelegation) {
    auto opened = [&]() -> Result<Opened> {
        APRICOT_TRY_ASSIGN(message, cose::decodeSign1(signedDelegation));
        APRICOT_TRY_ASSIGN(delegation, cbor::decode<Delegation>(message.payload, {1024, 2}));
        return Opened{std::move(message), std::move(delegation)};
    }();
    if (!opened)
        return refused(std::string(nameOf(opened.error().code)) + " " + opened.error().detail);
    if (const auto complaint = complaintAbout(opened->delegation)) return refused(*complaint);
    return opened;
}

Complaint complaintAboutChild(const Delegation &child, const Delegation &parent) {
    if (child.from != parent.to) return "the chain of keys is broken";
    if (child.depth >= parent.depth) return "no further delegation is allowed";
    if (child.chainId != parent.chainId) return "it is for another chain";
    if (parent.audience && child.audience != parent.audience) return "another organisation";
    if ((child.purposes & ~parent.purposes) != 0) return "a purpose that was not given";
    if (child.level > parent.level) return "a level that was not given";
    if (child.notBefore < parent.notBefore || child.expiry > parent.expiry)
        return "a time that was not given";
    return std::nullopt;
}

Complaint complaintAboutGrant(const GrantPublic &grant, const Delegation &last) {
    if (last.to != grant.signer) return "it is for another key than the one that signed";
    if (last.chainId != grant.chainId) return "it is for another chain";
    if (last.audience && *last.audience != grant.audience) return "another organisation";
    if (!isIn(grant.purpose, last.purposes)) return "a purpose that was not given";
    if (grant.level > last.level) return "a level that was not given";
    if (grant.notBefore < last.notBefore || grant.expiry > last.expiry)
        return "a time that was not given";
    return std::nullopt;
}

} // namespace

Result<Bytes> signDelegation(Delegation &delegation, const DelegationOpening &opening,
                             const SigningKey &from) {
    delegation.from = verifyKeyOf(from);
    delegation.closed = opening.digest();
    if (const auto complaint = complaintAbout(delegation)) return invalid(*complaint);
    if (const auto complaint = complaintAbout(opening)) return invalid(*complaint);
    return cose::sign1(from, cbor::encode(delegation), viewOf(delegationSigningContext));
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
    if (grant.delegations.size() > maxDelegations) return refused("more than 2");
    for (const Bytes &signedDelegation : grant.delegations) {
        APRICOT_TRY_ASSIGN(delegation, verifyDelegation(signedDelegation));
        if (!chain.empty())
            if (const auto complaint = complaintAboutChild(delegation, chain.back()))
                return refused(*complaint);
        chain.push_back(std::move(delegation));
    }
    if (grant.subject != (chain.empty() ? grant.signer : chain.front().from))
        return refused("it is not the subject's");
    if (!chain.empty())
        if (const auto complaint = complaintAboutGrant(grant, chain.back()))
            return refused(*complaint);
    return chain;
}

Result<> covers(const std::vector<Delegation> &chain, const GrantPrivate &grant) {
    if (grant.openings.size() != chain.size()) return refused("not every link is opened");
    const Scope &scope = grant.scope;
    unsigned kinds = allKinds;
    for (std::size_t i = 0; i < chain.size(); ++i) {
        const DelegationOpening &opening = grant.openings[i];
        if (opening.digest() != chain[i].closed) return refused("a link is opened to other limits");
        if (const auto complaint = complaintAbout(opening)) return refused(*complaint);
        if ((opening.kinds & ~kinds) != 0) return refused("a kind that was not given");
        if (opening.inbox != grant.inbox) return refused("another inbox than the subject's");
        kinds = opening.kinds;
    }
    if (((scope.kinds | scope.alwaysKinds) & ~kinds) != 0)
        return refused("a kind that was not given");
    if (!chain.empty() && scope.level > chain.back().level)
        return refused("a level that was not given");
    if (!scope.records.empty() && kinds != allKinds)
        return refused("records named under a delegation of some kinds only");
    return {};
}

} // namespace apricot
