// SPDX-License-Identifier: GPL-3.0-or-later
// The mailboxes of the nodes, as one Mailbox: a package waits at two of them, and is asked for at
// all.
#pragma once

#include "exchange/mailbox.h"
#include "gateway/nodes.h"

namespace apricot::gateway {

class RemoteMailbox final : public Mailbox {
  public:
    // The nodes must outlive the mailbox.
    explicit RemoteMailbox(const Nodes &nodes) : m_nodes(nodes) {}
    // Good when one node has taken it; a second is tried.
    [[nodiscard]] Result<> deposit(const Deposit &deposit) override;
    // A node that is a block behind is given a few seconds.
    [[nodiscard]] Result<Collected> collect(ByteView request) override;
    // The nodes sweep by themselves when they see the revocation: nothing is done from here.
    [[nodiscard]] Result<std::size_t> sweep() override { return std::size_t{0}; }
    [[nodiscard]] Result<> post(const SealKey &inbox, ByteView sealed) override;
    // From all nodes that answer, each message once.
    [[nodiscard]] Result<std::vector<Bytes>> fetch(const SealKey &inbox) override;

  private:
    const Nodes &m_nodes;
};

} // namespace apricot::gateway
