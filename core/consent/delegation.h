// SPDX-License-Identifier: GPL-3.0-or-later
// A delegation: one key trusts another to sign grants in its place (a daughter for her mother),
// within limits. Chains are at most three long, and every link is narrower than the one above it.
// COSE_Sign1 (RFC 9052) over CWT claims (RFC 8392), signed by `from`.
#pragma once

#include "consent/grant.h"

namespace apricot {

inline constexpr UnixTime longestDelegation = 5LL * 366 * 86400; // seconds

struct Delegation {
    DelegationId id;
    VerifyKey from, to;                     // `from` signs; `to` may sign grants in its place
    std::optional<OrganisationId> audience; // nothing: any organisation
    std::uint16_t kinds = 0;                // bit (Kind - 1)
    std::uint16_t purposes = 0;             // bit (Purpose - 1)
    std::uint8_t level = 1;                 // highest sensitivity
    UnixTime notBefore = 0, expiry = 0;     // grants made under it lie within
    std::string chainId;
    std::uint8_t depth = 0; // how many further links may hang below: 0 to 2
};

// Fills `from`. DelegationInvalid when the limits make no sense.
[[nodiscard]] Result<Bytes> signDelegation(Delegation &delegation, const SigningKey &from);
// Without the signature check. DelegationRefused.
[[nodiscard]] Result<Delegation> decodeDelegation(ByteView signedDelegation);
[[nodiscard]] Result<Delegation> verifyDelegation(ByteView signedDelegation);

// The grant's chain, root first, each signature verified, each link hanging on the one above and no
// wider, the last one letting this grant's signer do this. DelegationRefused. Empty: no delegation.
[[nodiscard]] Result<std::vector<Delegation>> verifyChain(const GrantPublic &grant);
// Whether the chain allows the scope (private part: only the clinic and the signer can ask).
[[nodiscard]] Result<> covers(const std::vector<Delegation> &chain, const Scope &scope);
// Whether that key may end link `index`: whoever signed it, or any link above it.
[[nodiscard]] bool mayRevoke(const std::vector<Delegation> &chain, std::size_t index,
                             const VerifyKey &who);

} // namespace apricot
