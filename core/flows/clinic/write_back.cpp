// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/clinic/write_back.h"

#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "exchange/envelope.h"
#include "flows/shared/directory.h"
#include "records/resource.h"

namespace apricot {
namespace {

Result<> post(const Inspection &visit, const Desk &desk, Letter letter, Ledger &ledger,
              Mailbox &mailbox, const Clock &clock) {
    if (visit.grant.open.audience != desk.organisation) return fail(ErrorCode::VisitOfOther);
    // Told here and now, rather than to the patient as an unknown signer.
    APRICOT_TRY(provenDesk(ledger, desk.organisation, verifyKeyOf(desk.signing)));
    letter.organisation = desk.organisation;
    letter.chainId = ledger.chainId();
    letter.grant = visit.grant.open.id;
    letter.inbox = visit.grant.closed.inbox;
    letter.time = clock.now();
    APRICOT_TRY_ASSIGN(bytes, signLetter(std::move(letter), desk.signing));
    APRICOT_TRY_ASSIGN(envelope, sealEnvelope(visit.grant.closed.inbox, bytes));
    return mailbox.post(visit.grant.closed.inbox, envelope);
}

} // namespace

Result<> writeBack(const Inspection &visit, const Desk &desk, LetterKind kind,
                   const std::vector<std::string> &resources, Ledger &ledger, Mailbox &mailbox,
                   const Clock &clock) {
    if (resources.empty() || kind == LetterKind::Request) return fail(ErrorCode::LetterEmpty);
    for (const std::string &resource : resources) {
        APRICOT_TRY_ASSIGN(record, readResource(resource));
        // Who somebody is, a letter does not say: it would stand beside the person's own details.
        if (record.type == "Patient") return fail(ErrorCode::LetterHoldsPerson, record.logicalId);
    }
    Letter letter;
    letter.kind = kind;
    letter.resources = resources;
    return post(visit, desk, std::move(letter), ledger, mailbox, clock);
}

Result<std::string> askInCode(const Desk &desk, const Wish &wish, Ledger &ledger,
                              const Clock &clock, Random &random, UnixTime life) {
    APRICOT_TRY(provenDesk(ledger, desk.organisation, verifyKeyOf(desk.signing)));
    Request request;
    request.id = randomFixed<RequestId>(random);
    request.organisation = desk.organisation;
    request.chainId = ledger.chainId();
    request.wish = wish;
    request.asked = clock.now();
    request.expires = clock.now() + life;
    APRICOT_TRY_ASSIGN(bytes, signRequest(request, desk.signing));
    return requestToText(bytes);
}

Result<> askInLetter(const Inspection &visit, const Desk &desk, const Wish &wish, Ledger &ledger,
                     Mailbox &mailbox, const Clock &clock, Random &random, UnixTime life) {
    APRICOT_TRY_ASSIGN(code, askInCode(desk, wish, ledger, clock, random, life));
    APRICOT_TRY_ASSIGN(request, requestFromText(code));
    Letter letter;
    letter.kind = LetterKind::Request;
    letter.request = std::move(request);
    return post(visit, desk, std::move(letter), ledger, mailbox, clock);
}

} // namespace apricot
