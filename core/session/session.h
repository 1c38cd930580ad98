// SPDX-License-Identifier: GPL-3.0-or-later
// What every flow needs, once for the person's app, the counter and the command line: the vault
// that is open, its keys, and the ledger and mailbox that it goes with, opened when they are first
// used. Belongs to one thread.
#pragma once

#include "base/unanswered.h"
#include "crypto/system_random.h"
#include "gateway/relayed_nodes.h"
#include "session/chosen_ledger.h"
#include "session/relayed_ledger.h"
#include "wallet/wallet.h"

namespace apricot {

// The way that what concerns one relationship is asked: by another operator's node, or directly
// where none can carry it.
class Apart {
  public:
    Apart(RelayedLedger *by, ChosenLedger *direct) : m_by(by), m_direct(direct) {} // null: directly
    [[nodiscard]] Ledger &ledger() const;
    [[nodiscard]] Result<Mailbox *> mailbox() const; // the errors of neededMailbox
    [[nodiscard]] bool isDirect() const { return m_by == nullptr; }

  private:
    RelayedLedger *m_by;
    ChosenLedger *m_direct;
};

class Session {
  public:
    Session() = default;
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;
    virtual ~Session() { close(); }

    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<Vault> vault; // null: locked, or none is needed
    // Cut from another thread when the vault is locked: what waits for a node lets go of it at
    // once.
    const std::shared_ptr<net::Breaker> breaker = std::make_shared<net::Breaker>();

    // The errors of Vault::create; the vault keeps the wallet's seed, and what `fill` puts in.
    [[nodiscard]] Result<> create(const std::filesystem::path &file, const SecretBytes &passphrase,
                                  const Wallet &wallet, const Vault::Fill &fill = {});
    // The same without keys of a person: a clinic's.
    [[nodiscard]] Result<> create(const std::filesystem::path &file, const SecretBytes &passphrase,
                                  const Vault::Fill &fill);
    [[nodiscard]] Result<> open(const std::filesystem::path &file, const SecretBytes &passphrase);
    // What `open` opens stays open only when all that it does goes well.
    template <class Open>
    [[nodiscard]] auto keepIf(Open open) -> decltype(open()) {
        auto done = open();
        if (!done) close();
        return done;
    }
    // The ledger, then the vault with its keys: nothing of either is left. Opens again.
    void close();

    // Where ledger and mailbox are; what is open of others is let go.
    void use(const std::filesystem::path &ledger, const std::filesystem::path &mailbox);
    // LedgerNotChosen; the errors of ChosenLedger::open.
    [[nodiscard]] Result<ChosenLedger *> ledger();
    // How questions about the person's relationships travel; null: directly
    // (session/relayed_ledger.h).
    [[nodiscard]] Result<RelayedLedger *> relayed();
    // `act` by way of another operator's node where one can carry, each time another, else
    // directly. A relay that carried nothing is passed over: the next act goes by another.
    template <class Act>
    [[nodiscard]] auto askApart(Act act) -> decltype(act(std::declval<const Apart &>())) {
        const auto way = apart();
        if (!way) return way.error();
        auto done = act(*way);
        if (!done && isUnanswered(done.error().code)) forgetRelay();
        return done;
    }
    // What must not wait for a relay: directly when nobody carried it (gateway/relayed_nodes.h).
    template <class Act>
    [[nodiscard]] auto askApartElseDirectly(Act act) -> decltype(act(std::declval<Ledger &>())) {
        const auto direct = ledger();
        if (!direct) return direct.error();
        const auto way = apart();
        Ledger *asked = nullptr;
        auto done = gateway::relayedElseDirectly(way ? Result<Ledger *>(&way->ledger())
                                                     : Result<Ledger *>(way.error()),
                                                 (*direct)->ledger(), [&](Ledger &there) {
                                                     asked = &there;
                                                     return act(there);
                                                 });
        const bool carried = way && asked == &way->ledger();
        if (!carried || (!done && isUnanswered(done.error().code))) forgetRelay();
        return done;
    }
    // The way is forgotten: the next question goes by another relay, with what is trusted now.
    void forgetRelay() { m_relayed.reset(); }
    [[nodiscard]] Result<Wallet> wallet();

  private:
    [[nodiscard]] Result<Apart> apart();
    void hold(std::unique_ptr<Vault> opened);
    void forgetLedger();

    std::filesystem::path m_ledgerPath, m_mailboxPath;
    std::unique_ptr<ChosenLedger> m_chosen;   // after the vault, in which it keeps its trust
    std::unique_ptr<RelayedLedger> m_relayed; // after both
};

} // namespace apricot
