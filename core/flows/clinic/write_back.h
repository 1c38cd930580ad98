// SPDX-License-Identifier: GPL-3.0-or-later
// The clinic writes back to a person who let it read: results, prescriptions, referrals, visit
// notes, or a request. Signed by the desk, sealed to the inbox that the grant names.
#pragma once

#include "exchange/letter.h"
#include "exchange/request.h"
#include "flows/clinic/outbox.h"
#include "flows/clinic/redeem.h"

namespace apricot {

// `resources`: FHIR R4 JSON, at least one, no Patient. VisitOfOther: the grant is not for this
// organisation; LetterEmpty; LetterHoldsPerson; readResource's errors; LetterTooLarge;
// ClinicNotOnLedger, DeskNotOnLedger; the mailbox's errors.
[[nodiscard]] Result<> writeBack(const Inspection &visit, const Desk &desk, LetterKind kind,
                                 const std::vector<std::string> &resources, Ledger &ledger,
                                 Mailbox &mailbox, const Clock &clock);
// The same while the ledger is out of reach: signed and sealed now, kept until it can be posted.
// The organisation was proven when the visit was opened; the patient's side proves it again.
[[nodiscard]] Result<> writeBackLater(const Inspection &visit, const Desk &desk, LetterKind kind,
                                      const std::vector<std::string> &resources, Outbox &outbox,
                                      const Clock &clock);
inline constexpr UnixTime requestInCode = 900;                    // seconds
inline constexpr UnixTime requestInLetter = UnixTime{14} * 86400; // seconds
// For the patient to scan: "APRICOT:ASK:1:" + base45. ClinicNotOnLedger, DeskNotOnLedger,
// RequestInvalid.
[[nodiscard]] Result<std::string> askInCode(const Desk &desk, const Wish &wish, Ledger &ledger,
                                            const Clock &clock, Random &random,
                                            UnixTime life = requestInCode);
// The errors of writeBack and of askInCode.
[[nodiscard]] Result<> askInLetter(const Inspection &visit, const Desk &desk, const Wish &wish,
                                   Ledger &ledger, Mailbox &mailbox, const Clock &clock,
                                   Random &random, UnixTime life = requestInLetter);

} // namespace apricot
