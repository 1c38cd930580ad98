// SPDX-License-Identifier: GPL-3.0-or-later
// How a clinic asks a mailbox for a package: COSE_Sign1 by a desk key over what it asks for and
// when.
#pragma once

#include "base/random.h"
#include "consent/grant.h"

namespace apricot {

struct CollectRequest {
    decltype(GrantPrivate::locator) locator;
    OrganisationId organisation;
    VerifyKey desk; // who signs
    UnixTime time = 0;
    FixedBytes<struct CollectNonceTag, 16> nonce;
};

// Requests are good for this long either way of the mailbox's clock.
inline constexpr UnixTime collectWindow = 300; // seconds

[[nodiscard]] Bytes signCollectRequest(CollectRequest request, const SigningKey &desk);
// CollectRequestMalformed, also when the signature is not the desk key's.
[[nodiscard]] Result<CollectRequest> verifyCollectRequest(ByteView request);

} // namespace apricot
