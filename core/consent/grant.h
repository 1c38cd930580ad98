// SPDX-License-Identifier: GPL-3.0-or-later
// The grant: a patient's signed, time-limited consent. COSE_Sign1 (EdDSA, RFC 9052) over CWT claims
// (RFC 8392), in two parts: the public one goes on chain, the private one only to the clinic. The
// public part carries a salted digest of the private part, so that neither can be exchanged.
//
// What is refused, in making and in reading: a time outside the years 1970 to 9999, an expiry not
// after notBefore or more than longestGrant later, uses outside 1 to 1000, a level outside 1 to 5,
// an unknown purpose or kind, a chain id that is not 1 to 32 visible ASCII characters, more than 2
// delegations, a scope that opens nothing or contradicts itself or whose level is not the public
// one, share holders other than 0 or 3 to 7, more than 4 node hints or one that is not 1 to 64
// visible ASCII characters.
#pragma once

#include "base/result.h"
#include "codec/fields.h"
#include "crypto/keys.h"
#include "terms/purpose.h"
#include "terms/scope.h"

namespace apricot {

inline constexpr UnixTime longestGrant = UnixTime{366} * 86400; // seconds
inline constexpr std::uint32_t mostUses = 1000;
inline constexpr std::size_t longestChainId = 32;
inline constexpr std::size_t maxDelegations = 2;
inline constexpr std::uint8_t fewestShareHolders = 3, mostShareHolders = 7;

struct GrantPublic {
    VerifyKey subject; // whose records: the owner's pseudonym at this audience
    VerifyKey signer;  // who signed: the subject, unless somebody decides for them
    GrantId id;
    OrganisationId audience;
    UnixTime notBefore = 0, expiry = 0; // notBefore <= t < expiry
    std::uint32_t uses = 1;
    Purpose purpose = Purpose::Treatment;
    std::uint8_t level = 1; // highest sensitivity opened
    std::string chainId;
    Digest privateDigest;           // SHA-256(salt | encoded private part)
    std::vector<Bytes> delegations; // signed delegations (consent/delegation.h), root first; <= 2
};

// What a delegation's digest closes off from the chain; its audience gets it with each grant.
struct DelegationOpening {
    Salt16 salt;
    std::uint16_t kinds = 0;             // bit (Kind - 1): which the delegate may open
    SealKey inbox;                       // the subject's: where clinics write back to
    [[nodiscard]] Digest digest() const; // SHA-256(salt | kinds, big-endian | inbox)
    bool operator==(const DelegationOpening &) const = default;
};

// Numbers of the private part's extensions. Below firstIgnored, whoever does not know one refuses
// the grant (GrantTooNew); from there on it may be ignored. None is used yet; these are taken.
enum class GrantExtension : std::uint64_t {
    SealedIdentity = 1, // the patient's name and number, for the audience's chart
    Renews = 2,         // the grant that this one renews
    Feed = 3            // records follow under this grant
};
inline constexpr std::uint64_t firstIgnoredExtension = 64;

struct GrantPrivate {
    Scope scope;
    FixedBytes<struct LocatorTag, 16> locator; // where the package waits
    Digest packageHash;                        // SHA-256 of the package file
    Bytes sealedHalf; // first half of the content key, sealed to the clinic
    Salt16 salt;
    std::uint16_t textVersion = 1;     // consent/text.h
    Digest textHash;                   // SHA-256 of the consent text in both languages
    UnixTime eraseBy = 0;              // 0: not asked for; else after notBefore
    SealKey inbox;                     // where the clinic may write back
    std::vector<std::string> nodes;    // hints: addresses without "https://"; may be empty
    std::int16_t utcOffsetMinutes = 0; // the person's, a multiple of 15: the text has local times
    // How many node operators, none of them the audience, hold shares of the second half of the
    // content key: 3 to 7. 0: the audience's own host releases it, and nothing is promised.
    std::uint8_t shareHolders = 0;
    std::vector<DelegationOpening> openings; // one a delegation, root first
    cbor::Items extensions;                  // GrantExtension
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

// Fills open.signer, open.subject (the root delegation's giver, else the signer) and
// open.privateDigest, checks the grant (GrantInvalid, DelegationRefused) and signs it.
[[nodiscard]] Result<SignedGrant> signGrant(Grant &grant, const SigningKey &signer);

// Public part alone, as the ledger sees it: decoded, well-formed, signature and delegations
// verified. GrantMalformed, GrantForged, DelegationRefused.
[[nodiscard]] Result<GrantPublic> verifyPublicPart(ByteView publicPart);
// Decoded without the signature check (for a ledger that checks signatures in batches before).
[[nodiscard]] Result<GrantPublic> decodePublicPart(ByteView publicPart);
// What the signature of a public part and of a delegation is bound to besides its bytes (external
// additional data, RFC 9052 section 4.3), so that one is never taken for the other.
inline constexpr std::string_view grantSigningContext = "apricot grant 1";
inline constexpr std::string_view delegationSigningContext = "apricot delegation 1";
// Both parts, as the clinic sees them; also GrantPartsDiffer when they do not belong together, and
// GrantTooNew.
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
