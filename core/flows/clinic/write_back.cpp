// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/clinic/write_back.h"

#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "exchange/envelope.h"
#include "flows/shared/directory.h"
#include "records/resource.h"

namespace apricot {
namespace {

// Who writes to whom; what, the caller says.
Result<Letter> letterFrom(const Desk &desk, const Inspection &visit, const Clock &clock) {
    if (visit.grant.open.audience != desk.organisation) return fail(ErrorCode::VisitOfOther);
    Letter out;
    out.organisation = desk.organisation;
    out.chainId = visit.grant.open.chainId;
    out.grant = visit.grant.open.id;
    out.inbox = visit.grant.closed.inbox;
    out.time = clock.now();
    return out;
}

Result<Letter> letterOf(LetterKind kind, const std::vector<std::string> &resources,
                        const Desk &desk, const Inspection &visit, const Clock &clock) {
    if (resources.empty() || kind == LetterKind::Request) return fail(ErrorCode::LetterEmpty);
    for (const std::string &resource : resources) {
        APRICOT_TRY_ASSIGN(record, readResource(resource));
        // Who somebody is, a letter does not say: it would stand beside the person's own details.
        if (record.type == "Patient") return fail(ErrorCode::LetterHoldsPerson, record.logicalId);
    }
    APRICOT_TRY_ASSIGN(out, letterFrom(desk, visit, clock));
    out.kind = kind;
    out.resources = resources;
    return out;
}

// Told here and now, rather than to the patient as an unknown signer.
Result<Organisation> provenWriter(const Desk &desk, Ledger &ledger) {
    return provenDesk(ledger, desk.organisation, verifyKeyOf(desk.signing));
}

Result<> post(Letter letter, const Desk &desk, Mailbox &mailbox) {
    const SealKey inbox = letter.inbox;
    APRICOT_TRY_ASSIGN(bytes, signLetter(std::move(letter), desk.signing));
    APRICOT_TRY_ASSIGN(envelope, sealEnvelope(inbox, bytes));
    return mailbox.post(inbox, envelope);
}

} // namespace

Result<> writeBack(const Inspection &visit, const Desk &desk, LetterKind kind,
                   const std::vector<std::string> &resources, Ledger &ledger, Mailbox &mailbox,
                   const Clock &clock) {
    APRICOT_TRY_ASSIGN(letter, letterOf(kind, resources, desk, visit, clock));
    APRICOT_TRY(provenWriter(desk, ledger));
    return post(std::move(letter), desk, mailbox);
}

Result<> writeBackLater(const Inspection &visit, const Desk &desk, LetterKind kind,
                        const std::vector<std::string> &resources, Outbox &outbox,
                        const Clock &clock) {
    APRICOT_TRY_ASSIGN(letter, letterOf(kind, resources, desk, visit, clock));
    return post(std::move(letter), desk, outbox);
}

Result<std::string> askInCode(const Desk &desk, const Wish &wish, Ledger &ledger,
                              const Clock &clock, Random &random, UnixTime life) {
    APRICOT_TRY(provenWriter(desk, ledger));
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
    APRICOT_TRY_ASSIGN(letter, letterFrom(desk, visit, clock));
    letter.kind = LetterKind::Request;
    letter.request = std::move(request);
    return post(std::move(letter), desk, mailbox);
}

} // namespace apricot
