// SPDX-License-Identifier: GPL-3.0-or-later
// What a node answers to clinics and phones: these few requests and no other. Pure: a request in,
// an answer out; net/http.h carries them. The requests: README.md.
// Keys of inboxes stand in bodies, never in a path that something on the way writes
// down.
#pragma once

#include "comet/light_client.h"
#include "exchange/mailbox.h"
#include "gateway/messages.h"
#include "gateway/rates.h"
#include "gateway/routes.h"
#include "ledger/ledger.h"
#include "net/http.h"

#include <mutex>

namespace apricot::gateway {

class RelayServer; // gateway/relay_server.h

struct Services {
    Ledger &ledger;
    Mailbox &mailbox;
    comet::LightBlockSource *lightBlocks = nullptr; // of a consortium's node
    std::function<Height()> height;                 // the last committed block's
    // Accepted transactions, block by block from a height on; at most so many blocks, and none more
    // once the transactions have so many bytes. Takes as long as those blocks, not as the chain.
    std::function<Result<std::vector<BlockEvents>>(Height from, std::size_t blocks,
                                                   std::size_t bytes)>
        events;
    RelayServer *relay = nullptr; // none: carries nothing
};

struct Limits {
    double requestsPerSecond = 50; // of one machine
    double burst = 200;
    std::size_t machinesRemembered =
        10'000; // then the one that has been quiet longest is forgotten
};

struct Counted {
    std::uint64_t answered = 0, refused = 0, limited = 0;
};

class GatewayServer {
  public:
    GatewayServer(Services services, const Clock &clock, const Limits &limits = {});

    // Whether to read the request's body at all: the machine's rate, the route, the route's size.
    // Thread-safe, and quick.
    [[nodiscard]] net::Judgement judge(const net::HttpRequest &head, std::uint64_t length);
    // What was judged fit. Thread-safe. Destroys the body when it has been read.
    [[nodiscard]] net::HttpAnswer answer(net::HttpRequest &request);
    [[nodiscard]] Counted counted() const;

  private:
    using Answer = Result<net::HttpAnswer>;
    struct Handlers; // one for each of `routes`
    [[nodiscard]] static std::optional<net::HttpAnswer> refusalOf(const net::HttpRequest &head,
                                                                  std::uint64_t length);
    // Not counted: a carried request counts once, with the one that carried it.
    [[nodiscard]] Answer handled(net::HttpRequest &request);
    void count(std::uint64_t Counted::*as);

    [[nodiscard]] Answer describe(net::HttpRequest &request);
    [[nodiscard]] Answer submit(net::HttpRequest &request);
    [[nodiscard]] Answer states(net::HttpRequest &request);
    [[nodiscard]] Answer lightBlock(net::HttpRequest &request);
    [[nodiscard]] Answer events(net::HttpRequest &request);
    [[nodiscard]] Answer deposit(net::HttpRequest &request);
    [[nodiscard]] Answer collect(net::HttpRequest &request);
    [[nodiscard]] Answer host(net::HttpRequest &request);
    [[nodiscard]] Answer release(net::HttpRequest &request);
    [[nodiscard]] Answer post(net::HttpRequest &request);
    [[nodiscard]] Answer notices(net::HttpRequest &request);
    [[nodiscard]] Answer message(net::HttpRequest &request);
    [[nodiscard]] Answer carry(net::HttpRequest &request);
    [[nodiscard]] Answer carried(net::HttpRequest &request);
    [[nodiscard]] net::HttpAnswer answerCarried(OpenedRequest &opened, const std::string &from);

    Services m_services;
    const Clock &m_clock;
    Rates m_rates;
    mutable std::mutex m_mutex;
    Counted m_counted;
};

} // namespace apricot::gateway
