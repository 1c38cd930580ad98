// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/deliver.h"

#include "crypto/seal.h"
#include "exchange/envelope.h"

#include <algorithm>

namespace apricot {
namespace {

Result<> send(const DeskMessage &message, const Organisation &clinic, Mailbox &mailbox) {
    APRICOT_TRY_ASSIGN(envelope, sealEnvelope(clinic.sealing, encode(message)));
    return mailbox.post(clinic.sealing, envelope);
}

bool isFor(const Desk &desk, const std::string &chainId, const DeskMessage &message) {
    if (message.declined) return true;
    const auto code = grantFromText(message.code);
    const auto grant = code ? verifyGrant(*code) : code.error();
    return grant && grant->open.audience == desk.organisation && grant->open.chainId == chainId;
}

} // namespace

Result<> sendGrant(const SignedGrant &grant, const Organisation &clinic, Mailbox &mailbox,
                   const Clock &clock, const std::optional<RequestId> &answers) {
    return send({grantToText(grant), std::nullopt, answers, clock.now()}, clinic, mailbox);
}

Result<> decline(const AskedFor &asked, Mailbox &mailbox, const Clock &clock) {
    return send({{}, asked.id, std::nullopt, clock.now()}, asked.clinic, mailbox);
}

Result<std::vector<DeskMessage>> fetchDesk(const Desk &desk, Ledger &ledger, Mailbox &mailbox) {
    const std::string chainId = ledger.chainId();
    std::vector<DeskMessage> out;
    const auto take = [&](const Bytes &envelope) -> Result<> {
        const auto plain = openEnvelope(desk.opening, envelope);
        if (!plain) return {};
        auto message = decodeDeskMessage(*plain);
        if (!message || !isFor(desk, chainId, *message)) return {};
        const bool known = std::ranges::any_of(out, [&](const DeskMessage &other) {
            return other.code == message->code && other.declined == message->declined;
        });
        if (!known) out.push_back(std::move(*message));
        return {};
    };
    APRICOT_TRY(mailbox.fetchEach(sealKeyOf(desk.opening), {}, take));
    std::ranges::stable_sort(out, {}, &DeskMessage::time);
    return out;
}

} // namespace apricot
