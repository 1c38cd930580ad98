// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/chosen_ledger.h"

#include "exchange/directory_mailbox.h"
#include "exchange/host_keys.h"
#include "ledger/embedded_ledger.h"
#include "vault/events.h"

namespace apricot {
Result<std::optional<Bytes>> VaultTrust::load() {
    APRICOT_TRY_ASSIGN(kept, m_vault.get(spaces::ledger, m_chainId));
    if (!kept) return std::optional<Bytes>();
    return std::optional<Bytes>(Bytes(kept->view().begin(), kept->view().end()));
}

Result<> VaultTrust::save(ByteView state) {
    return m_vault.put(spaces::ledger, m_chainId, state);
}

Result<> VaultTrust::keepEvidence(ByteView evidence) {
    const std::string name = "evidence-" + toRfc3339(m_clock.now());
    APRICOT_TRY(m_vault.put(spaces::ledger, name, evidence));
    return note<events::ledgerDisagrees>(m_vault, name);
}

Result<std::unique_ptr<ChosenLedger>> ChosenLedger::open(const std::filesystem::path &ledger,
                                                         const std::filesystem::path &mailbox,
                                                         Vault *vault, const Clock &clock,
                                                         std::shared_ptr<net::Breaker> breaker) {
    if (ledger.empty()) return fail(ErrorCode::LedgerNotChosen);
    auto out = std::make_unique<ChosenLedger>();
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(ledger, ignored)) {
        APRICOT_TRY_ASSIGN(embedded, openEmbeddedLedger(ledger, clock));
        out->m_ledger = std::move(embedded);
        if (mailbox.empty()) return out;
        // One host, also when a node serves the ledger: its keys lie where a node has them.
        auto directory =
            openDirectoryMailbox(mailbox, *out->m_ledger, clock, {}, hostKeysIn(ledger));
        if (directory)
            out->m_mailbox = std::move(directory).value();
        else // what the ledger says can be read all the same
            out->m_mailboxUnusable = directory.error();
        return out;
    }
    APRICOT_TRY_ASSIGN(read, gateway::readConsortiumFile(ledger));
    out->m_file = std::move(read);
    out->m_breaker = std::move(breaker);
    const gateway::ConsortiumFile &file = *out->m_file;
    for (std::size_t i = 0; i < file.nodes.size(); ++i) {
        APRICOT_TRY_ASSIGN(http, out->connectTo(i));
        out->m_nodes.push_back(
            std::make_unique<gateway::Node>(std::move(http), file.nodes[i].operatedBy));
    }
    const auto openMailbox = [&](auto *asked) {
        out->m_mailbox = std::make_unique<gateway::RemoteMailbox>(
            out->m_nodes, gateway::RemoteMailbox::usuallyBehind,
            [asked] { return asked->prefixBits(); });
    };
    if (file.ledgerKey) {
        // By its key as well: one that begins anew is another.
        if (vault)
            out->m_trust = std::make_unique<VaultTrust>(
                *vault, file.chainId + "-" + toHex(file.ledgerKey->view()), clock);
        APRICOT_TRY_ASSIGN(
            single, gateway::SingleLedger::open(file, out->m_nodes, out->m_trust.get(), clock));
        openMailbox(single.get());
        out->m_ledger = std::move(single);
        return out;
    }
    if (vault) out->m_trust = std::make_unique<VaultTrust>(*vault, file.chainId, clock);
    APRICOT_TRY_ASSIGN(
        consortium, gateway::ConsortiumLedger::open(file, out->m_nodes, out->m_trust.get(), clock));
    out->m_consortium = consortium.get();
    openMailbox(out->m_consortium);
    out->m_ledger = std::move(consortium);
    return out;
}

Result<std::unique_ptr<net::HttpClient>> ChosenLedger::connectTo(std::size_t node) const {
    net::ClientOptions options;
    options.authority = m_file->authority;
    options.breaker = m_breaker;
    return net::connectHttp(m_file->nodes.at(node).address, options);
}

Result<Mailbox *> ChosenLedger::neededMailbox() {
    if (m_mailboxUnusable) return *m_mailboxUnusable;
    if (!m_mailbox) return fail(ErrorCode::MailboxNotChosen);
    return m_mailbox.get();
}

Result<gateway::ConsortiumLedger *> ChosenLedger::neededConsortium() {
    if (!m_consortium) return fail(ErrorCode::LedgerIsNoConsortium);
    return m_consortium;
}

Result<comet::Checkpoint> ChosenLedger::trust(std::string_view code, Vault &vault) {
    APRICOT_TRY_ASSIGN(checkpoint, comet::readCheckpoint(code));
    APRICOT_TRY_ASSIGN(consortium, neededConsortium());
    APRICOT_TRY(consortium->trustCheckpoint(checkpoint));
    APRICOT_TRY(note<events::checkpoint>(vault, static_cast<std::uint64_t>(checkpoint.height)));
    return checkpoint;
}

} // namespace apricot
