// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a host of shares and mailboxes: the one that names it, and one a month that opens the
// shares sealed to it. One small file, mode 0600, that several processes may use: read anew under a
// lock, nothing of it kept in memory. A month's key leaves the file when the month is over; that
// the disk forgets the old file as well is not claimed.
#pragma once

#include "base/result.h"
#include "ledger/month.h"

#include <filesystem>
#include <memory>

namespace apricot {

// Of a node in the folder of its state, of a clinic's own ledger beside it.
[[nodiscard]] std::filesystem::path hostKeysIn(const std::filesystem::path &folder);

class HostKeys {
  public:
    // Makes the file if need be and turns it. The clock must outlive it; a node's is its ledger's
    // block time, since what a wrong clock deletes is gone. HostKeysDamaged: not a whole file of
    // ours, from every function also when it has gone or become another's since;
    // HostKeysUnlockable; the file errors.
    [[nodiscard]] static Result<std::unique_ptr<HostKeys>> open(std::filesystem::path file,
                                                                const Clock &clock);
    // Of the host whose packages wait in a mailbox: who that is stands there as `node-id`, so that
    // keys that are gone, or another's, are missed, whoever opens them. Else it would be another
    // host, and what was sealed to it stay closed. The errors of open.
    [[nodiscard]] static Result<std::unique_ptr<HostKeys>>
    ofMailbox(const std::filesystem::path &mailbox, const std::filesystem::path &file,
              const Clock &clock);
    // Whose a file is; neither made nor turned. HostKeysDamaged; the file errors.
    [[nodiscard]] static Result<VerifyKey> idIn(const std::filesystem::path &file);
    [[nodiscard]] const VerifyKey &id() const { return m_id; }
    // Drops past months' keys, makes those of this month and monthsAhead more; the public halves,
    // ascending. At start and whenever asked, so that a restored file loses what is past.
    [[nodiscard]] Result<std::vector<MonthKey>> turn();
    // They are there, and this host's.
    [[nodiscard]] Result<> check();
    // Nothing: past, or too far ahead.
    [[nodiscard]] Result<std::optional<OpenKey>> keyOf(MonthNumber month);
    // What the host signs on the ledger.
    [[nodiscard]] Result<SigningKey> signing();

  private:
    HostKeys(std::filesystem::path file, const Clock &clock)
        : m_file(std::move(file)), m_clock(clock) {}
    // The file's content as it stands now, turned.
    [[nodiscard]] Result<SecretBytes> current();

    std::filesystem::path m_file;
    const Clock &m_clock;
    VerifyKey m_id;
    bool m_isOpen = false;
};

} // namespace apricot
