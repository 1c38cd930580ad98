// SPDX-License-Identifier: GPL-3.0-or-later
// The clinic writes back to a person who let it read: results, prescriptions, referrals, visit
// notes, or a request. Signed by the desk, sealed to the inbox that the grant names.
#pragma once

#include "exchange/letter.h"
#include "flows/redeem.h"
#include "flows/request.h"

namespace apricot {

// `resources`: FHIR R4 JSON, at least one, no Patient. VisitOfOther: the grant is not for this
// organisation; LetterEmpty; LetterHoldsPerson; readResource's errors; LetterTooLarge;
// ClinicNotOnLedger, DeskNotOnLedger; the mailbox's errors.
[[nodiscard]] Result<> writeBack(const Inspection &visit, const Desk &desk, LetterKind kind,
                                 const std::vector<std::string> &resources, Ledger &ledger,
                                 Mailbox &mailbox, const Clock &clock);
// The errors of writeBack and of askInCode.
[[nodiscard]] Result<> askInLetter(const Inspection &visit, const Desk &desk, const Wish &wish,
                                   Ledger &ledger, Mailbox &mailbox, const Clock &clock,
                                   Random &random, UnixTime life = requestInLetter);

} // namespace apricot
