// SPDX-License-Identifier: GPL-3.0-or-later
// A visit at the counter, from redeeming a grant to erasing what it opened. The records are a vault
// in memory; what the clinic's own vault keeps: permission_use.h. A visit's code is kept until it
// is finished or due.
#pragma once

#include "flows/clinic/permission_use.h"
#include "flows/clinic/standing.h"
#include "formats/reader.h"
#include "vault/vault.h"

namespace apricot {

// Bounds the memory: so many visits are open at a counter at once, and one is at most so large.
inline constexpr std::size_t mostVisits = 12;
inline constexpr std::uint64_t largestVisit = 256U << 20U; // bytes of all its resources

struct Visit {
    Inspection seen;
    std::string staff; // who opened it
    std::unique_ptr<Vault> records;
    std::uint64_t count = 0;
    std::vector<Candidate> people; // that the records are of, as they say; often without a name
    UnixTime eraseBy = 0;
};

// What a visit can say of a kind: nothing, since the permission does not cover it; a part, since
// dates, single records or a level leave some out; all there is. An empty list means "none known"
// only in the last case.
enum class Coverage : std::uint8_t { Nothing, Part, All };
[[nodiscard]] Coverage coverageOf(const Scope &scope, Kind kind);

// Redeems when `spend`, else opens what was redeemed before. The errors of spendUse and openAtDesk,
// VisitTooLarge.
[[nodiscard]] Result<Visit> beginVisit(Vault &clinic, const Inspection &inspection,
                                       const Desk &desk, std::string staff, bool spend,
                                       Ledger &ledger, Mailbox &mailbox, const Clock &clock,
                                       Random &random);
// TooManyVisits: asked before anything is spent.
[[nodiscard]] Result<> roomForVisit(std::size_t open);

// Finished: for good, its code is forgotten. Due: its time has come, likewise. Locked, Stopped (the
// program ended without a word): the code stays and opens it again until it is due.
enum class Erasure : std::uint8_t { Finished, Due, Locked, Stopped };
// Destroys the records, then notes it.
[[nodiscard]] Result<> endVisit(Vault &clinic, Visit visit, Erasure why);
// At the counter's start: visits whose program died are noted as erased (memory is gone), and codes
// that are due are forgotten. Not what was printed or written to files: that is not gone.
[[nodiscard]] Result<> settleVisits(Vault &clinic, const Clock &clock);

struct VisitEntry : VisitRow {
    bool opensAgain = false; // its code is still kept
};
// Opened in a counter's memory and not noted as erased.
[[nodiscard]] bool isStillShown(const VisitRow &row);
// Oldest first.
[[nodiscard]] Result<std::vector<VisitEntry>> visitsSince(Vault &clinic, UnixTime since);

} // namespace apricot
