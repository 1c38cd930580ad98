// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/patient/deliver.h"

#include "exchange/desk_message.h"
#include "exchange/envelope.h"
#include "flows/patient/parcel.h"

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

Result<> sendGiven(Vault &vault, const Wallet &wallet, Mailbox &mailbox, const GrantId &grant,
                   const Organisation &clinic, const Clock &clock) {
    APRICOT_TRY_ASSIGN(given, signedGrantOf(vault, grant));
    APRICOT_TRY(deliverParcel(vault, wallet, mailbox, grant, clock.now()));
    return sendGrant(given, clinic, mailbox, clock);
}

Result<> decline(const AskedFor &asked, Mailbox &mailbox, const Clock &clock) {
    return send({{}, asked.id, std::nullopt, clock.now()}, asked.clinic, mailbox);
}

} // namespace apricot
