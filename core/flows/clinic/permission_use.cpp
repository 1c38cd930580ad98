// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/clinic/permission_use.h"

#include "exchange/desk_requests.h"
#include "exchange/package.h"
#include "flows/clinic/standing.h"
#include "ledger/receipt.h"
#include "ledger/transaction.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace apricot {
namespace {

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string idOf(const Inspection &seen) {
    return toHex(seen.grant.open.id.view());
}

std::string body(const QJsonObject &fields) {
    return QJsonDocument(fields).toJson(QJsonDocument::Compact).toStdString();
}

VisitFacts factsOf(const Inspection &seen, std::string_view staff) {
    VisitFacts out;
    out.grant = idOf(seen);
    out.staff = staff;
    out.purpose = seen.grant.open.purpose;
    return out;
}

// What the log says of it: the same facts.
QJsonObject about(const VisitFacts &facts) {
    QJsonObject out{{QStringLiteral("grant"), text(facts.grant)},
                    {QStringLiteral("purpose"), static_cast<int>(facts.purpose)}};
    if (!facts.staff.empty()) out[QStringLiteral("staff")] = text(facts.staff);
    return out;
}

std::string noteOf(const VisitFacts &facts, std::string_view what) {
    QJsonObject out = about(facts);
    out[QStringLiteral("what")] = text(what);
    return body(out);
}

Result<> keepCode(Vault &clinic, const Inspection &seen, const Clock &clock) {
    APRICOT_TRY(forgetDueCodes(clinic, clock));
    return clinic.put(spaces::visits, idOf(seen), encodeGrant(seen.code));
}

// A use that was asked for and never answered is asked for again, as the same one.
Result<ProvenAnswer> spend(Vault &clinic, const Inspection &inspection, const Desk &desk,
                           Ledger &ledger, const Clock &clock, Random &random) {
    const std::string id = idOf(inspection);
    APRICOT_TRY_ASSIGN(asked, clinic.get(spaces::usesAsked, id));
    if (asked) {
        auto receipt = redeem(inspection, ledger, asked->view());
        if (receipt || !refusalOf(receipt.error().code)) return receipt;
        // Void by now: what became of it stands in the ledger, though a desk's clock may be ahead
        // of its time. What cannot be opened any more is no use of today's.
        APRICOT_TRY_ASSIGN(before, decodeTransaction(asked->view()));
        const UnixTime since = std::max(before.transaction.notAfter - 2 * usualTransactionLife,
                                        clock.now() - openFor + 1);
        APRICOT_TRY_ASSIGN(opened, openedSince(inspection, desk, ledger, since));
        if (opened) return std::move(*opened);
    }
    const Bytes use = useOf(inspection, desk, ledger, clock, random);
    APRICOT_TRY(clinic.put(spaces::usesAsked, id, use));
    return redeem(inspection, ledger, use);
}

} // namespace

Result<SpentUse> spendUse(Vault &clinic, const Inspection &inspection, const Desk &desk,
                          std::string_view staff, Ledger &ledger, Mailbox &mailbox,
                          const Clock &clock, Random &random, Bytes beside) {
    const std::string id = idOf(inspection);
    SpentUse out;
    if (beside.empty()) {
        APRICOT_TRY_ASSIGN(waits, packageWaits(inspection, desk, ledger, mailbox, clock, random));
        out.package = std::move(waits);
    } else {
        APRICOT_TRY(sharesOf(beside, inspection.grant.closed.packageHash));
        out.package = std::move(beside);
    }
    APRICOT_TRY_ASSIGN(before, clinic.get(spaces::visits, id));
    APRICOT_TRY(keepCode(clinic, inspection, clock));
    auto receipt = spend(clinic, inspection, desk, ledger, clock, random);
    if (!receipt) {
        if (!refusalOf(receipt.error().code)) return receipt.error();
        APRICOT_TRY(clinic.remove(spaces::usesAsked, id));
        // An earlier use may still be open under it.
        if (!before) APRICOT_TRY(clinic.remove(spaces::visits, id));
        return receipt.error();
    }
    APRICOT_TRY(clinic.put(spaces::receipts, id, encodeAnswer(*receipt)));
    const VisitFacts facts = factsOf(inspection, staff);
    APRICOT_TRY(clinic.logVisit(VisitEvent::Redeem, facts, body(about(facts))));
    APRICOT_TRY(clinic.remove(spaces::usesAsked, id));
    out.receipt = std::move(*receipt);
    return out;
}

Result<std::vector<std::string>> openAtDesk(Vault &clinic, const Inspection &inspection,
                                            const Desk &desk, std::string_view staff,
                                            const Destination &to, Mailbox &mailbox,
                                            const Clock &clock, Random &random, Bytes package) {
    APRICOT_TRY_ASSIGN(resources,
                       openRecords(inspection, desk, mailbox, clock, random, std::move(package)));
    APRICOT_TRY(keepCode(clinic, inspection, clock));
    VisitFacts facts = factsOf(inspection, staff);
    facts.records = resources.size();
    facts.place = to.place;
    QJsonObject note = about(facts);
    note[QStringLiteral("records")] = static_cast<qint64>(facts.records);
    note[QStringLiteral("place")] = text(nameOf(facts.place));
    if (to.place == Place::Files) note[QStringLiteral("folder")] = text(to.folder);
    APRICOT_TRY(clinic.logVisit(VisitEvent::Open, facts, body(note)));
    return resources;
}

Result<> noteUnder(Vault &clinic, const Inspection &inspection, const Event &event,
                   std::string_view staff, std::string_view what) {
    return clinic.appendLog(event, noteOf(factsOf(inspection, staff), what));
}

Result<> noteLetter(Vault &clinic, const Inspection &inspection, std::string_view staff,
                    std::string_view what) {
    VisitFacts facts = factsOf(inspection, staff);
    facts.letter = what;
    return clinic.logVisit(VisitEvent::Letter, facts, noteOf(facts, what));
}

Result<> noteErased(Vault &clinic, std::string_view grant, std::string_view why) {
    VisitFacts facts;
    facts.grant = grant;
    return clinic.logVisit(
        VisitEvent::Erase, facts,
        body({{QStringLiteral("grant"), text(grant)}, {QStringLiteral("why"), text(why)}}));
}

Result<bool> isRedeemedHere(Vault &clinic, const GrantId &grant) {
    APRICOT_TRY_ASSIGN(receipt, clinic.get(spaces::receipts, toHex(grant.view())));
    return receipt.has_value();
}

Result<std::vector<std::string>> keptCodes(Vault &clinic) {
    return clinic.keys(spaces::visits);
}

Result<std::string> keptCode(Vault &clinic, std::string_view grant) {
    APRICOT_TRY_ASSIGN(kept, clinic.get(spaces::visits, grant));
    if (!kept) return fail(ErrorCode::VisitOver, std::string(grant));
    APRICOT_TRY_ASSIGN(signedGrant, decodeGrant(kept->view()));
    return grantToText(signedGrant);
}

Result<> forgetCode(Vault &clinic, std::string_view grant) {
    APRICOT_TRY(clinic.remove(spaces::usesAsked, grant));
    return clinic.remove(spaces::visits, grant);
}

Result<> forgetDueCodes(Vault &clinic, const Clock &clock) {
    APRICOT_TRY_ASSIGN(kept, keptCodes(clinic));
    for (const std::string &id : kept) {
        APRICOT_TRY_ASSIGN(code, clinic.get(spaces::visits, id));
        const auto signedGrant =
            code ? decodeGrant(code->view()) : Result<SignedGrant>(SignedGrant{});
        const auto grant = signedGrant ? verifyGrant(*signedGrant) : signedGrant.error();
        if (!grant || clock.now() >= eraseByOf(*grant)) APRICOT_TRY(forgetCode(clinic, id));
    }
    return {};
}

} // namespace apricot
