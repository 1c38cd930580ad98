// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/history.h"

#include "codec/base64.h"
#include "consent/text.h"
#include "flows/inbox.h"
#include "ledger/receipt.h"
#include "ledger/state_keys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace apricot {
namespace {

constexpr int version = 1;

Error malformed(std::string what) {
    return fail(Code::HistoryMalformed, std::move(what));
}

Error refused(std::string what) {
    return fail(Code::HistoryRefused, std::move(what));
}

QString utf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
QString hex(ByteView bytes) {
    return utf8(toHex(bytes));
}
QString when(UnixTime time) {
    return utf8(toRfc3339(time));
}
QString base64(ByteView bytes) {
    return utf8(toBase64(bytes));
}

// What a permission's entry is made of; the entry says nothing that is not in here.
struct Evidence {
    SignedGrant grant;
    ProvenAnswer clinic, opened, ended;
};

// The entry, generated from the proofs: whoever checks a history makes it again and compares.
Result<QJsonObject> entryOf(const Evidence &evidence, const VerifyProof &verify,
                            CheckedHistory &counted) {
    APRICOT_TRY_ASSIGN(grant, verifyGrant(evidence.grant));
    const GrantPublic &open = grant.open;
    const auto proven = [&](const ProvenAnswer &answer,
                            const Bytes &key) -> Result<std::optional<Bytes>> {
        APRICOT_TRY_ASSIGN(verified, verify(answer));
        if (verified.key != key) return refused("a proof is about something else");
        if (counted.asOf == 0 || verified.time < counted.asOf) counted.asOf = verified.time;
        return std::move(verified.value);
    };
    APRICOT_TRY_ASSIGN(clinicValue, proven(evidence.clinic, organisationKey(open.audience)));
    APRICOT_TRY_ASSIGN(state, proven(evidence.opened, grantKey(open)));
    APRICOT_TRY_ASSIGN(ended, proven(evidence.ended, tombstoneKey(open.signer, open.id)));
    Organisation clinic;
    if (clinicValue) {
        APRICOT_TRY_ASSIGN(organisation, decodeOrganisation(*clinicValue));
        clinic = std::move(organisation);
    }
    QJsonObject out{
        {QStringLiteral("id"), hex(open.id.view())},
        {QStringLiteral("clinic"), utf8(clinic.name)},
        {QStringLiteral("organisation"), hex(open.audience.view())},
        {QStringLiteral("from"), when(open.notBefore)},
        {QStringLiteral("until"), when(open.expiry)},
        {QStringLiteral("uses"), static_cast<qint64>(open.uses)},
        {QStringLiteral("grant"), utf8(grantToText(evidence.grant))},
        {QStringLiteral("clinicProof"), base64(encodeAnswer(evidence.clinic))},
        {QStringLiteral("openedProof"), base64(encodeAnswer(evidence.opened))},
        {QStringLiteral("endedProof"), base64(encodeAnswer(evidence.ended))},
    };
    // The words that were signed; without them when the clinic has since changed its name.
    const auto words = consentText(grant, clinic.name);
    if (words && words->hash() == grant.closed.textHash) {
        out[QStringLiteral("english")] = utf8(words->english);
        out[QStringLiteral("chinese")] = utf8(words->chinese);
    }
    QJsonArray openings;
    std::uint32_t used = 0;
    if (state) {
        APRICOT_TRY_ASSIGN(stands, decodeGrantState(*state));
        used = stands.used;
        for (const Redemption &one : stands.latest)
            openings.append(QJsonObject{
                {QStringLiteral("time"), when(one.time)},
                {QStringLiteral("block"), static_cast<qint64>(one.height)},
                {QStringLiteral("desk"), hex(one.desk.view())},
            });
        out[QStringLiteral("firstOpened")] = when(stands.first.time);
        counted.opened += used;
    }
    out[QStringLiteral("used")] = static_cast<qint64>(used);
    out[QStringLiteral("openings")] = openings;
    if (ended) {
        APRICOT_TRY_ASSIGN(mark, decodeMark(*ended));
        out[QStringLiteral("ended")] = when(mark.time);
        ++counted.ended;
    }
    ++counted.permissions;
    return out;
}

Result<ProvenAnswer> proofIn(const QJsonObject &entry, const char *name) {
    const auto raw = fromBase64(entry[QLatin1String(name)].toString().toStdString());
    if (!raw) return malformed(name);
    auto answer = decodeAnswer(*raw);
    if (!answer) return malformed(name);
    return answer;
}

QJsonObject entryOf(const News &news) {
    QJsonArray records;
    for (const RecordId &id : news.records) records.append(hex(id.view()));
    return {{QStringLiteral("kind"), utf8(nameOf(news.kind))},
            {QStringLiteral("organisation"), hex(news.origin.organisation.view())},
            {QStringLiteral("clinic"), utf8(news.origin.name)},
            {QStringLiteral("time"), when(news.origin.time)},
            {QStringLiteral("state"), utf8(nameOf(news.origin.state))},
            {QStringLiteral("records"), records}};
}

} // namespace

Result<std::string> exportHistory(Vault &vault, Ledger &ledger) {
    APRICOT_TRY_ASSIGN(names, vault.keys(grantSpace));
    const VerifyProof verify = [&](const ProvenAnswer &answer) { return ledger.verify(answer); };
    CheckedHistory counted;
    QJsonArray permissions, letters;
    for (const std::string &name : names) {
        APRICOT_TRY_ASSIGN(stored, vault.get(grantSpace, name));
        if (!stored) continue;
        Evidence evidence;
        APRICOT_TRY_ASSIGN(signedGrant, decodeGrant(stored->view()));
        APRICOT_TRY_ASSIGN(open, verifyPublicPart(signedGrant.publicPart));
        APRICOT_TRY_ASSIGN(clinic, ledger.query(organisationKey(open.audience)));
        APRICOT_TRY_ASSIGN(opened, ledger.query(grantKey(open)));
        APRICOT_TRY_ASSIGN(ended, ledger.query(tombstoneKey(open.signer, open.id)));
        evidence = {std::move(signedGrant), std::move(clinic), std::move(opened), std::move(ended)};
        APRICOT_TRY_ASSIGN(entry, entryOf(evidence, verify, counted));
        permissions.append(entry);
    }
    APRICOT_TRY_ASSIGN(news, arrived(vault));
    for (const News &one : news) letters.append(entryOf(one));
    QJsonObject root{{QStringLiteral("apricotHistory"), version},
                     {QStringLiteral("chain"), utf8(ledger.chainId())},
                     {QStringLiteral("permissions"), permissions},
                     {QStringLiteral("letters"), letters}};
    if (const auto key = ledger.ledgerKey()) root[QStringLiteral("ledgerKey")] = hex(key->view());
    return QJsonDocument(root).toJson(QJsonDocument::Indented).toStdString();
}

Result<CheckedHistory> checkHistory(std::string_view json, const VerifyProof &verify) {
    const auto document =
        QJsonDocument::fromJson(QByteArray(json.data(), static_cast<qsizetype>(json.size())));
    const QJsonObject root = document.object();
    if (root[QStringLiteral("apricotHistory")].toInt() != version) return malformed("its version");
    if (!root[QStringLiteral("permissions")].isArray()) return malformed("permissions");
    CheckedHistory out;
    const QJsonArray permissions = root[QStringLiteral("permissions")].toArray();
    for (const auto &value : permissions) {
        const QJsonObject entry = value.toObject();
        const auto grant = grantFromText(entry[QStringLiteral("grant")].toString().toStdString());
        if (!grant) return malformed("grant");
        APRICOT_TRY_ASSIGN(clinic, proofIn(entry, "clinicProof"));
        APRICOT_TRY_ASSIGN(opened, proofIn(entry, "openedProof"));
        APRICOT_TRY_ASSIGN(ended, proofIn(entry, "endedProof"));
        APRICOT_TRY_ASSIGN(
            again,
            entryOf({*grant, std::move(clinic), std::move(opened), std::move(ended)}, verify, out));
        if (again != entry) return refused(again[QStringLiteral("id")].toString().toStdString());
    }
    out.letters = static_cast<std::uint64_t>(root[QStringLiteral("letters")].toArray().size());
    return out;
}

} // namespace apricot
