// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of entries that a vault's log holds (Vault::appendLog), each with fields of its
// JSON. Whoever notes another kind, or other fields, adds a row here and its sentence in
// app/cli/event_words.cpp: tests/cli/test_event_words.cpp walks all of them.
#pragma once

#include <array>
#include <string_view>

namespace apricot {

struct LogKind {
    std::string_view kind;
    std::string_view fields; // with blanks between
};

inline constexpr std::array logKinds = {
    // A person's.
    LogKind{"device", "how"},
    LogKind{"import", "added newer"},
    LogKind{"grant", "grant records"},
    LogKind{"revoke", "grant"},
    LogKind{"letter", "letter clinic records"},
    LogKind{"request", "letter clinic"},
    LogKind{"letter-refused", "clinic letters"},
    LogKind{"letter-unreadable", "letter clinic"},
    LogKind{"entry-added", "record"},
    LogKind{"entry-corrected", "record"},
    LogKind{"entry-withdrawn", "record"},
    LogKind{"checkpoint", "height"},
    LogKind{"ledger-disagrees", "evidence"},
    // A clinic's: at a counter whose staff sign in, and from the command line.
    LogKind{"redeem", "staff grant"},
    LogKind{"redeem", "grant"},
    LogKind{"open", "staff grant records"},
    LogKind{"open", "grant records"},
    LogKind{"open", "grant records folder"},
    LogKind{"export", "staff grant what"},
    LogKind{"erase", "grant why"},
    LogKind{"letter", "staff grant what"},
    LogKind{"letter", "grant what"},
    LogKind{"ask", "grant"},
    LogKind{"staff-added", "staff"},
    LogKind{"staff-removed", "staff"},
    LogKind{"sign-in", "staff"},
    LogKind{"wrong-pin", "staff"},
    // An administrator's, and a clinic's that changes its own desks.
    LogKind{"change-made", "action"},
    LogKind{"change-proposed", "action"},
    LogKind{"change-signed", "action"},
};

} // namespace apricot
