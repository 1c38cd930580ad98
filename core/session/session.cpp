// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

namespace apricot {
namespace {

constexpr std::string_view seedKey = "seed";

} // namespace

Ledger &Apart::ledger() const {
    return m_by ? m_by->ledger() : m_direct->ledger();
}

Result<Mailbox *> Apart::mailbox() const {
    if (m_by) return &m_by->mailbox();
    return m_direct->neededMailbox();
}

void Session::hold(std::unique_ptr<Vault> opened) {
    if (vault) close(); // the ledger may keep its trust in it
    vault = std::move(opened);
}

Result<> Session::create(const std::filesystem::path &file, const SecretBytes &passphrase,
                         const Vault::Fill &fill) {
    APRICOT_TRY_ASSIGN(made,
                       Vault::create(file, passphrase, passwordCostHere(), random, clock, fill));
    hold(std::move(made));
    return {};
}

Result<> Session::create(const std::filesystem::path &file, const SecretBytes &passphrase,
                         const Wallet &wallet, const Vault::Fill &fill) {
    return create(file, passphrase, [&](Vault &filled) -> Result<> {
        APRICOT_TRY(filled.put(spaces::wallet, seedKey, wallet.seed().view()));
        return fill ? fill(filled) : Result<>();
    });
}

Result<> Session::open(const std::filesystem::path &file, const SecretBytes &passphrase) {
    APRICOT_TRY_ASSIGN(opened, Vault::open(file, passphrase, random, clock));
    hold(std::move(opened));
    return {};
}

void Session::forgetLedger() {
    m_relayed.reset();
    m_chosen.reset();
}

void Session::close() {
    forgetLedger();
    vault.reset();
}

void Session::use(const std::filesystem::path &ledger, const std::filesystem::path &mailbox) {
    if (ledger == m_ledgerPath && mailbox == m_mailboxPath) return;
    forgetLedger();
    m_ledgerPath = ledger;
    m_mailboxPath = mailbox;
}

Result<ChosenLedger *> Session::ledger() {
    if (!m_chosen) {
        APRICOT_TRY_ASSIGN(
            found, ChosenLedger::open(m_ledgerPath, m_mailboxPath, vault.get(), clock, breaker));
        m_chosen = std::move(found);
    }
    return m_chosen.get();
}

Result<RelayedLedger *> Session::relayed() {
    if (m_relayed && !m_relayed->isOver()) return m_relayed.get();
    APRICOT_TRY_ASSIGN(chosen, ledger());
    APRICOT_TRY_ASSIGN(opened, RelayedLedger::open(*chosen, *vault, clock, random));
    m_relayed = std::move(opened);
    return m_relayed.get();
}

Result<Apart> Session::apart() {
    APRICOT_TRY_ASSIGN(by, relayed());
    if (by) by->turn();
    APRICOT_TRY_ASSIGN(direct, ledger());
    return Apart(by, direct);
}

Result<Wallet> Session::wallet() {
    APRICOT_TRY_ASSIGN(seed, vault->get(spaces::wallet, seedKey));
    return Wallet::fromSeed(seed ? seed->view() : ByteView{});
}

} // namespace apricot
