// SPDX-License-Identifier: GPL-3.0-or-later
// Who takes part in a load on a consortium: keys from a fixed seed, so that a genesis file can name
// their administrator before they act.
#pragma once

#include "../ledger/parties.h"
#include "gateway/nodes.h"

#include <chrono>
#include <cstdio>
#include <fstream>

namespace apricot::load {

inline double secondsNow() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

struct Scene : Parties {
    explicit Scene(std::string chain, std::uint64_t seed = 7) {
        chainId = std::move(chain);
        random = SeededRandom(seed ^ static_cast<std::uint64_t>(SystemClock().now()));
        clock.set(SystemClock().now());
    }
    // A grant by a person of its own, as in life.
    [[nodiscard]] Bytes freshGrant() {
        patient = key();
        clock.set(SystemClock().now());
        return publicPart(grant());
    }
};

[[nodiscard]] inline gateway::Nodes connect(const std::vector<std::string> &addresses,
                                            const std::string &authority) {
    gateway::Nodes out;
    for (const std::string &address : addresses) {
        net::ClientOptions options;
        options.authority = authority;
        auto http = net::connectHttp(address, options);
        if (!http) std::abort();
        out.push_back(std::make_unique<gateway::Node>(std::move(*http)));
    }
    return out;
}

int races(const std::vector<std::string> &words);      // race.cpp
int check(const std::vector<std::string> &words);      // check.cpp
int throughput(const std::vector<std::string> &words); // throughput.cpp
int ends(const std::vector<std::string> &words);       // ends.cpp
int keptGrants(const std::vector<std::string> &words); // kept.cpp

// "a,b" as {"a", "b"}.
[[nodiscard]] inline std::vector<std::string> split(const std::string &text) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(',', at), text.size());
        if (end > at) out.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

} // namespace apricot::load
