// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/patient/deliver.h"

#include "exchange/desk_message.h"
#include "exchange/envelope.h"

namespace apricot {
namespace {

Result<> send(const DeskMessage &message, const Organisation &clinic, Mailbox &mailbox) {
    APRICOT_TRY_ASSIGN(envelope, sealEnvelope(clinic.sealing, encode(message)));
    return mailbox.post(clinic.sealing, envelope);
}

} // namespace

Result<> sendGrant(const SignedGrant &grant, const Organisation &clinic, Mailbox &mailbox,
                   const Clock &clock, const std::optional<RequestId> &answers) {
    return send({grantToText(grant), std::nullopt, answers, clock.now()}, clinic, mailbox);
}

Result<> decline(const AskedFor &asked, Mailbox &mailbox, const Clock &clock) {
    return send({{}, asked.id, std::nullopt, clock.now()}, asked.clinic, mailbox);
}

} // namespace apricot
