// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf/entry.h"

#include "base/file.h"
#include "controls/words.h"
#include "crypto/system_random.h"
#include "device/device_of.h"

#include <QCoreApplication>

#include <array>

namespace apricot {
namespace {

int offsetOf(const QDateTime &when) {
    return when.toLocalTime().offsetFromUtc() / 60;
}

std::optional<RecordId> idIn(const QString &text) {
    const auto bytes = fromHex(text.toStdString());
    return bytes ? RecordId::from(*bytes) : std::nullopt;
}

} // namespace

QString Entry::measureName(int measure) {
    static constexpr std::array<const char *, measureCount> names = {
        //: Something a person measures at home
        QT_TRANSLATE_NOOP("Entry", "Blood pressure"),
        //: Something a person measures at home
        QT_TRANSLATE_NOOP("Entry", "Weight"),
        //: Something a person measures at home
        QT_TRANSLATE_NOOP("Entry", "Blood sugar"),
        //: Something a person measures at home
        QT_TRANSLATE_NOOP("Entry", "Temperature"),
        //: Something a person measures at home
        QT_TRANSLATE_NOOP("Entry", "Pulse"),
        //: Something a person measures at home
        QT_TRANSLATE_NOOP("Entry", "Oxygen in the blood"),
    };
    return QCoreApplication::translate(
        "Entry", names[static_cast<std::size_t>(std::clamp<int>(measure, 1, measureCount)) - 1]);
}

QString Entry::unitName(int measure) {
    switch (static_cast<Measure>(measure)) {
    case Measure::BloodPressure:
        return QStringLiteral("mmHg");
    case Measure::Weight:
        return QStringLiteral("kg");
    case Measure::BloodSugar:
        return QStringLiteral("mmol/L");
    case Measure::Temperature:
        return QStringLiteral("°C");
    case Measure::Pulse:
        //: Unit of the pulse: beats a minute
        return QCoreApplication::translate("Entry", "a minute");
    case Measure::Oxygen:
        return QStringLiteral("%");
    }
    return {};
}

void Entry::setProblem(const Error &error) {
    m_problem = inWords(error);
    m_unusual = false;
    Q_EMIT problemChanged();
}

void Entry::startAgain() {
    if (m_problem.isEmpty() && !m_unusual) return;
    m_problem.clear();
    m_unusual = false;
    Q_EMIT problemChanged();
}

void Entry::setCorrecting(const QString &id) {
    if (m_correcting == id) return;
    m_correcting = id;
    Q_EMIT changed();
    const auto record = idIn(id);
    if (!record || !m_shelf) return;
    m_shelf->look<Record>(
        this, [id = *record](Vault &vault) -> Result<Record> { return vault.record(id); },
        [this](Record &&found) {
            const auto reading = readingIn(found);
            if (!reading) return;
            m_measure = static_cast<int>(reading->measure);
            m_value = utf8(reading->value);
            m_second = utf8(reading->second);
            m_note = utf8(reading->note);
            m_when = QDateTime::fromSecsSinceEpoch(reading->when);
            Q_EMIT changed();
            Q_EMIT filled();
        });
}

void Entry::keep(std::function<Result<RecordId>(Vault &)> job) {
    // The words stand beside the form, not in the banner: what was typed must stay in sight.
    using Kept = std::shared_ptr<Result<RecordId>>;
    m_shelf->look<Kept>(
        this,
        [job = std::move(job)](Vault &vault) -> Result<Kept> {
            return std::make_shared<Result<RecordId>>(job(vault));
        },
        [this](Kept &&result) {
            if (!result->ok()) return setProblem(result->error());
            startAgain();
            Q_EMIT kept(utf8(toHex(result->value().view())));
            Q_EMIT m_shelf->recordsChanged();
        });
}

void Entry::keepReading(const QDateTime &when) {
    if (!m_shelf) return;
    OwnReading reading{
        static_cast<Measure>(m_measure), m_value.toStdString(), m_second.toStdString(),
        when.toSecsSinceEpoch(),         offsetOf(when),        m_note.toStdString()};
    const SystemClock clock;
    const auto unusual = isUnusual(reading, clock);
    if (!unusual) return setProblem(unusual.error());
    if (*unusual && !m_unusual) {
        m_unusual = true;
        m_problem.clear();
        Q_EMIT problemChanged();
        return;
    }
    keep([reading, id = idIn(m_correcting)](Vault &vault) -> Result<RecordId> {
        const SystemClock now;
        SystemRandom random;
        if (!id) return addReading(vault, reading, now, random);
        APRICOT_TRY(correctReading(vault, *id, reading, now));
        return *id;
    });
}

void Entry::keepNote(const QString &text, const QDateTime &when) {
    if (!m_shelf) return;
    const OwnNote note{text.toStdString(), when.toSecsSinceEpoch(), offsetOf(when)};
    keep([note](Vault &vault) -> Result<RecordId> {
        const SystemClock clock;
        SystemRandom random;
        return addNote(vault, note, clock, random);
    });
}

void Entry::keepDocument(const QUrl &file, const QString &title, const QDateTime &when) {
    if (!m_shelf) return;
    const OwnDocument document{title.toStdString(), {}, when.toSecsSinceEpoch(), offsetOf(when)};
    keep([document, device = deviceOf(this), file](Vault &vault) -> Result<RecordId> {
        const SystemClock clock;
        SystemRandom random;
        OwnDocument whole = document;
        APRICOT_TRY_ASSIGN(from, device->files->toRead(file));
        std::error_code unreadable; // readFile says so
        const auto size = std::filesystem::file_size(from.path, unreadable);
        if (!unreadable && size > documentLimit) return documentRefused(size);
        APRICOT_TRY_ASSIGN(content, readFile(from.path, documentLimit));
        whole.content = std::move(content);
        return addDocument(vault, whole, clock, random);
    });
}

} // namespace apricot
