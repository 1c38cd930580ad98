// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs work on, opened from the common options --vault, --ledger, --mailbox.
#pragma once

#include "cli/arguments.h"
#include "cli/passphrase.h"
#include "crypto/system_random.h"
#include "exchange/mailbox.h"
#include "flows/redeem.h"
#include "ledger/ledger.h"
#include "vault/vault.h"
#include "wallet/wallet.h"

namespace apricot::cli {

class Stage {
  public:
    explicit Stage(const Arguments &arguments);

    SystemClock clock;
    SystemRandom random;
    PassphraseSource passphrases;

    [[nodiscard]] Result<> createVault(const Wallet &wallet);
    [[nodiscard]] Result<> openVault();
    [[nodiscard]] Result<> openLedger();
    [[nodiscard]] Result<> openMailbox(); // and the ledger
    [[nodiscard]] Result<Wallet> wallet();
    [[nodiscard]] Result<Desk> desk(); // KeyNotInVault: this is no clinic's vault

    // What the organisation's vault keeps: signing keys under their names.
    [[nodiscard]] Result<SigningKey> signingKey(std::string_view name);
    [[nodiscard]] Result<SigningKey> makeSigningKey(std::string_view name);

    [[nodiscard]] Vault &vault() { return *m_vault; }
    [[nodiscard]] Ledger &ledger() { return *m_ledger; }
    [[nodiscard]] Mailbox &mailbox() { return *m_mailbox; }

  private:
    const Arguments &m_arguments;
    std::unique_ptr<Vault> m_vault;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<Mailbox> m_mailbox;
};

inline constexpr std::string_view keySpace = "keys";
// Argon2id that takes about a second on this machine.
[[nodiscard]] PasswordCost passwordCostHere();

} // namespace apricot::cli
