// SPDX-License-Identifier: GPL-3.0-or-later
// Nodes as they are asked by way of one relay: those of other operators, sealed to each; of the
// relay itself blocks alone, which are the same for everybody. So no node both sees who asks and is
// asked.
#pragma once

#include "base/unanswered.h"
#include "gateway/nodes.h"
#include "gateway/relay.h"
#include "ledger/ledger.h"
#include "ledger/node_state.h"

namespace apricot::gateway {

struct RelayTarget {
    NodeId id;
    std::string operatedBy;
    SealKey key; // of this month
};

class RelayedNodes {
  public:
    // `targets`: of other operators than the relay's. Clock and randomness must outlive it.
    RelayedNodes(std::unique_ptr<net::HttpClient> relay, const std::string &operatedBy,
                 const std::vector<RelayTarget> &targets, const Clock &clock, Random &random);
    [[nodiscard]] const Nodes &nodes() const { return m_nodes; }
    // Another first, by chance: before each act. Not while something is asked.
    void turn();

  private:
    std::unique_ptr<net::HttpClient> m_relay;
    Random &m_random;
    Nodes m_nodes; // the relay's own last
};

// For an act that must not wait for a relay, as the end of a permission: by `relayed` (what asks by
// way of one, or why there is none), and by `direct` when nobody carried it. For no other reason: a
// refusal stands, and so does an error of this side's own.
template <class Act>
[[nodiscard]] auto relayedElseDirectly(const Result<Ledger *> &relayed, Ledger &direct, Act act)
    -> decltype(act(direct)) {
    if (!relayed) {
        if (!isUnanswered(relayed.error().code)) return relayed.error();
        return act(direct);
    }
    auto done = act(**relayed);
    if (done || *relayed == &direct || !isUnanswered(done.error().code)) return done;
    return act(direct);
}

} // namespace apricot::gateway
