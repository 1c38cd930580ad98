// SPDX-License-Identifier: GPL-3.0-or-later
// A visit at the counter, from redeeming a grant to erasing what it opened. The records are a vault
// in memory; the clinic's own vault keeps the receipt, the code (so that a power cut loses
// nothing, until the visit is finished) and who did what in its log. No record, no patient's name.
#pragma once

#include "flows/standing.h"
#include "records/fhir_reader.h"
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

// Redeems when `spend` and the package waits, else opens what was redeemed before; then collects,
// opens and checks the package. The errors of redeem and openRecords, VisitTooLarge, the vault's.
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
// that are due are forgotten.
[[nodiscard]] Result<> settleVisits(Vault &clinic, const Clock &clock);

// Into the log, with who and which visit: "letter", "request" ... `what` is a plain ASCII word.
[[nodiscard]] Result<> noteInVisit(Vault &clinic, const Visit &visit, std::string_view kind,
                                   std::string_view staff, std::string_view what);

struct VisitEntry {    // one redemption or opening as the log has it
    std::string grant; // hex
    std::string staff;
    Purpose purpose = Purpose::Treatment;
    UnixTime redeemed = 0, opened = 0, erased = 0; // 0: not so
    std::uint64_t records = 0;
    std::vector<std::string> letters; // kinds of what was written back
    bool opensAgain = false;          // its code is still kept
};
// Oldest first.
[[nodiscard]] Result<std::vector<VisitEntry>> visitsSince(Vault &clinic, UnixTime since);
// The code of a visit that was redeemed here and is not finished. VisitOver.
[[nodiscard]] Result<std::string> codeOfVisit(Vault &clinic, std::string_view grant);

} // namespace apricot
