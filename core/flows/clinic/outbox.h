// SPDX-License-Identifier: GPL-3.0-or-later
// Letters that wait: what is posted while the mailbox is out of reach stays sealed in the clinic's
// vault (only the patient's inbox key opens it) and goes out later, the very same bytes, so that a
// letter sent twice arrives once.
#pragma once

#include "exchange/mailbox.h"
#include "vault/vault.h"

namespace apricot {

inline constexpr std::size_t mostWaiting = 500; // letters in one vault: OutboxFull

// A mailbox that posts through the vault: into it first, out of it once it is delivered. post()
// answers well when the letter is kept; waits() says why that very letter has not left, if it has
// not, and waitingIn() how many wait in all. All else is the mailbox's own. `mailbox` may be null:
// out of reach. Vault and mailbox must outlive it.
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
    [[nodiscard]] const std::optional<Error> &waits() const { return m_waits; }

  private:
    Vault &m_clinic;
    Mailbox *m_mailbox;
    std::optional<Error> m_waits; // of what was posted last
};

[[nodiscard]] Result<std::size_t> waitingIn(Vault &clinic);
// Letters to one inbox that takes none (it is full) hold up no other; a mailbox that nobody answers
// for ends it. What has not left goes on waiting. The vault's errors.
struct Sent {
    std::size_t letters = 0;
    std::optional<Error> failure; // the last one's
};
[[nodiscard]] Result<Sent> sendWaiting(Vault &clinic, Mailbox &mailbox);

} // namespace apricot
