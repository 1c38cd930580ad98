// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger and mailbox that a person's configuration names: a folder is an embedded ledger, a
// file describes the nodes of one that others run (gateway/consortium_file.h). Nothing above knows
// which.
#pragma once

#include "gateway/remote_ledger.h"
#include "gateway/remote_mailbox.h"
#include "vault/vault.h"

namespace apricot {

// What has been verified of a chain, kept in a vault: under "ledger", by chain id.
class VaultTrust final : public gateway::TrustStore {
  public:
    VaultTrust(Vault &vault, std::string chainId, const Clock &clock)
        : m_vault(vault), m_chainId(std::move(chainId)), m_clock(clock) {}
    [[nodiscard]] Result<std::optional<Bytes>> load() override;
    [[nodiscard]] Result<> save(ByteView state) override;
    [[nodiscard]] Result<> keepEvidence(ByteView evidence) override; // also noted in the log

  private:
    Vault &m_vault;
    std::string m_chainId;
    const Clock &m_clock;
};

class ChosenLedger {
  public:
    // Without a vault every answer is verified from genesis on, and nothing is kept. With a file,
    // its nodes' mailboxes are the mailbox, whatever `mailbox` says; with a folder and no
    // `mailbox`, or one that cannot be used, there is none. What waits for a node ends when
    // `breaker` is cut. LedgerNotChosen when `ledger` is empty; the errors of openEmbeddedLedger,
    // readConsortiumFile, ConsortiumLedger::open. Vault and clock must outlive it.
    [[nodiscard]] static Result<std::unique_ptr<ChosenLedger>>
    open(const std::filesystem::path &ledger, const std::filesystem::path &mailbox, Vault *vault,
         const Clock &clock, std::shared_ptr<net::Breaker> breaker = {});

    [[nodiscard]] Ledger &ledger() { return *m_ledger; }
    [[nodiscard]] Mailbox *mailbox() { return m_mailbox.get(); }
    // MailboxNotChosen; why a folder that was named cannot be used.
    [[nodiscard]] Result<Mailbox *> neededMailbox();
    // Null unless it is a consortium's.
    [[nodiscard]] gateway::ConsortiumLedger *consortium() { return m_consortium; }
    [[nodiscard]] Result<gateway::ConsortiumLedger *> neededConsortium(); // LedgerIsNoConsortium
    [[nodiscard]] const gateway::Nodes &nodes() const { return m_nodes; } // none: embedded
    // What was read; null: embedded. Its nodes have the numbers of nodes().
    [[nodiscard]] const gateway::ConsortiumFile *file() const {
        return m_file ? &*m_file : nullptr;
    }
    [[nodiscard]] Result<std::unique_ptr<net::HttpClient>> connectTo(std::size_t node) const;
    // Trusts the ledger from the block that a checkpoint's code names on, and notes it in the
    // vault's log. CheckpointMalformed, LedgerIsNoConsortium, ConsortiumLedger::trustCheckpoint.
    [[nodiscard]] Result<comet::Checkpoint> trust(std::string_view code, Vault &vault);

  private:
    std::optional<gateway::ConsortiumFile> m_file;
    std::shared_ptr<net::Breaker> m_breaker;
    gateway::Nodes m_nodes;
    std::unique_ptr<VaultTrust> m_trust;
    std::unique_ptr<Ledger> m_ledger;
    gateway::ConsortiumLedger *m_consortium = nullptr;
    std::unique_ptr<Mailbox> m_mailbox;
    std::optional<Error> m_mailboxUnusable;
};

} // namespace apricot
