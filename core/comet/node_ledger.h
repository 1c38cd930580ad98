// SPDX-License-Identifier: GPL-3.0-or-later
// A hospital's own node as a Ledger: it submits through its CometBFT, and answers from its own
// state.
#pragma once

#include "comet/application.h"
#include "comet/rpc_client.h"
#include "ledger/ledger.h"

namespace apricot::comet {

class NodeLedger final : public Ledger {
  public:
    // Both must outlive the ledger.
    NodeLedger(Application &application, RpcClient &engine)
        : m_application(application), m_engine(engine) {}

    [[nodiscard]] std::string chainId() const override { return m_application.committed().chainId; }
    [[nodiscard]] std::optional<VerifyKey> ledgerKey() const override { return std::nullopt; }
    // TransactionUnsettled: taken, but not in a block within 20 seconds; it may still come.
    [[nodiscard]] Result<Outcome> submit(ByteView transaction) override;
    // The newest state whose header is known: the header of a state stands in the next block, which
    // is waited for when the last block has changed something. Without the header itself.
    [[nodiscard]] Result<ProvenAnswer> query(ByteView key) override;
    [[nodiscard]] Result<ProvenPrefix> queryPrefix(const StatePrefix &prefix) override;
    // Against this node's own state.
    [[nodiscard]] Result<VerifiedAnswer> verify(const ProvenAnswer &answer) const override;
    [[nodiscard]] Result<std::optional<Bytes>> standing(ByteView key) override {
        return m_application.latestValue(key);
    }
    [[nodiscard]] Subscription watch(Height from,
                                     std::function<void(const LedgerEvent &)> told) override;

  private:
    // LedgerNotBegun.
    [[nodiscard]] Result<Height> newestNamed();
    Application &m_application;
    RpcClient &m_engine;
};

} // namespace apricot::comet
