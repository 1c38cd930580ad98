// SPDX-License-Identifier: GPL-3.0-or-later
// A hospital's node, composed: the ledger (embedded, or CometBFT's application), the mailbox, the
// gateway, and what an operator looks at.
#pragma once

#include "base/lock.h"
#include "comet/abci_server.h"
#include "comet/node_ledger.h"
#include "exchange/host_keys.h"
#include "exchange/mailbox.h"
#include "gateway/gateway_server.h"
#include "gateway/relay_server.h"
#include "node/options.h"

#include <filesystem>
#include <list>

namespace apricot::node {

// The last block's time, by which a node's keys turn: what a machine's wrong clock deletes is gone.
// Before the first block it is the machine's.
class BlockClock final : public Clock {
  public:
    BlockClock(std::function<UnixTime()> block, const Clock &machine)
        : m_block(std::move(block)), m_machine(machine) {}
    [[nodiscard]] UnixTime now() const override {
        const UnixTime time = m_block();
        return time != 0 ? time : m_machine.now();
    }

  private:
    std::function<UnixTime()> m_block;
    const Clock &m_machine;
};

class Node {
  public:
    // The errors of its parts. The clock must outlive the node.
    [[nodiscard]] static Result<std::unique_ptr<Node>> start(const Options &options,
                                                             const Clock &clock);
    ~Node(); // the gateway first, then the engine's connections, then the state

  private:
    explicit Node(const Options &options, const Clock &clock)
        : m_options(options), m_clock(clock), m_blockClock([this] { return blockTime(); }, clock) {}
    [[nodiscard]] UnixTime blockTime() const;
    [[nodiscard]] std::string keysFile() const;
    [[nodiscard]] Result<gateway::Services> embedded();
    [[nodiscard]] Result<gateway::Services> consortium();
    [[nodiscard]] net::HttpAnswer admin(const net::HttpRequest &request);
    [[nodiscard]] std::string metrics() const;
    [[nodiscard]] Result<> take(const std::filesystem::path &file);
    [[nodiscard]] Result<> openMailbox();
    [[nodiscard]] Result<> openRelay();
    void sweep(const std::stop_token &stop);
    [[nodiscard]] Result<> publishKeys();

    Options m_options;
    const Clock &m_clock;
    BlockClock m_blockClock;
    // Cut when the node ends: nothing that another machine has to answer holds it up.
    std::shared_ptr<net::Breaker> m_ending = std::make_shared<net::Breaker>();
    std::list<FileLock> m_locks; // of the folders; given back last
    std::unique_ptr<comet::Application> m_application;
    std::unique_ptr<comet::AbciServer> m_abci;
    std::unique_ptr<comet::RpcClient> m_engine;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<Mailbox> m_mailbox;
    std::unique_ptr<HostKeys> m_keys;
    std::unique_ptr<gateway::RelayServer> m_relay;
    UnixTime m_publishAgain = 0;
    std::unique_ptr<gateway::GatewayServer> m_gateway;
    bool m_hasStarted = false;
    std::atomic<std::uint64_t> m_destroyed{0}; // packages
    std::jthread m_sweeping;
    std::unique_ptr<net::HttpServer> m_admin;
    std::unique_ptr<net::HttpServer> m_serving;
};

} // namespace apricot::node
