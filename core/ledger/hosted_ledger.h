// SPDX-License-Identifier: GPL-3.0-or-later
// A Ledger over a Store on this machine: concurrent submits are committed together, events are told
// from the stored blocks. Whoever is told must not call the ledger from inside the call.
#pragma once

#include "ledger/block.h"

#include <condition_variable>
#include <list>
#include <mutex>

namespace apricot {

class HostedLedger final : public Ledger {
  public:
    HostedLedger(std::shared_ptr<Store> store, std::string chainId, SigningKey key,
                 const Clock &clock);

    [[nodiscard]] std::string chainId() const override { return m_chainId; }
    [[nodiscard]] std::optional<VerifyKey> ledgerKey() const override { return m_public; }
    // The blocks from a height on, up to the last: at most so many, and none more once their
    // transactions have so many bytes. Reads those alone, and holds up no commit.
    [[nodiscard]] Result<std::vector<StoredBlock>> blocksFrom(Height from, std::size_t most,
                                                              std::size_t bytes);
    [[nodiscard]] Result<VerifiedAnswer> verify(const ProvenAnswer &answer) const override;
    [[nodiscard]] Result<Outcome> submit(ByteView transaction) override;
    [[nodiscard]] Result<ProvenAnswer> query(ByteView key) override;
    [[nodiscard]] Result<ProvenPrefix> queryPrefix(const StatePrefix &prefix) override;
    [[nodiscard]] Subscription watch(Height from,
                                     std::function<void(const LedgerEvent &)> told) override;

  private:
    struct Waiting {
        ByteView wire;
        CheckedTransaction checked;
        std::optional<Result<Outcome>> outcome;
    };
    struct Watcher {
        Height next;
        std::function<void(const LedgerEvent &)> told;
    };
    struct Watchers {
        std::recursive_mutex mutex;
        std::list<std::shared_ptr<Watcher>> list;
    };
    void commit(const std::vector<Waiting *> &batch);
    void tell();

    std::shared_ptr<Store> m_store;
    std::string m_chainId;
    SigningKey m_key;
    VerifyKey m_public;
    const Clock &m_clock;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Waiting *> m_waiting;
    bool m_committing = false;
    std::shared_ptr<Watchers> m_watchers = std::make_shared<Watchers>();
};

} // namespace apricot
