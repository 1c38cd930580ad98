// SPDX-License-Identifier: GPL-3.0-or-later
// Inboxes in a folder: messages wait so many days and are fetched as often as one likes. Bounded by
// inbox, by source and in all; what is over is found by an index, not by reading everything again.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "exchange/notices.h"
#include "exchange/shared_folder.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <mutex>

namespace apricot {

// Of what waits; a source is a machine, or a relay for all that it carries (`carriedBy`). It fills
// at most a quarter of an inbox and a tenth of all; all that is carried, by whatever relays, at
// most half of an inbox and a quarter of all: so whoever posts by many relays leaves room for
// whoever posts directly.
struct InboxLimits {
    std::uint64_t messageBytes = largestMessage;
    std::uint64_t leastCharge = 1024; // a smaller message counts as so many bytes
    std::size_t messagesPerInbox = mostInInbox, messagesOfSourceInInbox = 250;
    std::uint64_t bytesPerInbox = mostBytesInInbox, // what a phone must be able to bring; of it
        bytesOfSourceInInbox = largestMessage;
    std::size_t messagesCarriedInInbox = 500;
    std::uint64_t bytesCarriedInInbox = 32ULL << 20U;
    std::uint64_t bytes = 16ULL << 30U, bytesPerSource = 1ULL << 30U, // of all inboxes
        bytesCarried = 4ULL << 30U;
    std::size_t messages = 200'000, // about 400 bytes of memory each
        messagesPerSource = 20'000, messagesCarried = 50'000;
    UnixTime life = UnixTime{90} * 86400; // then it is destroyed, fetched or not
};

class InboxFolder {
  public:
    InboxFolder(std::filesystem::path folder, const Clock &clock, const InboxLimits &limits)
        : m_folder(std::move(folder)), m_shared(m_folder), m_clock(clock), m_limits(limits) {}
    // InboxRefusedMessage. The same message again is taken, and lies there once. Thread-safe, as
    // all of it.
    [[nodiscard]] Result<> post(const SealKey &inbox, ByteView sealed, const std::string &machine);
    [[nodiscard]] Result<std::vector<Bytes>> fetch(const SealKey &inbox,
                                                   const KnownMessage &known = {}) const;
    // As Mailbox's; also of what another process has posted by the folder meanwhile.
    [[nodiscard]] Result<Notices> notices(const StatePrefix &under, const NoticePlace &after);
    [[nodiscard]] Result<Bytes> piece(const Digest &id, std::uint64_t offset);
    // Destroys what has waited its time.
    void sweep();

  private:
    struct Waiting {
        UnixTime came = 0;
        std::uint64_t bytes = 0;
        Digest id;
        std::string source; // as sourceOf gives it
    };
    struct Filled {
        std::uint64_t bytes = 0;
        std::size_t messages = 0;
        void add(std::uint64_t charge) {
            bytes += charge;
            ++messages;
        }
        void drop(std::uint64_t charge) {
            bytes -= charge;
            --messages;
        }
    };
    // Four digits of a keyed hash, which tell nobody where a message came from, behind an "r" of a
    // relay; "own": from here.
    [[nodiscard]] Result<std::string> sourceOf(const std::string &machine);
    [[nodiscard]] std::uint64_t chargeOf(std::uint64_t bytes) const {
        return std::max(bytes, m_limits.leastCharge);
    }
    using Index = std::map<NoticePlace, Waiting>;
    [[nodiscard]] std::filesystem::path folderOf(const Digest &inbox) const;
    [[nodiscard]] std::filesystem::path fileOf(const NoticePlace &place, const Waiting &of) const;
    [[nodiscard]] std::vector<std::filesystem::path> messagesIn(const Digest &inbox) const;
    // Alone, and under m_mutex.
    void load();
    void loadInbox(const Digest &inbox);
    void destroyPast();
    // Both, when there is something to do. Under m_mutex.
    void catchUp();
    [[nodiscard]] bool isAnyOver() const;
    bool add(const NoticePlace &place, Waiting waiting);
    void drop(Index::iterator over);
    [[nodiscard]] bool isAloneAt(Index::iterator at) const;

    std::filesystem::path m_folder;
    SharedFolder m_shared;
    const Clock &m_clock;
    InboxLimits m_limits;
    mutable std::mutex m_mutex;
    Index m_waiting;
    std::multimap<UnixTime, NoticePlace> m_byTime;
    std::multimap<Digest, NoticePlace> m_byId;
    std::map<std::string, Filled> m_bySource;
    Filled m_carried;
    Bytes m_salt; // of sourceOf; a file of the folder, made when needed
    std::uint64_t m_bytes = 0;
    std::uint64_t m_live = 0; // inboxes
};

} // namespace apricot
