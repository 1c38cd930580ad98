// SPDX-License-Identifier: GPL-3.0-or-later
// The spaces of a vault's small values (Vault::put), each with what its keys and values are. Who
// keeps values of another sort adds a space here and keeps them in one file.
#pragma once

#include <array>
#include <string_view>

namespace apricot {

struct Space {
    std::string_view name;
};

namespace spaces {

// A person's.
inline constexpr Space wallet{"wallet"};                  // "seed"
inline constexpr Space grants{"grants"};                  // by id: encodeGrant
inline constexpr Space clinics{"clinics"};                // by organisation: its name
inline constexpr Space packages{"packages"};              // by grant: when delivered, the package
inline constexpr Space requests{"requests"};              // by id: a clinic's request
inline constexpr Space proofs{"proofs"};                  // by the key's hash: time, answer
inline constexpr Space letters{"letters"};                // by name: what is known of it
inline constexpr Space letterBytes{"letter-bytes"};       // by name: the signed letter
inline constexpr Space letterReading{"letter-reading"};   // "now": the one that is being read
inline constexpr Space lettersRefused{"letters-refused"}; // by clinic: day logged, not logged yet
inline constexpr Space lettersSeen{"letters-seen"};       // large ones, by id: when they were
inline constexpr Space inboxLooked{"inbox-looked"};       // by clinic: when
inline constexpr Space safekeeping{"safekeeping"};        // "words-checked"; "backed-up": when
inline constexpr Space devices{"devices"};                // by time: how it came there, its name

// A clinic's.
inline constexpr Space keys{"keys"};                 // a desk's and an administrator's, by name
inline constexpr Space registration{"registration"}; // "latest": the organisation
inline constexpr Space staff{"staff"};               // by name: salt and PIN's key
inline constexpr Space staffWrong{"staff-wrong"};    // by name: wrong tries in a row
inline constexpr Space visits{"visits"};             // by grant: the permission's code
inline constexpr Space receipts{"receipts"};         // by grant: the ledger's proven answer
inline constexpr Space outbox{"outbox"};             // by digest: inbox (32 bytes), sealed letter
inline constexpr Space usesAsked{"uses-asked"};      // by grant: a use not answered so far

// Anybody's who knows a ledger.
inline constexpr Space organisations{"organisations"}; // by number
inline constexpr Space ledger{"ledger"};               // by chain: trust; its key; evidence
inline constexpr Space nodes{"nodes"};                 // by chain: when asked, the nodes
inline constexpr Space host{"host"};                   // by chain: as nodes
inline constexpr Space relay{"relay"};                 // "seed"

} // namespace spaces

inline constexpr std::array allSpaces = {
    spaces::wallet,        spaces::grants,         spaces::clinics,       spaces::packages,
    spaces::requests,      spaces::proofs,         spaces::letters,       spaces::letterBytes,
    spaces::letterReading, spaces::lettersRefused, spaces::lettersSeen,   spaces::inboxLooked,
    spaces::safekeeping,   spaces::devices,        spaces::outbox,        spaces::keys,
    spaces::registration,  spaces::staff,          spaces::staffWrong,    spaces::visits,
    spaces::receipts,      spaces::usesAsked,      spaces::organisations, spaces::ledger,
    spaces::nodes,         spaces::host,           spaces::relay};

constexpr bool spacesAreApart() {
    for (std::size_t i = 0; i < allSpaces.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (allSpaces[i].name == allSpaces[j].name) return false;
    return true;
}
static_assert(spacesAreApart());

} // namespace apricot
