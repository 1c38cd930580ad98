// SPDX-License-Identifier: GPL-3.0-or-later
// What a clinic's screens say of purposes, codes, levels and standings.
#pragma once

#include "clinic/shown.h"
#include "consent/grant.h"
#include "exchange/code_nature.h"
#include "flows/clinic/standing.h"
#include "formats/reader.h"

#include <QString>

namespace apricot::clinic {

[[nodiscard]] QString inWords(Purpose purpose);
// What was scanned instead of a permission, and what to do. Empty for a permission.
[[nodiscard]] QString inWords(CodeNature nature);
// The highest level that an organisation may open: "up to level 3 ..."
[[nodiscard]] QString clearanceInWords(int level);
[[nodiscard]] QString listed(const std::vector<Purpose> &purposes);
// "hospital or clinic, grade 3"; "doctor, up to level 3"; how often it may still open, and why.
[[nodiscard]] QString kindInWords(const Organisation &organisation);
[[nodiscard]] QString deskInWords(const DeskKey &desk);
[[nodiscard]] QString inWords(const Restriction &restriction);
// Whose records are open, as they say themselves: "Lin Guifang, born 1951, female"; that they do
// not say; or, as a warning, that they are several people's.
[[nodiscard]] QString whose(const std::vector<Candidate> &people);
// "1A2B 3C4D ...": the first 16 bytes of a key's SHA-256, to be compared aloud.
[[nodiscard]] QString fingerprintOf(const VerifyKey &key);
// Counter::code of what was read and looked up.
[[nodiscard]] ShownCode shownCode(const Inspection &seen, const Standing &standing);
// The same of what was read while the ledger is out of reach.
[[nodiscard]] ShownCode shownOffline(const Inspection &seen, bool forThisClinic);

} // namespace apricot::clinic
