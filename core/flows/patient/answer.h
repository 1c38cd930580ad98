// SPDX-License-Identifier: GPL-3.0-or-later
// A clinic's request is answered once: it is closed, then the grant is given, then the clinic is
// told. What ends in between never makes a second press a second grant.
#pragma once

#include "exchange/mailbox.h"
#include "flows/patient/request.h"

namespace apricot {

struct Answered {
    Shared given;
    std::optional<Error> unsent; // why the code did not go to the clinic, which still waits for it
};
// `rehearsal`: what was agreed to, for the clinic that asks. RequestUnknownHere, RequestAnswered;
// the errors of share, of which the request stays open when nothing was given.
[[nodiscard]] Result<Answered> answerRequest(Vault &vault, const Wallet &wallet, Mailbox &mailbox,
                                             const RequestId &request, Rehearsal rehearsal,
                                             const Clock &clock, Random &random);
// Why the clinic was not told; nothing: it was. Declined it is either way, without a mailbox too.
// RequestUnknownHere, RequestAnswered.
[[nodiscard]] Result<std::optional<Error>> declineRequest(Vault &vault,
                                                          const Result<Mailbox *> &mailbox,
                                                          const AskedFor &asked,
                                                          const Clock &clock);

} // namespace apricot
