// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/patient/history.h"

#include "codec/base64.h"
#include "consent/text.h"
#include "flows/patient/inbox.h"
#include "flows/patient/openings.h"
#include "flows/patient/share.h"
#include "ledger/receipt.h"
#include "ledger/state_keys.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace apricot {
namespace {

constexpr int version = 2;

Error malformed(std::string what) {
    return fail(ErrorCode::HistoryMalformed, std::move(what));
}

Error refused(std::string what) {
    return fail(ErrorCode::HistoryRefused, std::move(what));
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

// The proofs that came with an entry, verified, by key: what is not among them is not known.
using Known = std::map<Bytes, std::optional<Bytes>>;

Result<Known> verifyAll(const std::vector<ProvenAnswer> &proofs, const VerifyProof &verify,
                        CheckedHistory &counted) {
    Known out;
    for (const ProvenAnswer &proof : proofs) {
        APRICOT_TRY_ASSIGN(verified, verify(proof));
        if (counted.asOf == 0 || verified.time < counted.asOf) counted.asOf = verified.time;
        if (!out.try_emplace(verified.key, std::move(verified.value)).second)
            return refused("two proofs about one thing");
    }
    return out;
}

Look lookAmong(const Known &known) {
    return [&known](ByteView key) -> Result<std::optional<Bytes>> {
        const auto found = known.find(Bytes(key.begin(), key.end()));
        if (found == known.end()) return refused("a proof is missing");
        return found->second;
    };
}

QJsonArray inJson(const std::vector<ProvenAnswer> &proofs) {
    QJsonArray out;
    for (const ProvenAnswer &proof : proofs) out.append(base64(encodeAnswer(proof)));
    return out;
}

Result<std::vector<ProvenAnswer>> proofsIn(const QJsonObject &entry) {
    const QJsonArray list = entry[QStringLiteral("proofs")].toArray();
    std::vector<ProvenAnswer> out;
    for (const auto &one : list) {
        const auto raw = fromBase64(one.toString().toStdString());
        if (!raw) return malformed("a proof");
        auto answer = decodeAnswer(*raw);
        if (!answer) return malformed("a proof");
        out.push_back(std::move(answer).value());
    }
    return out;
}

std::vector<ProvenAnswer> proofsOf(const Witness &witness) {
    std::vector<ProvenAnswer> out;
    for (const auto &[key, answer] : witness.answers()) out.push_back(answer);
    return out;
}

Result<Organisation> organisationIn(const OrganisationId &id, const Look &look) {
    APRICOT_TRY_ASSIGN(value, look(organisationKey(id)));
    if (!value) return Organisation();
    return decodeOrganisation(*value);
}

void addOpenings(QJsonObject &entry, const GrantOpenings &seen, CheckedHistory &counted) {
    QJsonArray openings;
    std::uint64_t countedOnly = 0;
    for (const RedemptionLeaf &one : seen.openings) {
        if (!one) {
            ++countedOnly;
            continue;
        }
        openings.append(QJsonObject{
            {QStringLiteral("time"), when(one->time)},
            {QStringLiteral("block"), static_cast<qint64>(one->height)},
            {QStringLiteral("desk"), hex(one->desk.view())},
        });
    }
    const std::uint32_t used = seen.state ? seen.state->used : 0;
    counted.opened += used;
    entry[QStringLiteral("used")] = static_cast<qint64>(used);
    entry[QStringLiteral("openings")] = openings;
    // By an older version of the ledger's rules.
    if (countedOnly > 0) entry[QStringLiteral("countedOnly")] = static_cast<qint64>(countedOnly);
}

// The entries, generated from what the proofs say: whoever checks a history makes them again, from
// the proofs in it, and compares.
Result<QJsonObject> permissionOf(const SignedGrant &signedGrant, const Look &look,
                                 CheckedHistory &counted) {
    APRICOT_TRY_ASSIGN(grant, verifyGrant(signedGrant));
    const GrantPublic &open = grant.open;
    APRICOT_TRY_ASSIGN(clinic, organisationIn(open.audience, look));
    APRICOT_TRY_ASSIGN(seen, openingsOf(open.subject, {open.signer, open.id}, look));
    APRICOT_TRY_ASSIGN(ending, endingOf(open, look));
    QJsonObject out{
        {QStringLiteral("id"), hex(open.id.view())},
        {QStringLiteral("clinic"), utf8(clinic.name)},
        {QStringLiteral("organisation"), hex(open.audience.view())},
        {QStringLiteral("from"), when(open.notBefore)},
        {QStringLiteral("until"), when(open.expiry)},
        {QStringLiteral("uses"), static_cast<qint64>(open.uses)},
        {QStringLiteral("grant"), utf8(grantToText(signedGrant))},
    };
    // The words that were signed; without them when the clinic has since changed its name.
    const auto words = consentText(grant, clinic.name);
    if (words && words->hash() == grant.closed.textHash) {
        out[QStringLiteral("english")] = utf8(words->english);
        out[QStringLiteral("chinese")] = utf8(words->chinese);
    }
    addOpenings(out, seen, counted);
    if (ending.why == Refusal::GrantRevoked || ending.why == Refusal::DelegationRevoked) {
        APRICOT_TRY_ASSIGN(value, look(ending.key));
        APRICOT_TRY_ASSIGN(mark, decodeMark(value.value_or(Bytes())));
        out[QStringLiteral("ended")] = when(mark.time);
        ++counted.ended;
    }
    ++counted.permissions;
    return out;
}

// All that the ledger holds under one of the person's keys: `others` are the openings of grants
// that are none of `told`.
Result<QJsonObject> subjectOf(const VerifyKey &subject, const std::set<GrantName> &told,
                              const Look &look, CheckedHistory &counted) {
    APRICOT_TRY_ASSIGN(untold, everyOpening(subject, look, [&](const GrantName &name) {
                           return !told.contains(name);
                       }));
    QJsonArray others;
    for (const SubjectsGrant &one : untold) {
        APRICOT_TRY_ASSIGN(clinic, organisationIn(one.seen.state->organisation, look));
        QJsonObject other{
            {QStringLiteral("id"), hex(one.name.id.view())},
            {QStringLiteral("signer"), hex(one.name.signer.view())},
            {QStringLiteral("clinic"), utf8(clinic.name)},
            {QStringLiteral("organisation"), hex(one.seen.state->organisation.view())},
            {QStringLiteral("until"), when(one.seen.state->expiry)},
            {QStringLiteral("uses"), static_cast<qint64>(one.seen.state->uses)},
        };
        addOpenings(other, one.seen, counted);
        others.append(other);
        ++counted.untold;
    }
    return QJsonObject{{QStringLiteral("subject"), hex(subject.view())},
                       {QStringLiteral("others"), others}};
}

QJsonObject entryOf(const News &news) {
    QJsonArray records;
    for (const RecordId &id : news.records) records.append(hex(id.view()));
    return {{QStringLiteral("kind"), utf8(nameOf(news.kind))},
            {QStringLiteral("organisation"), hex(news.sender.organisation.view())},
            {QStringLiteral("clinic"), utf8(news.sender.name)},
            {QStringLiteral("time"), when(news.sender.time)},
            {QStringLiteral("state"), utf8(nameOf(news.sender.state))},
            {QStringLiteral("records"), records}};
}

} // namespace

Result<std::string> exportHistory(Vault &vault, Ledger &ledger) {
    APRICOT_TRY_ASSIGN(given, signedGrants(vault, ledger.chainId()));
    APRICOT_TRY_ASSIGN(own, ownGrants(given));
    CheckedHistory counted;
    QJsonArray permissions, subjects, letters;
    for (const SignedGrant &one : given) {
        Witness witness(ledger);
        APRICOT_TRY_ASSIGN(entry, permissionOf(one, witness.look(), counted));
        entry[QStringLiteral("proofs")] = inJson(proofsOf(witness));
        permissions.append(entry);
    }
    for (const auto &[subject, told] : own) {
        Witness witness(ledger);
        APRICOT_TRY_ASSIGN(entry, subjectOf(subject, told, witness.look(), counted));
        entry[QStringLiteral("proofs")] = inJson(proofsOf(witness));
        subjects.append(entry);
    }
    APRICOT_TRY_ASSIGN(news, arrived(vault));
    for (const News &one : news) letters.append(entryOf(one));
    QJsonObject root{{QStringLiteral("apricotHistory"), version},
                     {QStringLiteral("chain"), utf8(ledger.chainId())},
                     {QStringLiteral("permissions"), permissions},
                     {QStringLiteral("subjects"), subjects},
                     {QStringLiteral("letters"), letters}};
    if (const auto key = ledger.ledgerKey()) root[QStringLiteral("ledgerKey")] = hex(key->view());
    return QJsonDocument(root).toJson(QJsonDocument::Indented).toStdString();
}

namespace {

// Makes an entry again by `make` from the proofs in it. HistoryRefused when it was another.
Result<> checkEntry(const QJsonObject &entry, const VerifyProof &verify, CheckedHistory &counted,
                    const std::function<Result<QJsonObject>(const Look &)> &make) {
    APRICOT_TRY_ASSIGN(proofs, proofsIn(entry));
    APRICOT_TRY_ASSIGN(known, verifyAll(proofs, verify, counted));
    APRICOT_TRY_ASSIGN(again, make(lookAmong(known)));
    again[QStringLiteral("proofs")] = inJson(proofs);
    if (again != entry) return refused("an entry is not what its proofs say");
    return {};
}

} // namespace

Result<CheckedHistory> checkHistory(std::string_view json, const VerifyProof &verify) {
    const auto document =
        QJsonDocument::fromJson(QByteArray(json.data(), static_cast<qsizetype>(json.size())));
    const QJsonObject root = document.object();
    if (root[QStringLiteral("apricotHistory")].toInt() != version) return malformed("its version");
    if (!root[QStringLiteral("permissions")].isArray()) return malformed("permissions");
    CheckedHistory out;
    std::vector<SignedGrant> given;
    const QJsonArray permissions = root[QStringLiteral("permissions")].toArray();
    for (const auto &value : permissions) {
        const QJsonObject entry = value.toObject();
        auto grant = grantFromText(entry[QStringLiteral("grant")].toString().toStdString());
        if (!grant) return malformed("grant");
        APRICOT_TRY(checkEntry(entry, verify, out,
                               [&](const Look &look) { return permissionOf(*grant, look, out); }));
        given.push_back(std::move(grant).value());
    }
    // Whoever left a permission out would leave its opening among the others.
    APRICOT_TRY_ASSIGN(own, ownGrants(given));
    const QJsonArray subjects = root[QStringLiteral("subjects")].toArray();
    if (static_cast<std::size_t>(subjects.size()) != own.size()) return refused("subjects");
    auto next = own.begin();
    for (const auto &value : subjects) {
        const auto &mine = *next++; // a subject, and what was told of it
        APRICOT_TRY(checkEntry(value.toObject(), verify, out, [&](const Look &look) {
            return subjectOf(mine.first, mine.second, look, out);
        }));
    }
    out.letters = static_cast<std::uint64_t>(root[QStringLiteral("letters")].toArray().size());
    return out;
}

} // namespace apricot
