// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/redeem.h"

#include "crypto/seal.h"
#include "crypto/system_random.h"
#include "exchange/collect_request.h"
#include "exchange/package.h"
#include "ledger/receipt.h"
#include "ledger/transaction.h"
#include "records/fhir_reader.h"

namespace apricot {
namespace {

// Levels are the patient's to change, so a resource's own level proves nothing here: what the
// clinic can check is kind, date and name.
bool isInScope(const Scope &scope, const Record &record) {
    const bool dated = record.date.precision != ClinicalDate::Precision::None;
    return opens(scope, {record.id, record.kind, 0, dated, record.date.start});
}

} // namespace

Result<ConsentText> wordsOf(const Grant &grant, const Organisation &audience) {
    APRICOT_TRY_ASSIGN(words, consentText(grant, audience.name));
    if (words.hash() != grant.closed.textHash) return fail(Code::ConsentTextDiffers);
    return words;
}

Result<Inspection> inspect(std::string_view code, Ledger &ledger) {
    Inspection out;
    APRICOT_TRY_ASSIGN(signedGrant, grantFromText(code));
    APRICOT_TRY_ASSIGN(grant, verifyGrant(signedGrant));
    APRICOT_TRY_ASSIGN(answer, ledger.query(organisationKey(grant.open.audience)));
    APRICOT_TRY_ASSIGN(verified, ledger.verify(answer));
    if (verified.value) {
        APRICOT_TRY_ASSIGN(audience, decodeOrganisation(*verified.value));
        out.audience = std::move(audience);
    }
    APRICOT_TRY_ASSIGN(words, wordsOf(grant, out.audience));
    out.code = std::move(signedGrant);
    out.grant = std::move(grant);
    out.words = std::move(words);
    return out;
}

Result<ProvenAnswer> redeem(const Inspection &inspection, const Desk &desk, Ledger &ledger,
                            const Clock &clock, Random &random) {
    const GrantPublic &open = inspection.grant.open;
    const auto transaction = makeTransaction(
        ledger.chainId(), Redeem{desk.organisation, inspection.code.publicPart}, clock, random);
    APRICOT_TRY_ASSIGN(outcome, ledger.submit(signTransaction(transaction, desk.signing)));
    if (!outcome.accepted())
        return fail(Code::RedemptionRefused, std::string(nameOf(outcome.refusal)));
    APRICOT_TRY_ASSIGN(receipt, ledger.query(grantKey(open)));
    APRICOT_TRY_ASSIGN(verified, ledger.verify(receipt));
    if (!verified.value) return fail(Code::ReceiptWithoutRedemption);
    return receipt;
}

Result<std::vector<std::string>> openRecords(const Inspection &inspection, const Desk &desk,
                                             Mailbox &mailbox, const Clock &clock, Random &random) {
    const GrantPrivate &closed = inspection.grant.closed;
    if (closed.eraseBy != 0 && clock.now() >= closed.eraseBy) return fail(Code::EraseByPassed);
    CollectRequest request;
    request.locator = closed.locator;
    request.organisation = desk.organisation;
    request.time = clock.now();
    request.nonce = randomFixed<decltype(request.nonce)>(random);
    APRICOT_TRY_ASSIGN(collected, mailbox.collect(signCollectRequest(request, desk.signing)));
    APRICOT_TRY_ASSIGN(half, openSealed(desk.opening, closed.sealedHalf));
    const auto grantHalf = SymmetricKey::from(half.view());
    if (!grantHalf) return fail(Code::GrantHalfWrongLength);
    APRICOT_TRY_ASSIGN(resources, openPackage(collected.package, closed.packageHash, *grantHalf,
                                              collected.mailboxHalf));
    for (const std::string &resource : resources) {
        APRICOT_TRY_ASSIGN(record, readResource(resource));
        if (!isInScope(closed.scope, record)) return fail(Code::PackageOutsideScope, record.type);
    }
    return resources;
}

} // namespace apricot
