// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/share_flow.h"

#include "base/file.h"
#include "controls/words.h"
#include "exchange/qr.h"
#include "flows/directory.h"
#include "shelf/records.h"

#include <QDateTime>
#include <QLocale>

#include <QCoreApplication>

namespace apricot {
namespace {

constexpr UnixTime visitReach = UnixTime{183} * 86400; // "for this visit": half a year back
constexpr UnixTime keepFor = UnixTime{30} * 86400;     // the clinic erases after so long

std::uint16_t bit(Kind kind) {
    return static_cast<std::uint16_t>(1U << (static_cast<unsigned>(kind) - 1U));
}

Scope scopeOf(ShareFlow::Preset preset, int kinds, int level, UnixTime now) {
    Scope out;
    out.level = static_cast<std::uint8_t>(std::clamp(level, 1, 5));
    switch (preset) {
    case ShareFlow::ThisVisit:
        out.kinds = allKinds;
        out.from = now - visitReach;
        break;
    case ShareFlow::MedicinesAndAllergies:
        out.kinds = bit(Kind::Medication) | bit(Kind::Allergy);
        break;
    case ShareFlow::Everything:
        out.kinds = allKinds;
        break;
    case ShareFlow::ChosenKinds:
        out.kinds = static_cast<std::uint16_t>(kinds) & allKinds;
        break;
    }
    return out;
}

} // namespace

void ShareFlow::findClinics() {
    m_person->ask<std::vector<Organisation>>(
        this,
        [](Person::Stage &stage) -> Result<std::vector<Organisation>> {
            APRICOT_TRY_ASSIGN(chosen, stage.ledger());
            return activeOrganisations(chosen->ledger());
        },
        [this](std::vector<Organisation> &&all) {
            m_clinics.clear();
            for (const Organisation &one : all)
                m_clinics.append(QVariantMap{{QStringLiteral("number"), utf8(toHex(one.id.view()))},
                                             {QStringLiteral("name"), utf8(one.name)}});
            Q_EMIT changed();
        });
}

void ShareFlow::rehearse(const QString &clinic, Preset preset, int kinds, int level, int minutes,
                         int uses) {
    const auto raw = fromHex(clinic.toStdString());
    const auto id = raw ? OrganisationId::from(*raw) : std::nullopt;
    if (!id) return;
    m_person->ask<Rehearsal>(
        this,
        [=, clinicId = *id](Person::Stage &stage) -> Result<Rehearsal> {
            APRICOT_TRY_ASSIGN(chosen, stage.ledger());
            const UnixTime now = stage.clock.now();
            const auto nextMinute = [](UnixTime time) { return (time + 59) / 60 * 60; };
            ShareChoice choice;
            choice.clinic = clinicId;
            choice.scope = scopeOf(preset, kinds, level, now - now % 86400);
            choice.expiry = nextMinute(now + UnixTime{60} * minutes);
            choice.eraseBy = nextMinute(now + keepFor);
            choice.uses = static_cast<std::uint32_t>(uses);
            const int offset = QDateTime::fromSecsSinceEpoch(now).offsetFromUtc();
            choice.utcOffsetMinutes = static_cast<std::int16_t>(offset / 60);
            return apricot::rehearse(*stage.vault, chosen->ledger(), choice, stage.clock,
                                     stage.random);
        },
        [this](Rehearsal &&rehearsal) {
            m_rehearsal = std::move(rehearsal);
            m_step = Rehearsed;
            Q_EMIT changed();
        });
}

void ShareFlow::sign() {
    if (m_step != Rehearsed) return;
    m_person->ask<SignedGrant>(
        this,
        [rehearsal = *m_rehearsal](Person::Stage &stage) -> Result<SignedGrant> {
            APRICOT_TRY_ASSIGN(chosen, stage.ledger());
            APRICOT_TRY_ASSIGN(mailbox, chosen->neededMailbox());
            APRICOT_TRY_ASSIGN(wallet, stage.wallet());
            return share(*stage.vault, wallet, *mailbox, rehearsal, stage.random);
        },
        [this](SignedGrant &&grant) {
            m_code = utf8(grantToText(grant));
            m_step = Signed;
            Q_EMIT changed();
        });
}

void ShareFlow::startAgain() {
    m_step = Choosing;
    m_rehearsal.reset();
    m_code.clear();
    Q_EMIT changed();
}

void ShareFlow::saveCode(const QUrl &picture) {
    const auto written = [&]() -> Result<> {
        APRICOT_TRY_ASSIGN(code, encodeQr(m_code.toStdString()));
        APRICOT_TRY_ASSIGN(png, qrToPng(code));
        return writeFile(picture.toLocalFile().toStdString(), png);
    }();
    if (!written) return m_person->setProblem(written.error());
    //: After the picture of a permission's code was written to a file
    m_person->setNotice(QCoreApplication::translate(
        "ShareFlow", "The code is saved as a picture. It works until it ends, for this clinic "
                     "only."));
}

QString ShareFlow::clinicName() const {
    return m_rehearsal ? utf8(m_rehearsal->clinic.name) : QString();
}

QVariantList ShareFlow::records() const {
    QVariantList out;
    if (!m_rehearsal) return out;
    for (const RecordRow &row : m_rehearsal->records) {
        const std::string value = row.unit.empty() ? row.value : row.value + " " + row.unit;
        out.append(QVariantMap{{QStringLiteral("title"), utf8(row.title)},
                               {QStringLiteral("value"), utf8(value)},
                               {QStringLiteral("when"), dayOf(row)}});
    }
    return out;
}

QString ShareFlow::words() const {
    if (!m_rehearsal) return {};
    return utf8(QLocale().language() == QLocale::Chinese ? m_rehearsal->words.chinese
                                                         : m_rehearsal->words.english);
}

QDateTime ShareFlow::expiry() const {
    return m_rehearsal ? QDateTime::fromSecsSinceEpoch(m_rehearsal->grant.open.expiry)
                       : QDateTime();
}

} // namespace apricot
