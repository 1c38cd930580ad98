// SPDX-License-Identifier: GPL-3.0-or-later
// A delegation: one key trusts another to sign grants in its place (a daughter for her mother),
// within limits. Chains are at most three long, and every link is narrower than the one above it.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "consent/scope.h"
#include "crypto/keys.h"

namespace apricot {

inline constexpr std::size_t maxDelegations = 3;

struct Delegation {
    VerifyKey from, to; // `from` signs; `to` may sign in its place
    FixedBytes<struct DelegationIdTag, 16> id;
    std::uint8_t level = 1;             // highest sensitivity `to` may open
    std::uint16_t purposes = 0;         // bit (Purpose - 1)
    UnixTime notBefore = 0, expiry = 0; // of the grants made under it: within these
    std::uint8_t furtherLinks = 0;      // how many more links may hang below, 0 to 2
    [[nodiscard]] bool has(Purpose purpose) const {
        return (purposes >> (static_cast<unsigned>(purpose) - 1U)) & 1U;
    }
};

// COSE_Sign1 by `key`, whose public half becomes `from`. GrantInvalid when the limits make no
// sense.
[[nodiscard]] Result<Bytes> signDelegation(Delegation &delegation, const SigningKey &key);
// Decoded and its own signature verified. GrantMalformed, GrantForged.
[[nodiscard]] Result<Delegation> verifyDelegation(ByteView signedDelegation);

// What a grant wants to do under a chain.
struct DelegatedUse {
    VerifyKey signer;
    std::uint8_t level;
    Purpose purpose;
    UnixTime notBefore, expiry;
};
// Root first. DelegationRefused unless each link hangs on the one above and is no wider, and the
// last one lets `use` happen. An empty chain lets everything happen.
[[nodiscard]] Result<> checkChain(const std::vector<Bytes> &chain, const DelegatedUse &use);

} // namespace apricot
