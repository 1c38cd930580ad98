// SPDX-License-Identifier: GPL-3.0-or-later
// The grant: a patient's signed, time-limited consent. COSE_Sign1 (EdDSA, RFC 9052) over CWT claims
// (RFC 8392), in two parts: the public one goes on chain, the private one only to the clinic. The
// public part carries a salted digest of the private part, so that neither can be exchanged.
//
// What is refused, in making and in reading: a time outside the years 1970 to 9999, an expiry not
// after notBefore or more than longestGrant later, uses outside 1 to 1000, a level outside 1 to 5,
// an unknown purpose or kind, a chain id that is not 1 to 32 visible ASCII characters, more than 3
// delegations, a scope that opens nothing or whose level is not the public one, more than 4 node
// hints or one that is not 1 to 64 visible ASCII characters.
#pragma once

#include "base/result.h"
#include "crypto/keys.h"
#include "terms/purpose.h"
#include "terms/scope.h"

namespace apricot {

inline constexpr UnixTime longestGrant = UnixTime{366} * 86400; // seconds
inline constexpr std::uint32_t mostUses = 1000;
inline constexpr std::size_t longestChainId = 32;
inline constexpr std::size_t maxDelegations = 3;

struct GrantPublic {
    VerifyKey pseudonym; // who signs
    GrantId id;
    OrganisationId audience;
    UnixTime notBefore = 0, expiry = 0; // notBefore <= t < expiry
    std::uint32_t uses = 1;
    Purpose purpose = Purpose::Treatment;
    std::uint8_t level = 1; // highest sensitivity opened
    std::string chainId;
    Digest privateDigest;           // SHA-256(salt | encoded private part)
    std::vector<Bytes> delegations; // signed delegations (consent/delegation.h), root first; <= 3
};

struct GrantPrivate {
    Scope scope;
    FixedBytes<struct LocatorTag, 16> locator; // where the package waits
    Digest packageHash;                        // SHA-256 of the package file
    Bytes sealedHalf; // first half of the content key, sealed to the clinic
    Salt16 salt;
    std::uint16_t textVersion = 1;  // consent/text.h
    Digest textHash;                // SHA-256 of the consent text in both languages
    UnixTime eraseBy = 0;           // 0: not asked for; else after notBefore
    SealKey inbox;                  // where the clinic may write back
    std::vector<std::string> nodes; // hints, may be empty
    int utcOffsetMinutes = 0;       // the person's, a multiple of 15: the text states local times
};

struct Grant {
    GrantPublic open;    // public part
    GrantPrivate closed; // private part
};

// A grant as it travels: signed bytes of both parts.
struct SignedGrant {
    Bytes publicPart;  // COSE_Sign1: what is redeemed on chain
    Bytes privatePart; // CBOR
};

// Fills open.pseudonym and open.privateDigest, checks the grant (GrantInvalid) and signs it.
[[nodiscard]] Result<SignedGrant> signGrant(Grant &grant, const SigningKey &pseudonym);

// Public part alone, as the ledger sees it: decoded, well-formed, signature and delegations
// verified. GrantMalformed, GrantForged, DelegationRefused.
[[nodiscard]] Result<GrantPublic> verifyPublicPart(ByteView publicPart);
// Decoded without the signature check (for a ledger that checks signatures in batches before).
[[nodiscard]] Result<GrantPublic> decodePublicPart(ByteView publicPart);
// What the signature of a public part and of a delegation is bound to besides its bytes (external
// additional data, RFC 9052 section 4.3), so that one is never taken for the other.
inline constexpr std::string_view grantSigningContext = "apricot grant 1";
inline constexpr std::string_view delegationSigningContext = "apricot delegation 1";
// Whose records: the first delegator, or who signed when nobody delegated. For a verified part.
[[nodiscard]] Result<VerifyKey> ownerOf(const GrantPublic &grant);
// Both parts, as the clinic sees them; also GrantPartsDiffer when they do not belong together.
[[nodiscard]] Result<Grant> verifyGrant(const SignedGrant &grant);

// One byte string for QR codes and messages, deterministic: [claims, signature, privatePart]; the
// constant frame of the COSE_Sign1 is put back in reading.
[[nodiscard]] Bytes encodeGrant(const SignedGrant &grant);
[[nodiscard]] Result<SignedGrant> decodeGrant(ByteView encoded);

inline constexpr std::string_view grantPrefix = "APRICOT:1:";
// Encoded bytes that fit one QR code of version 22-M: 1134 alphanumeric characters, less the
// prefix.
inline constexpr std::size_t grantQrBudget = 749;
[[nodiscard]] std::string grantToText(const SignedGrant &grant);        // "APRICOT:1:" + base45
[[nodiscard]] Result<SignedGrant> grantFromText(std::string_view text); // NotAGrant

} // namespace apricot
