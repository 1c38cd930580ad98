// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger's register says of organisations, and what its policy allows, in plain words of
// both languages.
#pragma once

#include "ledger/node_state.h"
#include "ledger/policy.h"

namespace apricot {

struct BothLanguages {
    std::string english, chinese; // lines end in a line feed
    void line(const std::string &inEnglish, const std::string &inChinese) {
        english += inEnglish + "\n";
        chinese += inChinese + "\n";
    }
};

// "2026-03-01 09:00 UTC": the ledger's times are nobody's in particular.
[[nodiscard]] std::string utcMinute(UnixTime time);

[[nodiscard]] BothLanguages wordsOf(Role role);
[[nodiscard]] BothLanguages wordsOf(Profession profession);
[[nodiscard]] BothLanguages wordsOf(Purpose purpose);
[[nodiscard]] BothLanguages wordsOf(Reason reason);
// "desk 0a1b...: nurse, up to level 2"; and what follows the colon.
[[nodiscard]] BothLanguages wordsOf(const DeskKey &desk);
[[nodiscard]] BothLanguages rightsOf(const DeskKey &desk);
// "provider, pharmacy". Without line feeds, as all above.
[[nodiscard]] BothLanguages rolesIn(std::uint16_t set);
[[nodiscard]] BothLanguages professionsIn(std::uint16_t set);
[[nodiscard]] BothLanguages purposesIn(const std::vector<Purpose> &purposes);

// All that stands of it: roles, grade, level, purposes, desks, keys, standing.
void tell(BothLanguages &out, const Organisation &organisation);
void tell(BothLanguages &out, const DeskKey &desk);
void tell(BothLanguages &out, const PolicyLine &line);
void tell(BothLanguages &out, const Restriction &restriction);
void tell(BothLanguages &out, const Node &node);

} // namespace apricot
