// SPDX-License-Identifier: GPL-3.0-or-later
// A request that goes through a second operator: the relay sees who asks and not what, the node
// sees what is asked and not by whom. After the shape of Oblivious HTTP (RFC 9458): the request is
// sealed to the node's relay key together with a fresh key for the answer; both are padded to a few
// sizes. It is no RFC 9458 wire: sealed boxes and XChaCha20-Poly1305 stand for HPKE.
#pragma once

#include "base/random.h"
#include "crypto/keys.h"
#include "net/http.h"

#include <functional>
#include <memory>

namespace apricot::gateway {

// Bytes, once padded; a request or an answer that is larger does not go by relay.
inline constexpr std::array<std::size_t, 4> relayedRequestSizes{1024, 4096, 16384, 65536};
inline constexpr std::array<std::size_t, 5> relayedAnswerSizes{4096, 32768, 131072, 1U << 20U,
                                                               4U << 20U};

// A request's wire at most.
inline constexpr std::size_t largestRelayed = 8 + 48 + 32 + relayedRequestSizes.back();

struct SealedRequest {
    Bytes wire; // key id (8) | sealed box (the answer's key, then the request)
    SymmetricKey answerKey;
};
// GatewayMessageMalformed: too large.
[[nodiscard]] Result<SealedRequest> sealRequest(const SealKey &node,
                                                const net::HttpRequest &request, Random &random);
struct OpenedRequest {
    net::HttpRequest request; // `from` is empty: nobody knows
    SymmetricKey answerKey;
};
// GatewayMessageMalformed: for another key, changed, or no request.
[[nodiscard]] Result<OpenedRequest> openRequest(const OpenKey &key, ByteView wire);
// Bound to the request by its key. GatewayMessageMalformed: too large.
[[nodiscard]] Result<Bytes> sealAnswer(const SymmetricKey &key, const net::HttpAnswer &answer,
                                       Random &random);
// GatewayMessageMalformed, CiphertextRejected.
[[nodiscard]] Result<net::HttpAnswer> openAnswer(const SymmetricKey &key, ByteView wire);

// The node's side: opens, answers, seals.
using Answer = std::function<net::HttpAnswer(const net::HttpRequest &)>;
[[nodiscard]] Result<Bytes> answerRelayed(const OpenKey &key, ByteView wire, const Answer &answer,
                                          Random &random);

// The phone's side, as a connection: to `node` by way of `relay`, which knows the node by its name.
// The relay and the randomness must outlive it.
[[nodiscard]] std::unique_ptr<net::HttpClient>
relayedThrough(net::HttpClient &relay, std::string node, const SealKey &nodeKey, Random &random);

} // namespace apricot::gateway
