// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/clinic/desk_messages.h"

#include "consent/grant.h"
#include "crypto/seal.h"
#include "exchange/envelope.h"

#include <algorithm>

namespace apricot {
namespace {

bool isFor(const Desk &desk, const std::string &chainId, const DeskMessage &message) {
    if (message.declined) return true;
    const auto code = grantFromText(message.code);
    const auto grant = code ? verifyGrant(*code) : code.error();
    return grant && grant->open.audience == desk.organisation && grant->open.chainId == chainId;
}

} // namespace

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
