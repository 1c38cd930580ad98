// SPDX-License-Identifier: GPL-3.0-or-later
// A delegation: one key trusts another to sign grants in its place (a daughter for her mother),
// within limits. Chains are at most two long, and every link is narrower than the one above it.
// COSE_Sign1 (RFC 9052) over CWT claims (RFC 8392), signed by `from`.
//
// The root's `from` is the owner's pseudonym at the audience; `to` is a key that the delegate uses
// for this delegation alone. Times are whole UTC days and kinds stand as a salted digest, so that a
// bundle of delegations made together has no fingerprint on chain.
#pragma once

#include "consent/grant.h"

namespace apricot {

inline constexpr UnixTime longestDelegation = 5LL * 366 * 86400; // seconds
inline constexpr UnixTime longestSpare = 31LL * 86400;           // of one without an audience

struct Delegation {
    DelegationId id;
    VerifyKey from, to; // `from` signs; `to` may sign grants in its place
    // Nothing: a spare, for an organisation that is not known yet. The ledger binds it to the one
    // that redeems first.
    std::optional<OrganisationId> audience;
    std::uint16_t purposes = 0;         // bit (Purpose - 1)
    Level level = 1;                    // highest sensitivity
    UnixTime notBefore = 0, expiry = 0; // whole UTC days; grants made under it lie within
    std::string chainId;
    std::uint8_t depth = 0; // how many further links may hang below: 0 or 1
    Digest closed;          // of its DelegationOpening
};

// Fills `from` and `closed`. DelegationInvalid when the limits make no sense.
[[nodiscard]] Result<Bytes> signDelegation(Delegation &delegation, const DelegationOpening &opening,
                                           const SigningKey &from);
// Without the signature check. DelegationRefused.
[[nodiscard]] Result<Delegation> decodeDelegation(ByteView signedDelegation);
[[nodiscard]] Result<Delegation> verifyDelegation(ByteView signedDelegation);

// The grant's chain, root first, each signature verified: the root's `from` the grant's subject,
// each link hanging on the one above and no wider, the last one letting this grant's signer do
// this. Without delegations the signer is the subject. DelegationRefused.
[[nodiscard]] Result<std::vector<Delegation>> verifyChain(const GrantPublic &grant);
// Whether the chain allows what the private part opens, and lets the clinic write back to nobody
// but the subject (only the clinic and the signer can ask). DelegationRefused.
[[nodiscard]] Result<> covers(const std::vector<Delegation> &chain, const GrantPrivate &grant);

} // namespace apricot
