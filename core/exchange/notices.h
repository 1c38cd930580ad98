// SPDX-License-Identifier: GPL-3.0-or-later
// What waits in a mailbox's inboxes, told by the first bits of SHA-256 of their keys: whoever asks
// gets every inbox under them, and names none.
#pragma once

#include "base/result.h"
#include "crypto/keys.h"
#include "ledger/prefix_proof.h"

#include <functional>
#include <string_view>

namespace apricot {

inline constexpr std::size_t inlineBody = 4096;      // bytes; a larger one is asked for by its id
inline constexpr std::size_t pageBytes = 900'000;    // of a page, so that it goes by relay
inline constexpr std::size_t pageNotices = 4096;     //
inline constexpr std::size_t pieceBytes = 1'000'000; // of a message, likewise
inline constexpr std::size_t largestMessage = 16U << 20U;
// One inbox; what a mailbox says waits in it beyond that is not true.
inline constexpr std::size_t mostInInbox = 1000; // messages
inline constexpr std::uint64_t mostBytesInInbox = 64ULL << 20U;

// Before the machine of a source: what another node carried here for somebody whom nobody knows.
inline constexpr std::string_view carriedBy = "carried by ";

// Where a message lies: the inbox's hash, and its number there, which ascends.
struct NoticePlace {
    Digest inbox;
    std::uint64_t number = 0;
    auto operator<=>(const NoticePlace &) const = default;
};
struct InboxNotice {
    NoticePlace place;
    Digest id; // SHA-256 of the message
    std::uint64_t bytes = 0;
    Bytes body; // empty: larger than inlineBody
};
struct Notices {
    std::uint64_t live = 0; // inboxes in which something waits, in the whole mailbox; unproven
    bool more = false;      // behind the last of these
    std::vector<InboxNotice> notices; // ascending by place
};

// Takes one message; its error ends the bringing.
using TakeMessage = std::function<Result<>(Bytes message)>;

// Whether a message need not be brought again, by its id. May be empty: all are brought.
using KnownMessage = std::function<bool(const Digest &id)>;

} // namespace apricot
