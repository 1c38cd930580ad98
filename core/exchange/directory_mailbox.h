// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox in a folder: packages (ciphertext), the halves of their keys apart from them, and
// inboxes. What it hands out is decided by the ledger's committed state alone. Deposits are written
// so that a crash leaves a whole one or none.
#pragma once

#include "exchange/mailbox.h"
#include "ledger/ledger.h"

#include <filesystem>
#include <memory>

namespace apricot {

struct MailboxLimits {
    std::uint64_t packageBytes = 600ULL << 20U;
    std::uint64_t packages = 100'000;
    std::uint64_t messageBytes = 16ULL << 20U;
    std::size_t messagesPerInbox = 1000;
    std::uint64_t bytesPerInbox = 256ULL << 20U;
    std::uint64_t inboxBytes = 16ULL << 30U;     // of all inboxes: anybody can make one up
    UnixTime messageLife = UnixTime{90} * 86400; // then it is destroyed, fetched or not
    std::uint64_t collectionsPerUse = 20;        // of a grant: a counter that lost power asks again
    UnixTime grace = 24 * 3600; // a package is kept this long after its grant's expiry
};

// What is destroyed is removed, not overwritten: journaling file systems and flash keep old blocks
// for a while. A message is sealed to its reader, a package encrypted: whoever finds the blocks and
// has no key reads nothing; whoever gets the key later reads what they found. Makes the folder if
// need be; that it cannot be written shows at the first deposit. The ledger and the clock must
// outlive the mailbox.
[[nodiscard]] Result<std::unique_ptr<Mailbox>>
openDirectoryMailbox(const std::filesystem::path &folder, StateReader &ledger, const Clock &clock,
                     const MailboxLimits &limits = {});

} // namespace apricot
