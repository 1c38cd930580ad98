// SPDX-License-Identifier: GPL-3.0-or-later
// What the verbs work on, opened from the common options --vault, --ledger, --mailbox.
#pragma once

#include "cli/arguments.h"
#include "cli/passphrase.h"
#include "flows/clinic/desk.h"
#include "flows/patient/share.h"
#include "ledger/transaction.h"
#include "session/session.h"

namespace apricot::cli {

class Output;

class Stage {
    Session m_session; // before what refers to it

  public:
    explicit Stage(const Arguments &arguments);

    const Clock &clock = m_session.clock;
    Random &random = m_session.random;
    PassphraseSource passphrases;

    [[nodiscard]] Result<> createVault(const Wallet &wallet, const Vault::Fill &fill = {});
    [[nodiscard]] Result<> openVault();
    // After the vault, if there is one: it keeps what has been verified of a consortium.
    [[nodiscard]] Result<> openLedger();
    // And the ledger: the folder that --mailbox names, else `mailbox` beside an embedded ledger's
    // folder where there is one, else that of the ledger's nodes.
    [[nodiscard]] Result<> openMailbox();
    // The same for what can do without a mailbox: neededMailbox() says why there is none.
    [[nodiscard]] Result<> openMailboxIfThere();
    // How questions about the person's relationships travel, after openLedger: null: directly,
    // since --now says so or since nobody can carry them. Says which.
    [[nodiscard]] Result<RelayedLedger *> relayed(Output &output);
    // Each by itself and in its time where they are carried, else one after the other at once.
    [[nodiscard]] Result<>
    eachApart(RelayedLedger *by, std::size_t acts,
              const std::function<Result<>(std::size_t, const Apart &way)> &act);
    [[nodiscard]] Result<Wallet> wallet() { return m_session.wallet(); }
    [[nodiscard]] Result<Desk> desk(); // KeyNotInVault: this is no clinic's vault

    // What the organisation's vault keeps: signing keys under their names.
    [[nodiscard]] Result<SigningKey> signingKey(std::string_view name);
    [[nodiscard]] Result<SigningKey> makeSigningKey(std::string_view name);

    [[nodiscard]] Session &session() { return m_session; }
    [[nodiscard]] Vault &vault() { return *m_session.vault; }
    [[nodiscard]] Ledger &ledger() { return m_chosen->ledger(); }
    [[nodiscard]] ChosenLedger &chosen() { return *m_chosen; }
    [[nodiscard]] Mailbox &mailbox() { return *m_chosen->mailbox(); }

  private:
    [[nodiscard]] Result<> openLedgerWith(const std::filesystem::path &mailbox);

    const Arguments &m_arguments;
    ChosenLedger *m_chosen = nullptr; // the session's
};

// Shows what a grant would give and asks, unless --yes is there. NotSigned: refused, or nobody at a
// terminal could be asked.
[[nodiscard]] Result<> agreeToGrant(const Arguments &arguments, const Rehearsal &rehearsal,
                                    Output &output);
void tellIfItWaits(const Shared &given, Output &output); // its package, in the vault
// The code itself, or the one in a picture: the first that begins like that, else whatever is
// there.
[[nodiscard]] Result<std::string> codeIn(const std::string &word, std::string_view prefix);
// Offline, by --ledger-key and --chain, or by the file about a ledger that others run and, with
// --checkpoint, from there on. The errors of verifyAnswer and comet::verifyConsortiumAnswer.
[[nodiscard]] Result<VerifiedAnswer> verifiedBy(const Arguments &arguments,
                                                const ProvenAnswer &answer);

} // namespace apricot::cli
