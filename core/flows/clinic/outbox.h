// SPDX-License-Identifier: GPL-3.0-or-later
// Letters that wait: what is posted while the mailbox is out of reach stays sealed in the clinic's
// vault (only the patient's inbox key opens it) and goes out later, the very same bytes, so that a
// letter sent twice arrives once.
#pragma once

#include "exchange/mailbox.h"
#include "flows/clinic/write_back.h"
#include "vault/vault.h"

namespace apricot {

inline constexpr std::size_t mostWaiting = 500; // letters in one vault: OutboxFull

// A mailbox that posts through the vault: into it first, out of it once it is delivered. post()
// answers well when the letter is kept; waitingIn() says what has not left. All else is the
// mailbox's own. `mailbox` may be null: out of reach. Vault and mailbox must outlive it.
class Outbox final : public Mailbox {
  public:
    Outbox(Vault &clinic, Mailbox *mailbox) : m_clinic(clinic), m_mailbox(mailbox) {}
    [[nodiscard]] Result<std::vector<HostFacts>> hosts() override;
    [[nodiscard]] Result<> deposit(const Deposit &deposit) override;
    [[nodiscard]] Result<Bytes> collect(ByteView request, const CheckPackage &check = {}) override;
    [[nodiscard]] Result<Bytes> collectAtOnce(ByteView request,
                                              const CheckPackage &check = {}) override;
    [[nodiscard]] Released release(const std::vector<Bytes> &requests) override;
    [[nodiscard]] Result<std::size_t> sweep() override;
    [[nodiscard]] Result<> post(const SealKey &inbox, ByteView sealed,
                                const std::string &source = {}) override;
    [[nodiscard]] Result<> fetchEach(const SealKey &inbox, const KnownMessage &known,
                                     const TakeMessage &take) override;

  private:
    Vault &m_clinic;
    Mailbox *m_mailbox;
};

[[nodiscard]] Result<std::size_t> waitingIn(Vault &clinic);
// How many left; the first error of the mailbox ends it, and what waits goes on waiting.
[[nodiscard]] Result<std::size_t> sendWaiting(Vault &clinic, Mailbox &mailbox);

// writeBack while the ledger is out of reach: signed and sealed now, kept until it can be posted.
// The organisation was proven when the visit was opened; the patient's side proves it again.
[[nodiscard]] Result<> writeBackLater(const Inspection &visit, const Desk &desk, LetterKind kind,
                                      const std::vector<std::string> &resources, Outbox &outbox,
                                      const Clock &clock);

} // namespace apricot
