// SPDX-License-Identifier: GPL-3.0-or-later
// Inboxes in a folder: messages wait so many days and are fetched as often as one likes. Bounded by
// inbox, by source and in all; what is over is found by an index, not by reading everything again.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "crypto/keys.h"

#include <deque>
#include <filesystem>
#include <map>
#include <mutex>

namespace apricot {

struct InboxLimits {
    std::uint64_t messageBytes = 16ULL << 20U;
    std::size_t messagesPerInbox = 1000;
    std::uint64_t bytesPerInbox = 256ULL << 20U;
    std::uint64_t bytesPerSource = 1ULL << 30U; // that wait; a source is a machine
    std::uint64_t bytes = 16ULL << 30U;         // of all inboxes: anybody can make one up
    std::size_t messages = 200'000;             // about 150 bytes of memory each
    UnixTime life = UnixTime{90} * 86400;       // then it is destroyed, fetched or not
};

class InboxFolder {
  public:
    InboxFolder(std::filesystem::path folder, const Clock &clock, const InboxLimits &limits)
        : m_folder(std::move(folder)), m_clock(clock), m_limits(limits) {}
    // InboxRefusedMessage. Thread-safe, as all of it.
    [[nodiscard]] Result<> post(const SealKey &inbox, ByteView sealed, const std::string &source);
    [[nodiscard]] Result<std::vector<Bytes>> fetch(const SealKey &inbox) const;
    // Destroys what has waited its time.
    void sweep();

  private:
    struct Waiting {
        UnixTime came = 0;
        std::uint64_t bytes = 0;
        std::uint64_t number = 0;
        Digest inbox;
        std::string source;
    };
    [[nodiscard]] std::filesystem::path folderOf(const Digest &inbox) const;
    [[nodiscard]] std::vector<std::filesystem::path> messagesIn(const Digest &inbox) const;
    void load();
    void sweepLocked();

    std::filesystem::path m_folder;
    const Clock &m_clock;
    InboxLimits m_limits;
    mutable std::mutex m_mutex;
    bool m_loaded = false;
    std::deque<Waiting> m_waiting; // oldest first
    std::map<std::string, std::uint64_t> m_bySource;
    std::uint64_t m_bytes = 0;
};

} // namespace apricot
