// SPDX-License-Identifier: GPL-3.0-or-later
// A request that goes through a second operator: the relay sees who asks and not what, the node
// sees what is asked and not by whom. After the shape of Oblivious HTTP (RFC 9458): the request is
// sealed to the node's relay key together with a fresh key for the answer; both are padded to a few
// sizes. It is no RFC 9458 wire: sealed boxes and XChaCha20-Poly1305 stand for HPKE. The relay key
// is the node's key of the month, which stands in the state with a proof: no relay can put its own
// there.
#pragma once

#include "base/clock.h"
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

// Seconds that a request's time may be off from the node's: an older one is not answered, one
// within is answered once.
inline constexpr UnixTime relayedWithin = 120;

// A request's wire at most.
inline constexpr std::size_t largestRelayed = 8 + 48 + 32 + relayedRequestSizes.back();

struct SealedRequest {
    Bytes wire; // key id (8) | sealed box (the answer's key, then the request)
    SymmetricKey answerKey;
};
// GatewayMessageMalformed: too large.
[[nodiscard]] Result<SealedRequest>
sealRequest(const SealKey &node, const net::HttpRequest &request, UnixTime now, Random &random);
// Whether it says that it is sealed to this key.
[[nodiscard]] bool isFor(const OpenKey &key, ByteView wire);
struct OpenedRequest {
    net::HttpRequest request; // `from` is empty: nobody knows
    UnixTime asked = 0;
    SymmetricKey answerKey;
};
// GatewayMessageMalformed: for another key, changed, or no request.
[[nodiscard]] Result<OpenedRequest> openRequest(const OpenKey &key, ByteView wire);
// Bound to the request by its key. GatewayMessageMalformed: too large.
[[nodiscard]] Result<Bytes> sealAnswer(const SymmetricKey &key, const net::HttpAnswer &answer,
                                       Random &random);
// GatewayMessageMalformed, CiphertextRejected.
[[nodiscard]] Result<net::HttpAnswer> openAnswer(const SymmetricKey &key, ByteView wire);

// "host:port" of a node as it stands in the state, as an address to connect to.
[[nodiscard]] std::string connectable(const std::string &address);

// Nobody to carry it, or nobody to carry it to.
[[nodiscard]] Error relayUnavailable(std::string why);

// How a node says, unsealed and to the relay, that what was carried was not sealed to it, or was
// changed: 421, Misdirected Request (RFC 9110), and nothing else has it. Whatever it could open it
// answers sealed, a refusal too.
inline constexpr int misfitStatus = 421;

// The phone's side, as a connection: to `node` (hex of its id in the state) by way of `relay`. The
// relay, the clock and the randomness must outlive it. The relay is waited for as long as the node
// itself would be, and where that is long, for `carryingTakes` more (routes.h).
[[nodiscard]] std::unique_ptr<net::HttpClient> relayedThrough(net::HttpClient &relay,
                                                              std::string node,
                                                              const SealKey &nodeKey,
                                                              const Clock &clock, Random &random);

} // namespace apricot::gateway
