// SPDX-License-Identifier: GPL-3.0-or-later
// What a node answers to clinics and phones: these few requests and no other. Pure: a request in,
// an answer out; net/http.h carries them. The requests: README.md.
#pragma once

#include "comet/light_client.h"
#include "exchange/mailbox.h"
#include "gateway/messages.h"
#include "ledger/ledger.h"
#include "net/http.h"

#include <map>
#include <mutex>

namespace apricot::gateway {

struct Services {
    Ledger &ledger;
    Mailbox &mailbox;
    comet::LightBlockSource *lightBlocks = nullptr; // of a consortium's node
    std::function<Height()> height;                 // the last committed block's
    // Accepted transactions, block by block from a height on; at most so many blocks.
    std::function<Result<std::vector<BlockEvents>>(Height from, std::size_t most)> events;
    // Waits for a block that is about to come, a few seconds at most: a witness may be a moment
    // behind. May be empty.
    std::function<void(Height)> await = {};
};

struct Limits {
    double requestsPerSecond = 50; // of one machine
    double burst = 200;
    std::size_t machinesRemembered = 10'000;
    std::size_t packageBytes = std::size_t{64} << 20U;
};

struct Counted {
    std::uint64_t answered = 0, refused = 0, limited = 0;
};

class GatewayServer {
  public:
    GatewayServer(Services services, const Clock &clock, Limits limits = {})
        : m_services(std::move(services)), m_clock(clock), m_limits(limits) {}

    // Thread-safe.
    [[nodiscard]] net::HttpAnswer answer(const net::HttpRequest &request);
    [[nodiscard]] Counted counted() const;

  private:
    [[nodiscard]] bool isWithinRate(const std::string &machine);
    [[nodiscard]] Result<net::HttpAnswer> route(const net::HttpRequest &request);
    [[nodiscard]] net::HttpAnswer describe();
    [[nodiscard]] Result<net::HttpAnswer> submit(ByteView transaction);
    [[nodiscard]] Result<net::HttpAnswer> states(const std::string &path);
    [[nodiscard]] Result<net::HttpAnswer> lightBlock(const std::string &path);
    [[nodiscard]] Result<net::HttpAnswer> events(const std::string &path);
    [[nodiscard]] Result<net::HttpAnswer> deposit(ByteView body);
    [[nodiscard]] Result<net::HttpAnswer> collect(ByteView request);
    [[nodiscard]] Result<net::HttpAnswer> inbox(const net::HttpRequest &request);

    struct Bucket {
        double tokens = 0;
        UnixTime filled = 0;
    };

    Services m_services;
    const Clock &m_clock;
    Limits m_limits;
    mutable std::mutex m_mutex;
    std::map<std::string, Bucket> m_buckets;
    Counted m_counted;
};

} // namespace apricot::gateway
