// SPDX-License-Identifier: GPL-3.0-or-later
#include "consent/grant.h"

#include "codec/base45.h"
#include "codec/cbor.h"
#include "codec/cose.h"
#include "consent/delegation.h"
#include "consent/rules.h"
#include "crypto/hash.h"
#include "crypto/sign.h"

#include <limits>

namespace apricot {

namespace {

// CWT claims (RFC 8392 section 3.1) where they exist; the negative ones are this profile's own.
enum Claim : std::int64_t {
    Audience = 3,
    Expiry = 4,
    NotBefore = 5,
    Id = 7,
    Pseudonym = -1,
    Uses = -2,
    PurposeCode = -3,
    Level = -4,
    ChainId = -5,
    PrivateDigest = -6,
    Delegations = -7 // left out when there are none
};

Error malformed(std::string what) {
    return fail(Code::GrantMalformed, std::move(what));
}
Error malformed(const Error &cause) {
    return malformed(std::string(nameOf(cause.code)) + " " + cause.detail);
}
Error invalid(std::string what) {
    return fail(Code::GrantInvalid, std::move(what));
}
Error forged() {
    return fail(Code::GrantForged);
}

Bytes encodeClaims(const GrantPublic &g) {
    cbor::Writer w;
    w.map(g.delegations.empty() ? 10 : 11);
    w.integer(Audience).bytes(g.audience.view());
    w.integer(Expiry).integer(g.expiry);
    w.integer(NotBefore).integer(g.notBefore);
    w.integer(Id).bytes(g.id.view());
    w.integer(Pseudonym).bytes(g.pseudonym.view());
    w.integer(Uses).unsignedInteger(g.uses);
    w.integer(PurposeCode).unsignedInteger(static_cast<std::uint64_t>(g.purpose));
    w.integer(Level).unsignedInteger(g.level);
    w.integer(ChainId).text(g.chainId);
    w.integer(PrivateDigest).bytes(g.privateDigest.view());
    if (!g.delegations.empty()) {
        w.integer(Delegations).array(g.delegations.size());
        for (const Bytes &delegation : g.delegations) w.bytes(delegation);
    }
    return w.take();
}

Result<> key(cbor::Reader &r, Claim wanted) {
    APRICOT_TRY_ASSIGN(have, r.integer());
    if (have != wanted) return malformed("claim " + std::to_string(have) + " is unexpected");
    return {};
}

// Reads numbers that a narrower type holds; larger ones are refused, not cut.
template <class T>
Result<T> number(cbor::Reader &r) {
    APRICOT_TRY_ASSIGN(value, r.unsignedInteger());
    if (value > std::numeric_limits<T>::max()) return malformed("a number is too large");
    return static_cast<T>(value);
}

Result<GrantPublic> readClaims(ByteView payload) {
    APRICOT_TRY_ASSIGN(r, cbor::Reader::create(payload, {.bytes = 4096, .depth = 3}));
    APRICOT_TRY_ASSIGN(pairs, r.map());
    if (pairs != 10 && pairs != 11) return malformed("the number of claims");
    GrantPublic g;
    APRICOT_TRY(key(r, Audience));
    APRICOT_TRY_ASSIGN(audience, r.fixed<OrganisationId>());
    APRICOT_TRY(key(r, Expiry));
    APRICOT_TRY_ASSIGN(expiry, r.integer());
    APRICOT_TRY(key(r, NotBefore));
    APRICOT_TRY_ASSIGN(notBefore, r.integer());
    APRICOT_TRY(key(r, Id));
    APRICOT_TRY_ASSIGN(id, r.fixed<GrantId>());
    APRICOT_TRY(key(r, Pseudonym));
    APRICOT_TRY_ASSIGN(pseudonym, r.fixed<VerifyKey>());
    APRICOT_TRY(key(r, Uses));
    APRICOT_TRY_ASSIGN(uses, number<std::uint32_t>(r));
    APRICOT_TRY(key(r, PurposeCode));
    APRICOT_TRY_ASSIGN(purpose, number<std::uint8_t>(r));
    APRICOT_TRY(key(r, Level));
    APRICOT_TRY_ASSIGN(level, number<std::uint8_t>(r));
    APRICOT_TRY(key(r, ChainId));
    APRICOT_TRY_ASSIGN(chainId, r.text());
    APRICOT_TRY(key(r, PrivateDigest));
    APRICOT_TRY_ASSIGN(digest, r.fixed<Digest>());
    if (pairs == 11) {
        APRICOT_TRY(key(r, Delegations));
        APRICOT_TRY_ASSIGN(count, r.array());
        if (count < 1 || count > maxDelegations) return malformed("the number of delegations");
        for (std::size_t i = 0; i < count; ++i) {
            APRICOT_TRY_ASSIGN(delegation, r.bytes());
            g.delegations.push_back(std::move(delegation));
        }
    }
    g.audience = audience;
    g.expiry = expiry;
    g.notBefore = notBefore;
    g.id = id;
    g.pseudonym = pseudonym;
    g.uses = uses;
    g.purpose = static_cast<Purpose>(purpose);
    g.level = level;
    g.chainId = std::move(chainId);
    g.privateDigest = digest;
    if (const auto complaint = complaintAbout(g)) return malformed(*complaint);
    return g;
}

// Locator, package hash, salt, text hash, inbox.
constexpr std::size_t fixedSize = 16 + 32 + 16 + 32 + 32;
constexpr std::string_view https = "https://";

// An array, not a map: no room for keys in a QR code. The level is the public part's.
Bytes encodePrivate(const GrantPrivate &p) {
    cbor::Writer w;
    w.array(9);
    w.unsignedInteger(p.scope.kinds);
    for (const auto &date : {p.scope.from, p.scope.until})
        if (date)
            w.integer(*date);
        else
            w.null();
    Bytes records;
    for (const RecordId &id : p.scope.records) append(records, id.view());
    Bytes fixed; // everything of a fixed length in one byte string, which saves the heads
    for (const ByteView part :
         {p.locator.view(), p.packageHash.view(), p.salt.view(), p.textHash.view(), p.inbox.view()})
        append(fixed, part);
    w.bytes(records).bytes(fixed).bytes(p.sealedHalf);
    w.unsignedInteger(p.textVersion).integer(p.eraseBy);
    // Hints, then the offset in quarters of an hour, in one array. A byte string is a hint without
    // its "https://".
    w.array(p.nodes.size() + 1);
    for (const std::string &node : p.nodes)
        if (node.starts_with(https))
            w.bytes(viewOf(std::string_view(node).substr(https.size())));
        else
            w.text(node);
    w.integer(p.utcOffsetMinutes / 15);
    return w.take();
}

Result<std::optional<UnixTime>> optionalTime(cbor::Reader &r) {
    if (r.next() == cbor::Reader::Type::Null) {
        APRICOT_TRY(r.null());
        return std::optional<UnixTime>{};
    }
    APRICOT_TRY_ASSIGN(time, r.integer());
    return std::optional<UnixTime>{time};
}

Result<std::string> node(cbor::Reader &r) {
    if (r.next() == cbor::Reader::Type::Bytes) {
        APRICOT_TRY_ASSIGN(rest, r.bytes());
        return std::string(https) + std::string(textOf(rest));
    }
    APRICOT_TRY_ASSIGN(text, r.text());
    if (text.starts_with(https)) return malformed("a node is not written in its short form");
    return text;
}

Result<GrantPrivate> readPrivate(ByteView encoded, std::uint8_t level) {
    APRICOT_TRY_ASSIGN(r, cbor::Reader::create(encoded, {.bytes = 32768, .depth = 3}));
    APRICOT_TRY_ASSIGN(items, r.array());
    if (items != 9) return malformed("the number of items in the private part");
    GrantPrivate p;
    p.scope.level = level;
    APRICOT_TRY_ASSIGN(kinds, number<std::uint16_t>(r));
    APRICOT_TRY_ASSIGN(from, optionalTime(r));
    APRICOT_TRY_ASSIGN(until, optionalTime(r));
    APRICOT_TRY_ASSIGN(records, r.bytes());
    if (records.size() % RecordId::size != 0) return malformed("the length of the named records");
    for (std::size_t at = 0; at < records.size(); at += RecordId::size)
        p.scope.records.push_back(*RecordId::from(ByteView(records).subspan(at, RecordId::size)));
    APRICOT_TRY_ASSIGN(fixed, r.bytes());
    if (fixed.size() != fixedSize) return malformed("the length of the fixed values");
    APRICOT_TRY_ASSIGN(sealedHalf, r.bytes());
    APRICOT_TRY_ASSIGN(textVersion, number<std::uint16_t>(r));
    APRICOT_TRY_ASSIGN(eraseBy, r.integer());
    APRICOT_TRY_ASSIGN(last, r.array());
    if (last < 1 || last > 5) return malformed("the number of nodes");
    for (std::size_t i = 1; i < last; ++i) {
        APRICOT_TRY_ASSIGN(hint, node(r));
        p.nodes.push_back(std::move(hint));
    }
    APRICOT_TRY_ASSIGN(quarters, r.integer());
    if (quarters < -48 || quarters > 56) return malformed("the UTC offset");
    p.scope.kinds = kinds;
    p.scope.from = from;
    p.scope.until = until;
    auto next = fixed.begin();
    const auto take = [&](auto &value) {
        std::copy_n(next, value.bytes.size(), value.bytes.begin());
        next += static_cast<std::ptrdiff_t>(value.bytes.size());
    };
    take(p.locator);
    take(p.packageHash);
    take(p.salt);
    take(p.textHash);
    take(p.inbox);
    p.sealedHalf = std::move(sealedHalf);
    p.textVersion = textVersion;
    p.eraseBy = eraseBy;
    p.utcOffsetMinutes = static_cast<int>(quarters) * 15;
    if (const auto complaint = complaintAbout(p)) return malformed(*complaint);
    return p;
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
    auto grant = readClaims(message->payload);
    if (!grant)
        return grant.error().code == Code::GrantMalformed ? grant.error()
                                                          : malformed(grant.error());
    return OpenedPublic{std::move(*message), std::move(*grant)};
}

Result<std::vector<Delegation>> checkedChain(const OpenedPublic &opened) {
    if (!cose::verifies(opened.message, opened.grant.pseudonym, viewOf(grantSigningContext)))
        return forged();
    return verifyChain(opened.grant);
}

} // namespace

Result<SignedGrant> signGrant(Grant &grant, const SigningKey &pseudonym) {
    grant.open.pseudonym = verifyKeyOf(pseudonym);
    if (const auto complaint = complaintAbout(grant.open)) return invalid(*complaint);
    if (const auto complaint = complaintAbout(grant.closed)) return invalid(*complaint);
    if (grant.closed.scope.level != grant.open.level) return invalid("the levels differ");
    if (grant.closed.eraseBy != 0 && grant.closed.eraseBy <= grant.open.notBefore)
        return invalid("to be erased before it begins");
    APRICOT_TRY_ASSIGN(chain, verifyChain(grant.open));
    APRICOT_TRY(covers(chain, grant.closed.scope));
    SignedGrant out;
    out.privatePart = encodePrivate(grant.closed);
    grant.open.privateDigest = sha256({grant.closed.salt.view(), out.privatePart});
    out.publicPart = cose::sign1(pseudonym, encodeClaims(grant.open), viewOf(grantSigningContext));
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

Result<VerifyKey> ownerOf(const GrantPublic &grant) {
    if (grant.delegations.empty()) return grant.pseudonym;
    APRICOT_TRY_ASSIGN(root, decodeDelegation(grant.delegations.front()));
    return root.from;
}

Result<Grant> verifyGrant(const SignedGrant &grant) {
    APRICOT_TRY_ASSIGN(opened, openPublic(grant.publicPart));
    APRICOT_TRY_ASSIGN(chain, checkedChain(opened));
    auto closed = readPrivate(grant.privatePart, opened.grant.level);
    if (!closed)
        return closed.error().code == Code::GrantMalformed ? closed.error()
                                                           : malformed(closed.error());
    if (sha256({closed->salt.view(), grant.privatePart}) != opened.grant.privateDigest)
        return fail(Code::GrantPartsDiffer);
    if (closed->eraseBy != 0 && closed->eraseBy <= opened.grant.notBefore)
        return malformed("to be erased before it begins");
    APRICOT_TRY(covers(chain, closed->scope));
    return Grant{std::move(opened.grant), std::move(*closed)};
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
    if (!parts && parts.error().code != Code::GrantMalformed) return malformed(parts.error());
    return parts;
}

std::string grantToText(const SignedGrant &grant) {
    return std::string(grantPrefix) + toBase45(encodeGrant(grant));
}

Result<SignedGrant> grantFromText(std::string_view text) {
    const auto notAGrant = [](std::string what) { return fail(Code::NotAGrant, std::move(what)); };
    if (!text.starts_with(grantPrefix)) return notAGrant("another prefix");
    if (text.size() > 100000) return notAGrant("too long");
    const auto encoded = fromBase45(text.substr(grantPrefix.size()));
    if (!encoded) return malformed(encoded.error());
    return decodeGrant(*encoded);
}

} // namespace apricot
