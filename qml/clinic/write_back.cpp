// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/write_back.h"

#include "controls/words.h"
#include "flows/clinic/outbox.h"
#include "flows/clinic/standing.h"
#include "flows/clinic/visit_documents.h"
#include "flows/clinic/write_back.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace apricot {
namespace {

// The fields of every kind of letter, in the order in which they are asked for.
enum Field {
    Test,
    Value,
    Unit,
    Low,
    High,
    Medicine,
    Dose,
    TimesADay,
    Days,
    Advice,
    To,
    Reason,
    Text,
    FieldCount
};
struct Named {
    std::string_view name; // as visit_documents.h calls it
    const char *label;
};
constexpr std::array<Named, FieldCount> named = {{
    //: Field of what a clinic writes back
    {"test", QT_TRANSLATE_NOOP("WriteBack", "Test")},
    //: Field of what a clinic writes back: a test's value
    {"value", QT_TRANSLATE_NOOP("WriteBack", "Value")},
    //: Field of what a clinic writes back
    {"unit", QT_TRANSLATE_NOOP("WriteBack", "Unit")},
    //: Field of what a clinic writes back: the lowest usual value
    {"low", QT_TRANSLATE_NOOP("WriteBack", "Usual from")},
    //: Field of what a clinic writes back: the highest usual value
    {"high", QT_TRANSLATE_NOOP("WriteBack", "Usual to")},
    //: Field of what a clinic writes back
    {"medicine", QT_TRANSLATE_NOOP("WriteBack", "Medicine and strength")},
    //: Field of what a clinic writes back: how much at once
    {"dose", QT_TRANSLATE_NOOP("WriteBack", "Dose")},
    //: Field of what a clinic writes back
    {"timesADay", QT_TRANSLATE_NOOP("WriteBack", "Times a day")},
    //: Field of what a clinic writes back
    {"days", QT_TRANSLATE_NOOP("WriteBack", "Days")},
    //: Field of what a clinic writes back: how to take a medicine
    {"advice", QT_TRANSLATE_NOOP("WriteBack", "Advice (may be empty)")},
    //: Field of what a clinic writes back: where the patient is sent
    {"to", QT_TRANSLATE_NOOP("WriteBack", "To whom")},
    //: Field of what a clinic writes back: why the patient is sent there
    {"reason", QT_TRANSLATE_NOOP("WriteBack", "Why")},
    //: Field of what a clinic writes back
    {"text", QT_TRANSLATE_NOOP("WriteBack", "Note")},
}};

QString labelOf(int field) {
    return QCoreApplication::translate("WriteBack", named[static_cast<std::size_t>(field)].label);
}

// The first field of a kind of letter and the first after it.
std::pair<int, int> fieldsOf(int kind) {
    switch (kind) {
    case WriteBack::Result:
        return {Test, Medicine};
    case WriteBack::Prescription:
        return {Medicine, To};
    case WriteBack::Referral:
        return {To, Text};
    case WriteBack::VisitNote:
        return {Text, FieldCount};
    default:
        return {0, 0};
    }
}

apricot::Result<std::string> documentOf(LetterKind kind, const QStringList &filled,
                                        const Author &author, Random &random) {
    const auto of = [&filled](Field field) { return filled[field].toStdString(); };
    switch (kind) {
    case LetterKind::Result:
        return resultDocument({of(Test), of(Value), of(Unit), of(Low), of(High)}, author, random);
    case LetterKind::Prescription:
        return prescriptionDocument({of(Medicine), of(Dose), of(TimesADay), of(Days), of(Advice)},
                                    author, random);
    case LetterKind::Referral:
        return referralDocument({of(To), of(Reason)}, author, random);
    default:
        return noteDocument({of(Text)}, author, random);
    }
}

// Of whom the visit's records are; empty when they do not say.
apricot::Result<std::string> subjectOf(Vault &records) {
    APRICOT_TRY_ASSIGN(rows, records.list({}, {200, std::nullopt}));
    for (const RecordRow &row : rows)
        if (!row.person.empty()) return row.person;
    return std::string();
}

} // namespace

void WriteBack::setKind(int kind) {
    if (kind == m_kind) return;
    m_kind = kind;
    m_filled = QStringList(FieldCount);
    Q_EMIT kindChanged();
}

QList<FormField> WriteBack::fields() const {
    QList<FormField> out;
    const auto [first, last] = fieldsOf(m_kind);
    for (int field = first; field < last; ++field) out.append({field, labelOf(field)});
    return out;
}

void WriteBack::fill(int field, const QString &text) {
    const auto [first, last] = fieldsOf(m_kind);
    if (field >= first && field < last) m_filled[field] = text;
}

void WriteBack::prepare() {
    if (!m_counter || m_kind < Result || m_kind > VisitNote) return;
    struct Made {
        std::string document;
        std::string missing;
        QString organisation;
    };
    m_counter->ask<Made>(
        this,
        [kind = m_kind, filled = m_filled, id = m_counter->shownId().toStdString(),
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
                documentOf(static_cast<LetterKind>(kind), filled, author, session.random);
            if (!document && document.error().code == ErrorCode::FormIncomplete) {
                made.missing = document.error().detail;
                return made;
            }
            if (!document) return document.error();
            made.document = std::move(*document);
            return made;
        },
        [this, kind = m_kind, filled = m_filled](Made &&made) {
            if (!made.missing.empty()) {
                const auto field = std::ranges::find(named, made.missing, &Named::name);
                m_counter->setProblem(
                    //: Above a form; %1 is the name of a field
                    QCoreApplication::translate(
                        "WriteBack", "“%1” is missing, too long, or not the number that is needed.")
                        .arg(field == named.end()
                                 ? QString()
                                 : labelOf(static_cast<int>(field - named.begin()))));
                return;
            }
            if (made.document.empty()) return;
            m_counter->dismiss();
            m_prepared = kind;
            m_document = std::move(made.document);
            m_preview.clear();
            for (int field = 0; field < FieldCount; ++field)
                if (const QString text = filled[field].trimmed(); !text.isEmpty())
                    m_preview.append({labelOf(field), text});
            //: Label of who writes to a patient
            m_preview.append({QCoreApplication::translate("WriteBack", "From"),
                              m_counter->staff() + QStringLiteral(", ") + made.organisation});
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
    struct Written {
        bool sent = false;
        std::optional<Error> waits;
    };
    m_counter->ask<Written>(
        this,
        [document, kind = static_cast<LetterKind>(m_prepared),
         id = m_counter->shownId().toStdString(), staff = m_counter->staff().toStdString()](
            CounterSession &session) -> apricot::Result<Written> {
            const auto visit = session.visits.find(id);
            if (visit == session.visits.end()) return Written{};
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
            return Written{true, outbox.waits()};
        },
        [this](Written &&written) {
            change();
            if (!written.sent) return; // the visit is over
            //: After something was written to a patient without network
            const QString later = QCoreApplication::translate(
                "WriteBack",
                "It is signed and sealed, and waits here: the mailbox cannot be reached. "
                "Send it later under “About this desk”.");
            //: After something was written to a patient whose inbox did not take it
            const QString refused = QCoreApplication::translate(
                "WriteBack",
                "It is signed and sealed, and waits here: the patient's inbox did not take it, "
                "since it is full or the letter too large. Send it later under “About this desk”.");
            //: After something was written to a patient
            const QString now = QCoreApplication::translate(
                "WriteBack", "Signed, sealed and sent. It arrives in the patient's app, with proof "
                             "that it comes from this clinic.");
            const bool full =
                written.waits && written.waits->code == ErrorCode::InboxRefusedMessage;
            m_counter->setNotice(full ? refused : written.waits ? later : now);
            m_counter->refreshVisits();
            m_counter->refreshDesk();
            Q_EMIT sent();
        });
}

} // namespace apricot
