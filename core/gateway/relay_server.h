// SPDX-License-Identifier: GPL-3.0-or-later
// A node's two parts in relaying (relay.h): it carries sealed requests to the nodes that the state
// names and to no others, and opens those that are carried to it. What is carried is never written
// down.
#pragma once

#include "exchange/host_keys.h"
#include "gateway/rates.h"
#include "gateway/relay.h"
#include "ledger/node_state.h"
#include "net/places.h"

#include <map>
#include <mutex>

namespace apricot::gateway {

struct RelayLimits {
    // Shared among machines (net/places.h).
    std::size_t carriedAtOnce = 16;  // each holds a thread while the other node answers
    std::size_t remembered = 65'536; // requests answered lately, so that none is twice
    // What one machine may have carried, in bytes: a fraction of what a node takes from a relay, so
    // that no machine spends it for the others.
    Rate carriedBytes{4096, 512 << 10};
    // How often a node may say that what it got from one machine was not sealed to it: then nothing
    // more goes from that machine to that node, until it has become fewer.
    Rate misfits{8.0 / 600, 8};
    // Of machines, and of pairs of a machine with a node; then the quietest is forgotten.
    std::size_t pairsRemembered = 10'000;
};

class RelayServer {
  public:
    using Connect =
        std::function<Result<std::unique_ptr<net::HttpClient>>(const std::string &address)>;
    // The state, the keys and the clock must outlive it.
    RelayServer(StateReader &state, HostKeys &keys, const Clock &clock, Connect connect,
                RelayLimits limits = {})
        : m_state(state), m_keys(keys), m_clock(clock), m_connect(std::move(connect)),
          m_started(clock.now()), m_carrying(limits.carriedAtOnce),
          m_remembering(limits.remembered), m_bytes(limits.carriedBytes, limits.pairsRemembered),
          m_misfits(limits.misfits, limits.pairsRemembered) {}

    // What the node `to` (hex of its id) answers, as it came; `from`: the machine that asks.
    // RelayUnavailable: no active node of the state, or this one, or the machine has sent it too
    // much that was not for it; NodeBusy: too much at once, or from this machine; the errors of the
    // connection. Thread-safe, as all of it.
    [[nodiscard]] Result<net::HttpAnswer> carry(std::string_view to, Bytes sealed,
                                                const std::string &from);
    // What was carried here. GatewayMessageMalformed: sealed to another key, or changed; what else
    // is wrong with it only whoever sealed it is told.
    [[nodiscard]] Result<OpenedRequest> open(ByteView wire);
    // Whether it is to be answered, now and this once; `from`: the machine that carried it.
    // TransactionExpired, TransactionTooLongLived: the clock of whoever asked is behind, or ahead;
    // GatewayMessageMalformed: answered before; NodeBusy: asked before this program began, or more
    // from there within a few minutes than are remembered.
    [[nodiscard]] Result<> admit(const OpenedRequest &request, const std::string &from);

  private:
    [[nodiscard]] Result<std::shared_ptr<net::HttpClient>> connectionTo(const NodeId &id);

    StateReader &m_state;
    HostKeys &m_keys;
    const Clock &m_clock;
    Connect m_connect;
    UnixTime m_started;
    net::Places m_carrying, m_remembering;
    Rates m_bytes, m_misfits;
    std::mutex m_mutex; // of what follows
    std::map<NodeId, std::pair<std::string, std::shared_ptr<net::HttpClient>>> m_connections;
    std::map<std::pair<UnixTime, Digest>, std::string> m_answered; // when asked; from where
};

} // namespace apricot::gateway
