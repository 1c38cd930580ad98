// SPDX-License-Identifier: GPL-3.0-or-later
// What a vault's log can say (Vault::appendLog): the kinds of entries, each with the fields of its
// JSON. Who notes another kind, or other fields, adds a row here, to the list below and its
// sentence in app/cli/event_words.cpp: tests/cli/test_event_words.cpp walks all of them.
#pragma once

#include "vault/vault.h"

#include <algorithm>
#include <array>

namespace apricot {

namespace events {

// A person's.
inline constexpr Event device{"device", "how"};
inline constexpr Event import{"import", "added newer"};
inline constexpr Event grant{"grant", "grant records"};
inline constexpr Event revoke{"revoke", "grant"};
inline constexpr Event letter{"letter", "letter clinic records"};
inline constexpr Event request{"request", "letter clinic"};
inline constexpr Event letterRefused{"letter-refused", "clinic letters"};
inline constexpr Event letterUnreadable{"letter-unreadable", "letter clinic"};
inline constexpr Event entryAdded{"entry-added", "record"};
inline constexpr Event entryCorrected{"entry-corrected", "record"};
inline constexpr Event entryWithdrawn{"entry-withdrawn", "record"};
inline constexpr Event checkpoint{"checkpoint", "height"};
inline constexpr Event ledgerDisagrees{"ledger-disagrees", "evidence"};
// A clinic's: at a counter whose staff sign in, and from the command line.
inline constexpr Event redeemBy{"redeem", "staff grant"};
inline constexpr Event redeem{"redeem", "grant"};
inline constexpr Event openBy{"open", "staff grant records"};
inline constexpr Event open{"open", "grant records"};
inline constexpr Event openInFolder{"open", "grant records folder"};
inline constexpr Event exported{"export", "staff grant what"};
inline constexpr Event erase{"erase", "grant why"};
inline constexpr Event writtenBackBy{"letter", "staff grant what"};
inline constexpr Event writtenBack{"letter", "grant what"};
inline constexpr Event asked{"ask", "grant"};
inline constexpr Event staffAdded{"staff-added", "staff"};
inline constexpr Event staffRemoved{"staff-removed", "staff"};
inline constexpr Event signIn{"sign-in", "staff"};
inline constexpr Event wrongPin{"wrong-pin", "staff"};
// An administrator's, and a clinic's that changes its own desks.
inline constexpr Event changeMade{"change-made", "action"};
inline constexpr Event changeProposed{"change-proposed", "action"};
inline constexpr Event changeSigned{"change-signed", "action"};

} // namespace events

inline constexpr std::array allEvents = {events::device,
                                         events::import,
                                         events::grant,
                                         events::revoke,
                                         events::letter,
                                         events::request,
                                         events::letterRefused,
                                         events::letterUnreadable,
                                         events::entryAdded,
                                         events::entryCorrected,
                                         events::entryWithdrawn,
                                         events::checkpoint,
                                         events::ledgerDisagrees,
                                         events::redeemBy,
                                         events::redeem,
                                         events::openBy,
                                         events::open,
                                         events::openInFolder,
                                         events::exported,
                                         events::erase,
                                         events::writtenBackBy,
                                         events::writtenBack,
                                         events::asked,
                                         events::staffAdded,
                                         events::staffRemoved,
                                         events::signIn,
                                         events::wrongPin,
                                         events::changeMade,
                                         events::changeProposed,
                                         events::changeSigned};

// A field's value: text (UTF-8) or a number.
struct NotedValue {
    NotedValue(std::string_view value) : text(value) {}   // NOLINT(google-explicit-constructor)
    NotedValue(const std::string &value) : text(value) {} // NOLINT(google-explicit-constructor)
    NotedValue(const char *value) : text(value) {}        // NOLINT(google-explicit-constructor)
    NotedValue(std::uint64_t value)
        : number(value), isNumber(true) {} // NOLINT(google-explicit-constructor)
    std::string_view text;
    std::uint64_t number = 0;
    bool isNumber = false;
};
[[nodiscard]] std::string bodyOf(const Event &event, std::span<const NotedValue> values);

constexpr std::size_t fieldsOf(const Event &event) {
    return 1 + static_cast<std::size_t>(std::ranges::count(event.fields, ' '));
}
// note<events::grant>(vault, id, count): the values are the event's fields, in their order.
template <const Event &event, class... Values>
[[nodiscard]] Result<> note(Vault &vault, const Values &...values) {
    static_assert(sizeof...(values) == fieldsOf(event));
    const std::array<NotedValue, sizeof...(values)> all{NotedValue(values)...};
    return vault.appendLog(event, bodyOf(event, all));
}

} // namespace apricot
