// SPDX-License-Identifier: GPL-3.0-or-later
// A consortium's ledger and mailboxes as a person's questions reach them: by way of one relay,
// sealed to nodes of other operators (gateway/relayed_nodes.h). Which relay is drawn from a secret
// in the person's vault, and is another one each week: for so long a node sees that what names a
// relationship alone (a large letter) came by the same one.
#pragma once

#include "exchange/holders.h"
#include "gateway/relayed_nodes.h"
#include "session/chosen_ledger.h"

namespace apricot {

// A node that the state names and the person's file says how to reach, and those of other
// operators to which it can carry: never none.
struct Relay {
    std::size_t number = 0; // of the reachable
    OrganisationId operatedBy;
    std::vector<gateway::RelayTarget> targets; // with their keys of this month
};
// The relay of this week first, then those for when it is silent, in an order that only `seed`
// tells.
[[nodiscard]] std::vector<Relay> relaysFor(const std::vector<HolderNode> &nodes,
                                           const std::vector<gateway::NodeAddress> &reachable,
                                           const Digest &seed, UnixTime now);

// Nodes' keys are of a month, the relay is of a week, and who is there of a day.
[[nodiscard]] bool relayIsOver(UnixTime opened, UnixTime now);

class RelayedLedger {
  public:
    // Nothing: an embedded ledger, one organisation's, or the proven state names no node that this
    // phone can reach with one of another operator behind it. Then questions go directly, and only
    // then: when no relay carries, it is the last one's error. All must outlive it. The errors of
    // the vault, nodesIn, ConsortiumLedger::open.
    [[nodiscard]] static Result<std::unique_ptr<RelayedLedger>>
    open(ChosenLedger &chosen, Vault &vault, const Clock &clock, Random &random);

    // Before each act: another node first. Not while something is asked.
    void turn() { m_nodes->turn(); }
    [[nodiscard]] bool isOver() const { return relayIsOver(m_opened, m_clock.now()); }
    [[nodiscard]] Ledger &ledger() { return *m_ledger; }
    [[nodiscard]] Mailbox &mailbox() { return *m_mailbox; }

  private:
    explicit RelayedLedger(const Clock &clock) : m_clock(clock), m_opened(clock.now()) {}
    const Clock &m_clock;
    UnixTime m_opened;
    std::unique_ptr<gateway::RelayedNodes> m_nodes;
    std::unique_ptr<VaultTrust> m_trust;
    std::unique_ptr<gateway::ConsortiumLedger> m_ledger;
    std::unique_ptr<gateway::RemoteMailbox> m_mailbox;
};

// For a program that runs once: each act by itself, in an order of chance, at moments of chance
// spread over 5 seconds for each but the first, 20 at most. The first error ends it.
using Pause = std::function<void(std::chrono::milliseconds)>;
[[nodiscard]] Result<> oneByOne(std::size_t acts, RelayedLedger &by, Random &random,
                                const Pause &pause,
                                const std::function<Result<>(std::size_t)> &act);

} // namespace apricot
