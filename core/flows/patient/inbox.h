// SPDX-License-Identifier: GPL-3.0-or-later
// Letters from clinics arrive in the vault, each once, each judged by the ledger's proofs.
//
// A letter is believed only when its signature verifies, it names the inbox it lay in, this ledger
// and a grant that this vault gave, its organisation is the one the inbox was made for, and the
// ledger proves that the organisation is active and the desk key its own. Only then do records come
// in. What cannot be decided now (the ledger is out of reach, the key or the organisation is not
// there or is suspended) is kept as it came and judged again at every fetch. A suspended
// organisation's letter waits until the suspension ends; what came in before stays.
//
// Which letter is being read stands in the vault before anything of it is parsed: one that ends the
// program (killed, out of memory) is told as unreadable by the next fetch, which goes on behind it.
#pragma once

#include "exchange/letter.h"
#include "flows/patient/request.h"

namespace apricot {

// Unreadable: reading it ended the program once, so it is not read again.
enum class LetterState : std::uint8_t {
    Verified = 1,
    Forged,
    UnknownSigner,
    Unchecked,
    Unreadable
};
// "unknown-signer": for scripts and files.
[[nodiscard]] std::string_view nameOf(LetterState state);

struct Sender {
    OrganisationId organisation; // whose inbox it lay in
    std::string name;            // as the ledger proved it; empty when it never did
    UnixTime time = 0;           // as the letter says
    LetterState state = LetterState::Unchecked;
    LetterKind kind = LetterKind::Result;
};

struct News {
    LetterKind kind = LetterKind::Result;
    Sender sender;
    std::vector<RecordId> records; // that it brought in; none unless verified
    std::optional<AskedFor> asked; // of a verified request
};

// Letters that could not be decided are kept up to these limits; what is more waits in the mailbox.
inline constexpr std::size_t mostUndecided = 200;
inline constexpr std::size_t undecidedBytes = std::size_t{64} << 20U;

// Fetches every inbox of every clinic that was shared with. Answers with what is new, and with
// letters that were decided now; oldest first. Each letter comes in whole or not at all. The
// vault's and the mailbox's errors.
[[nodiscard]] Result<std::vector<News>> fetchInbox(Vault &vault, const Wallet &wallet,
                                                   Ledger &ledger, Mailbox &mailbox,
                                                   const Clock &clock);
// The clinics that were shared with: each has an inbox of its own.
[[nodiscard]] Result<std::vector<OrganisationId>> inboxesOf(Vault &vault);
// One clinic's inbox alone, and nothing that is sent; the ledger is asked when something new lies
// there, or something undecided waits. Large letters that were looked at are not brought again.
[[nodiscard]] Result<std::vector<News>> fetchInboxOf(const OrganisationId &clinic, Vault &vault,
                                                     const Wallet &wallet, Ledger &ledger,
                                                     Mailbox &mailbox, const Clock &clock);
// When that inbox was last looked into; nothing: never.
[[nodiscard]] Result<std::optional<UnixTime>> lastLooked(Vault &vault,
                                                         const OrganisationId &clinic);
// All letters so far, newest first.
[[nodiscard]] Result<std::vector<News>> arrived(Vault &vault);

} // namespace apricot
