// SPDX-License-Identifier: GPL-3.0-or-later
// What may be asked of a node, and how much: the one table by which a node refuses and whoever asks
// it stops to listen.
#pragma once

#include "exchange/notices.h"
#include "gateway/relay.h"
#include "ledger/prefix_proof.h"
#include "ledger/transaction.h"

#include <array>
#include <chrono>
#include <string_view>

namespace apricot::gateway {

// Bytes.
inline constexpr std::size_t packageBytes = std::size_t{64} << 20U; // of one package
inline constexpr std::size_t eventBytes = std::size_t{4} << 20U; // of events' blocks but the last
inline constexpr std::size_t largestBlock = std::size_t{4} << 20U;
inline constexpr std::size_t largestCollectRequest = 20'480; // a grant's public part in it
inline constexpr std::size_t offsetBytes = 8;                // big-endian

struct RouteLimits {
    std::string_view method, path;
    std::size_t largestBody, largestAnswer; // bytes; an error's answer is at most net::smallBody
    // For an answer without the time that its bytes take; 0: as ClientOptions. One rule by relay
    // too: whoever asks the relay waits as for the route itself, and the relay, which cannot see
    // which it is, as long as the longest of them.
    std::chrono::seconds within{0};
};

namespace route_table {
inline constexpr std::size_t none = 0, small = net::smallBody;
inline constexpr std::size_t page = std::size_t{1} << 20U;                     // and a light block
inline constexpr std::size_t relayedAnswer = relayedAnswerSizes.back() + 1024; // sealed
inline constexpr std::chrono::seconds forABlock{30};
} // namespace route_table

inline constexpr std::array<RouteLimits, 14> routes{{
    {"GET", "/v1/ledger", route_table::none, route_table::small},
    {"GET", "/v1/light-block", route_table::none, route_table::page},
    {"GET", "/v1/events", route_table::none, eventBytes + largestBlock + route_table::small},
    // Values, their keys and the proof.
    {"GET", "/v1/states", route_table::none, mostPrefixBytes + route_table::page},
    {"POST", "/v1/transactions", largestTransaction, route_table::small, route_table::forABlock},
    {"POST", "/v1/packages", packageBytes, route_table::small},
    {"POST", "/v1/packages/collect", largestCollectRequest, packageBytes},
    {"GET", "/v1/shares", route_table::none, route_table::small},
    {"POST", "/v1/shares", largestCollectRequest, route_table::small},
    {"POST", "/v1/inbox", SealKey::size + largestMessage, route_table::small},
    {"GET", "/v1/notices", route_table::none, route_table::page},
    {"POST", "/v1/messages", Digest::size + offsetBytes, route_table::page},
    {"POST", "/v1/relay", largestRelayed, route_table::relayedAnswer},
    {"POST", "/v1/relayed", largestRelayed, route_table::relayedAnswer, route_table::forABlock},
}};

// What a relay's own work may add to the time that a route has.
inline constexpr std::chrono::seconds carryingTakes{5};

// `path` without its query; none: no such request.
[[nodiscard]] constexpr const RouteLimits *limitsOf(std::string_view method,
                                                    std::string_view path) {
    for (const RouteLimits &route : routes)
        if (route.method == method && route.path == path) return &route;
    return nullptr;
}
// No relay of relays, and nothing whose answer might be too large to be sealed: it would be made in
// vain.
[[nodiscard]] constexpr bool goesByRelay(const RouteLimits &route) {
    return !route.path.starts_with("/v1/relay")
           && route.largestAnswer + net::smallBody <= relayedAnswerSizes.back();
}
// As whoever asks a node sends it: with its route's limits. A time of its own stays.
[[nodiscard]] net::HttpRequest bounded(net::HttpRequest request);

} // namespace apricot::gateway
