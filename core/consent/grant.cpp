// SPDX-License-Identifier: GPL-3.0-or-later
#include "consent/grant.h"

#include "codec/base45.h"
#include "codec/cose.h"
#include "consent/delegation.h"
#include "consent/rules.h"
#include "crypto/hash.h"
#include "crypto/sign.h"

namespace apricot {

namespace {

// CWT claims (RFC 8392 section 3.1) where they exist; the negative ones are this profile's own.
enum Claim : std::int64_t {
    Audience = 3,
    Expiry = 4,
    NotBefore = 5,
    Id = 7,
    Subject = -1,
    Uses = -2,
    PurposeCode = -3,
    LevelNumber = -4,
    ChainId = -5,
    PrivateDigest = -6,
    Delegations = -7, // left out when there are none
    Signer = -8       // left out when it is the subject
};

} // namespace

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, GrantPublic> &grant) {
    archive.at(Audience, grant.audience);
    archive.at(Expiry, grant.expiry);
    archive.at(NotBefore, grant.notBefore);
    archive.at(Id, grant.id);
    archive.at(Subject, grant.subject);
    archive.at(Uses, grant.uses);
    archive.at(PurposeCode, grant.purpose);
    archive.at(LevelNumber, grant.level);
    archive.at(ChainId, grant.chainId);
    archive.at(PrivateDigest, grant.privateDigest);
    archive.at(Delegations, grant.delegations, {});
    archive.at(Signer, grant.signer, grant.subject);
}

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, DelegationOpening> &opening) {
    archive(opening.salt, opening.kinds, opening.inbox);
}

// An array, not a map: no room for keys in a QR code. The level is the public part's. What has a
// fixed length stands in one byte string, which saves the heads.
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, GrantPrivate> &grant) {
    auto &scope = grant.scope;
    archive(scope.kinds, scope.alwaysKinds, scope.from, scope.until);
    archive(cbor::joined(scope.records), cbor::joined(scope.struckOut));
    archive(
        cbor::joined(grant.locator, grant.packageHash, grant.salt, grant.textHash, grant.inbox));
    archive(grant.sealedHalf, grant.textVersion, grant.shareHolders, grant.eraseBy, grant.nodes);
    archive(grant.utcOffsetMinutes, grant.openings, grant.extensions);
}

namespace {

Error malformed(std::string what) {
    return fail(ErrorCode::GrantMalformed, std::move(what));
}
Error malformed(const Error &cause) {
    return malformed(std::string(nameOf(cause.code)) + " " + cause.detail);
}
Error invalid(std::string what) {
    return fail(ErrorCode::GrantInvalid, std::move(what));
}
Error forged() {
    return fail(ErrorCode::GrantForged);
}

Result<GrantPublic> readClaims(ByteView payload) {
    auto grant = cbor::decode<GrantPublic>(payload, {.bytes = 4096, .depth = 3});
    if (!grant) return malformed(grant.error());
    if (const auto complaint = complaintAbout(*grant)) return malformed(*complaint);
    return grant;
}

Result<GrantPrivate> readPrivate(ByteView encoded, Level level) {
    auto grant = cbor::decode<GrantPrivate>(encoded, {.bytes = 32768, .depth = 8});
    if (!grant) return malformed(grant.error());
    grant->scope.level = level;
    // Ascending: the first is the smallest.
    if (!grant->extensions.empty() && grant->extensions.begin()->first < firstIgnoredExtension)
        return fail(ErrorCode::GrantTooNew, std::to_string(grant->extensions.begin()->first));
    if (const auto complaint = complaintAbout(*grant)) return malformed(*complaint);
    return grant;
}

// The COSE_Sign1 around claims and signature, as cose::sign1 writes it.
Bytes framed(ByteView claims, const Signature &signature) {
    constexpr std::array<std::uint8_t, 3> eddsa = {0xa1, 0x01, 0x27};
    cbor::Writer w;
    w.tag(18).array(4).bytes(eddsa).map(0).bytes(claims).bytes(signature.view());
    return w.take();
}

struct OpenedPublic {
    cose::Sign1 message;
    GrantPublic grant;
};

// Whatever the codecs found wrong is one thing to the user: a damaged grant.
Result<OpenedPublic> openPublic(ByteView publicPart) {
    auto message = cose::decodeSign1(publicPart);
    if (!message) return malformed(message.error());
    APRICOT_TRY_ASSIGN(grant, readClaims(message->payload));
    return OpenedPublic{std::move(*message), std::move(grant)};
}

Result<std::vector<Delegation>> checkedChain(const OpenedPublic &opened) {
    if (!cose::verifies(opened.message, opened.grant.signer, viewOf(grantSigningContext)))
        return forged();
    return verifyChain(opened.grant);
}

} // namespace

Digest DelegationOpening::digest() const {
    const std::array<std::uint8_t, 2> big = {static_cast<std::uint8_t>(kinds >> 8U),
                                             static_cast<std::uint8_t>(kinds & 0xffU)};
    return sha256({salt.view(), big, inbox.view()});
}

Result<SignedGrant> signGrant(Grant &grant, const SigningKey &signer) {
    if (const auto complaint = complaintAbout(grant.open)) return invalid(*complaint);
    if (const auto complaint = complaintAbout(grant.closed)) return invalid(*complaint);
    grant.open.signer = grant.open.subject = verifyKeyOf(signer);
    if (!grant.open.delegations.empty()) {
        APRICOT_TRY_ASSIGN(root, decodeDelegation(grant.open.delegations.front()));
        grant.open.subject = root.from;
    }
    if (!grant.closed.extensions.empty()
        && grant.closed.extensions.begin()->first < firstIgnoredExtension)
        return invalid("an extension that is not used yet");
    if (grant.closed.scope.level != grant.open.level) return invalid("the levels differ");
    if (grant.closed.eraseBy != 0 && grant.closed.eraseBy <= grant.open.notBefore)
        return invalid("to be erased before it begins");
    APRICOT_TRY_ASSIGN(chain, verifyChain(grant.open));
    APRICOT_TRY(covers(chain, grant.closed));
    SignedGrant out;
    out.privatePart = cbor::encode(grant.closed);
    grant.open.privateDigest = sha256({grant.closed.salt.view(), out.privatePart});
    out.publicPart = cose::sign1(signer, cbor::encode(grant.open), viewOf(grantSigningContext));
    return out;
}

Result<GrantPublic> decodePublicPart(ByteView publicPart) {
    APRICOT_TRY_ASSIGN(opened, openPublic(publicPart));
    return std::move(opened.grant);
}

Result<GrantPublic> verifyPublicPart(ByteView publicPart) {
    APRICOT_TRY_ASSIGN(opened, openPublic(publicPart));
    APRICOT_TRY(checkedChain(opened));
    return std::move(opened.grant);
}

Result<Grant> verifyGrant(const SignedGrant &grant) {
    APRICOT_TRY_ASSIGN(opened, openPublic(grant.publicPart));
    APRICOT_TRY_ASSIGN(chain, checkedChain(opened));
    APRICOT_TRY_ASSIGN(closed, readPrivate(grant.privatePart, opened.grant.level));
    if (sha256({closed.salt.view(), grant.privatePart}) != opened.grant.privateDigest)
        return fail(ErrorCode::GrantPartsDiffer);
    if (closed.eraseBy != 0 && closed.eraseBy <= opened.grant.notBefore)
        return malformed("to be erased before it begins");
    APRICOT_TRY(covers(chain, closed));
    return Grant{std::move(opened.grant), std::move(closed)};
}

Bytes encodeGrant(const SignedGrant &grant) {
    cbor::Writer w;
    w.array(3);
    // A part that is not ours cannot be shortened; it then decodes to nothing (GrantMalformed).
    const auto message = cose::decodeSign1(grant.publicPart);
    w.bytes(message ? ByteView(message->payload) : ByteView{});
    w.bytes(message ? message->signature.view() : ByteView{});
    w.bytes(grant.privatePart);
    return w.take();
}

Result<SignedGrant> decodeGrant(ByteView encoded) {
    auto parts = [&]() -> Result<SignedGrant> {
        APRICOT_TRY_ASSIGN(r, cbor::Reader::create(encoded, {.bytes = 65536, .depth = 2}));
        APRICOT_TRY_ASSIGN(count, r.array());
        if (count != 3) return malformed("the number of parts");
        APRICOT_TRY_ASSIGN(claims, r.bytes());
        APRICOT_TRY_ASSIGN(signature, r.fixed<Signature>());
        APRICOT_TRY_ASSIGN(privatePart, r.bytes());
        return SignedGrant{framed(claims, signature), std::move(privatePart)};
    }();
    if (!parts && parts.error().code != ErrorCode::GrantMalformed) return malformed(parts.error());
    return parts;
}

std::string grantToText(const SignedGrant &grant) {
    return std::string(grantPrefix) + toBase45(encodeGrant(grant));
}

Result<SignedGrant> grantFromText(std::string_view text) {
    const auto notAGrant = [](std::string what) {
        return fail(ErrorCode::NotAGrant, std::move(what));
    };
    if (!text.starts_with(grantPrefix)) return notAGrant("another prefix");
    if (text.size() > 100000) return notAGrant("too long");
    const auto encoded = fromBase45(text.substr(grantPrefix.size()));
    if (!encoded) return malformed(encoded.error());
    return decodeGrant(*encoded);
}

} // namespace apricot
