// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/patient/answer.h"

#include "flows/patient/deliver.h"

namespace apricot {
namespace {

std::optional<Error> failureOf(const Result<> &done) {
    return done ? std::nullopt : std::optional(done.error());
}

} // namespace

Result<Answered> answerRequest(Vault &vault, const Wallet &wallet, Mailbox &mailbox,
                               const RequestId &request, Rehearsal rehearsal, const Clock &clock,
                               Random &random) {
    const GrantId id = rehearsal.grant.open.id;
    const Organisation clinic = rehearsal.clinic;
    APRICOT_TRY(closeRequest(vault, request, true));
    auto given = share(vault, wallet, mailbox, std::move(rehearsal), random);
    if (!given) {
        // Once it is noted the grant may be known elsewhere: then it was given.
        const auto noted = signedGrantOf(vault, id);
        if (!noted && noted.error().code == ErrorCode::GrantUnknownHere)
            APRICOT_TRY(openRequestAgain(vault, request));
        return given.error();
    }
    Answered out;
    out.unsent = failureOf(sendGrant(*given, clinic, mailbox, clock, request));
    out.given = std::move(*given);
    return out;
}

Result<std::optional<Error>> declineRequest(Vault &vault, const Result<Mailbox *> &mailbox,
                                            const AskedFor &asked, const Clock &clock) {
    APRICOT_TRY(closeRequest(vault, asked.id, false));
    if (!mailbox) return std::optional(mailbox.error());
    return failureOf(decline(asked, **mailbox, clock));
}

} // namespace apricot
