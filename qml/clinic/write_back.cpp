// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/write_back.h"

#include "controls/words.h"
#include "flows/clinic/outbox.h"
#include "flows/clinic/standing.h"
#include "flows/clinic/visit_documents.h"
#include "flows/clinic/write_back.h"

#include <QCoreApplication>

namespace apricot {
namespace {

apricot::Result<std::string> documentOf(LetterKind kind, const QVariantMap &fields,
                                        const Author &author, Random &random) {
    const auto of = [&fields](const char *name) {
        return fields[QString::fromLatin1(name)].toString().toStdString();
    };
    switch (kind) {
    case LetterKind::Result:
        return resultDocument({of("test"), of("value"), of("unit"), of("low"), of("high")}, author,
                              random);
    case LetterKind::Prescription:
        return prescriptionDocument(
            {of("medicine"), of("dose"), of("timesADay"), of("days"), of("advice")}, author,
            random);
    case LetterKind::Referral:
        return referralDocument({of("to"), of("reason")}, author, random);
    default:
        return noteDocument({of("text")}, author, random);
    }
}

// Of whom the visit's records are; empty when they do not say.
apricot::Result<std::string> subjectOf(Vault &records) {
    APRICOT_TRY_ASSIGN(rows, records.list({}, {200, std::nullopt}));
    for (const RecordRow &row : rows)
        if (!row.person.empty()) return row.person;
    return std::string();
}

const QStringList &order() {
    static const QStringList fields = {
        QStringLiteral("test"),   QStringLiteral("value"),     QStringLiteral("unit"),
        QStringLiteral("low"),    QStringLiteral("high"),      QStringLiteral("medicine"),
        QStringLiteral("dose"),   QStringLiteral("timesADay"), QStringLiteral("days"),
        QStringLiteral("advice"), QStringLiteral("to"),        QStringLiteral("reason"),
        QStringLiteral("text")};
    return fields;
}

} // namespace

QString WriteBack::labelOf(const QString &field) {
    static const QHash<QString, const char *> labels = {
        //: Field of what a clinic writes back
        {QStringLiteral("test"), QT_TRANSLATE_NOOP("WriteBack", "Test")},
        //: Field of what a clinic writes back: a test's value
        {QStringLiteral("value"), QT_TRANSLATE_NOOP("WriteBack", "Value")},
        //: Field of what a clinic writes back
        {QStringLiteral("unit"), QT_TRANSLATE_NOOP("WriteBack", "Unit")},
        //: Field of what a clinic writes back: the lowest usual value
        {QStringLiteral("low"), QT_TRANSLATE_NOOP("WriteBack", "Usual from")},
        //: Field of what a clinic writes back: the highest usual value
        {QStringLiteral("high"), QT_TRANSLATE_NOOP("WriteBack", "Usual to")},
        //: Field of what a clinic writes back
        {QStringLiteral("medicine"), QT_TRANSLATE_NOOP("WriteBack", "Medicine and strength")},
        //: Field of what a clinic writes back: how much at once
        {QStringLiteral("dose"), QT_TRANSLATE_NOOP("WriteBack", "Dose")},
        //: Field of what a clinic writes back
        {QStringLiteral("timesADay"), QT_TRANSLATE_NOOP("WriteBack", "Times a day")},
        //: Field of what a clinic writes back
        {QStringLiteral("days"), QT_TRANSLATE_NOOP("WriteBack", "Days")},
        //: Field of what a clinic writes back: how to take a medicine
        {QStringLiteral("advice"), QT_TRANSLATE_NOOP("WriteBack", "Advice (may be empty)")},
        //: Field of what a clinic writes back: where the patient is sent
        {QStringLiteral("to"), QT_TRANSLATE_NOOP("WriteBack", "To whom")},
        //: Field of what a clinic writes back: why the patient is sent there
        {QStringLiteral("reason"), QT_TRANSLATE_NOOP("WriteBack", "Why")},
        //: Field of what a clinic writes back
        {QStringLiteral("text"), QT_TRANSLATE_NOOP("WriteBack", "Note")}};
    return QCoreApplication::translate("WriteBack", labels.value(field, ""));
}

void WriteBack::prepare(int kind, const QVariantMap &fields) {
    if (!m_counter || kind < Result || kind > VisitNote) return;
    struct Made {
        std::string document;
        QString missing;
        QString organisation;
    };
    m_counter->ask<Made>(
        this,
        [kind, fields, id = m_counter->shownId().toStdString(),
         staff =
             m_counter->staff().toStdString()](CounterSession &session) -> apricot::Result<Made> {
            const auto visit = session.visits.find(id);
            if (visit == session.visits.end()) return Made{};
            Author author;
            author.organisation = visit->second.seen.audience.name;
            author.staff = staff;
            author.time = session.clock.now();
            author.utcOffsetMinutes =
                QDateTime::fromSecsSinceEpoch(author.time).offsetFromUtc() / 60;
            APRICOT_TRY_ASSIGN(subject, subjectOf(*visit->second.records));
            author.subject = std::move(subject);
            Made made;
            made.organisation = utf8(author.organisation);
            auto document =
                documentOf(static_cast<LetterKind>(kind), fields, author, session.random);
            if (!document && document.error().code == Code::FormIncomplete) {
                made.missing = utf8(document.error().detail);
                return made;
            }
            if (!document) return document.error();
            made.document = std::move(*document);
            return made;
        },
        [this, kind, fields](Made &&made) {
            if (!made.missing.isEmpty()) {
                m_counter->setProblem(
                    //: Above a form; %1 is the name of a field
                    QCoreApplication::translate(
                        "WriteBack", "“%1” is missing, too long, or not the number that is needed.")
                        .arg(labelOf(made.missing)));
                return;
            }
            if (made.document.empty()) return;
            m_counter->dismiss();
            m_kind = kind;
            m_document = std::move(made.document);
            m_preview.clear();
            for (const QString &field : order())
                if (const QString text = fields[field].toString().trimmed(); !text.isEmpty())
                    m_preview += QVariantMap{{QStringLiteral("label"), labelOf(field)},
                                             {QStringLiteral("text"), text}};
            //: Label of who writes to a patient
            m_preview += QVariantMap{
                {QStringLiteral("label"), QCoreApplication::translate("WriteBack", "From")},
                {QStringLiteral("text"),
                 m_counter->staff() + QStringLiteral(", ") + made.organisation}};
            Q_EMIT changed();
        });
}

void WriteBack::change() {
    m_document.clear();
    m_preview.clear();
    Q_EMIT changed();
}

void WriteBack::send() {
    if (!m_counter || m_document.empty()) return;
    const std::string document = std::exchange(m_document, {}); // pressed twice: sent once
    m_counter->ask<bool>(
        this,
        [document, kind = static_cast<LetterKind>(m_kind), id = m_counter->shownId().toStdString(),
         staff =
             m_counter->staff().toStdString()](CounterSession &session) -> apricot::Result<bool> {
            const auto visit = session.visits.find(id);
            if (visit == session.visits.end()) return false;
            APRICOT_TRY_ASSIGN(desk, deskOf(*session.vault));
            const auto chosen = session.ledger();
            Outbox outbox(*session.vault, chosen ? (*chosen)->mailbox() : nullptr);
            const Inspection &seen = visit->second.seen;
            auto written = chosen ? writeBack(seen, desk, kind, {document}, (*chosen)->ledger(),
                                              outbox, session.clock)
                                  : apricot::Result<>(chosen.error());
            if (!written && isOutOfReach(written.error().code))
                written = writeBackLater(seen, desk, kind, {document}, outbox, session.clock);
            if (!written) return written.error();
            APRICOT_TRY(noteLetter(*session.vault, seen, staff, nameOf(kind)));
            APRICOT_TRY_ASSIGN(waiting, waitingIn(*session.vault));
            return waiting > 0;
        },
        [this](bool &&waits) {
            change();
            //: After something was written to a patient without network
            const QString later = QCoreApplication::translate(
                "WriteBack",
                "It is signed and sealed, and waits here: the mailbox cannot be reached. "
                "Send it later under “About this desk”.");
            //: After something was written to a patient
            const QString now = QCoreApplication::translate(
                "WriteBack", "Signed, sealed and sent. It arrives in the patient's app, with proof "
                             "that it comes from this clinic.");
            m_counter->setNotice(waits ? later : now);
            m_counter->refreshVisits();
            m_counter->refreshDesk();
            Q_EMIT sent();
        });
}

} // namespace apricot
