// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox in a folder: packages (ciphertext; the shares of their keys in them are sealed) and
// inboxes. What it hands out, and which shares it releases, is decided by the ledger's committed
// state alone. Deposits are written so that a crash leaves a whole one or none. What is not
// redeemed within two weeks is dropped: the phone keeps it and leaves it again.
#pragma once

#include "exchange/inbox_folder.h"
#include "exchange/mailbox.h"
#include "ledger/ledger.h"

#include <memory>

namespace apricot {

struct MailboxLimits {
    std::uint64_t packageBytes = 600ULL << 20U;
    // Of what waits, by how much of it is whose; a source is a signer, and a machine.
    std::uint64_t bytes = 64ULL << 30U, bytesPerAudience = 8ULL << 30U,
                  bytesPerSource = 1ULL << 30U;
    std::size_t packages = 100'000, packagesPerAudience = 20'000, packagesPerSource = 1000;
    UnixTime unredeemedLife = UnixTime{14} * 86400; // and never past the grant's end
    InboxLimits inboxes;
};

// What is destroyed is removed, not overwritten: journaling file systems and flash keep old blocks
// for a while. A message is sealed to its reader, a package encrypted: whoever finds the blocks and
// has no key reads nothing; whoever gets the key later reads what they found. Makes the folder if
// need be (FileUnwritable); that it cannot be written shows at the first deposit. `keys`: the file
// of the host's keys (exchange/host_keys.h); empty: "host-keys" in the folder; `turning`: the clock
// by which they turn; none: the same. The ledger and the clocks must outlive the mailbox. The
// errors of HostKeys::ofMailbox.
[[nodiscard]] Result<std::unique_ptr<Mailbox>>
openDirectoryMailbox(const std::filesystem::path &folder, StateReader &ledger, const Clock &clock,
                     const MailboxLimits &limits = {}, const std::filesystem::path &keys = {},
                     const Clock *turning = nullptr);

} // namespace apricot
