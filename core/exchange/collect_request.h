// SPDX-License-Identifier: GPL-3.0-or-later
// What a desk signs to be handed a package by a mailbox, or a share by a node: COSE_Sign1 over whom
// it asks, for what, and when.
#pragma once

#include "exchange/sealed_shares.h"

#include <optional>

namespace apricot {

using Locator = decltype(GrantPrivate::locator);
using CollectNonce = FixedBytes<struct CollectNonceTag, 16>;

struct WantedShare {
    Bytes publicPart; // the redeemed grant's
    AskedShare share;
};

struct CollectRequest {
    VerifyKey host; // who is asked: elsewhere it is worth nothing
    OrganisationId organisation;
    VerifyKey desk; // who signs
    UnixTime time = 0;
    CollectNonce nonce;
    std::optional<Locator> package; // one of the two
    std::optional<WantedShare> share;
};

// Requests are good for this long either way of the host's clock, and once.
inline constexpr UnixTime collectWindow = 300; // seconds

[[nodiscard]] Bytes signCollectRequest(CollectRequest request, const SigningKey &desk);
// CollectRequestMalformed, also when the signature is not the desk key's.
[[nodiscard]] Result<CollectRequest> verifyCollectRequest(ByteView request);

} // namespace apricot
