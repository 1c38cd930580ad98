// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf/shown_record.h"

#include "base/chosen_file.h"
#include "controls/words.h"
#include "crypto/system_random.h"
#include "device/device_of.h"
#include "diary/own_entry.h"
#include "records/json.h"
#include "records/validity.h"
#include "shelf/trend_words.h"
#include "shelf/wording.h"
#include "vault/origins.h"

#include <QCoreApplication>
#include <QLocale>

namespace apricot {
namespace {

constexpr qsizetype mostOriginal = 60'000; // characters shown; the export has all
struct Done {};

QString originInWords(const Origin &origin) {
    //: On a record of a sender whose name is not known
    const QString name =
        origin.name.empty() ? QCoreApplication::translate("Origin", "somebody") : utf8(origin.name);
    switch (origin.state) {
    case OriginState::Own:
        //: On a record: the person wrote it
        return QCoreApplication::translate("Origin", "You wrote this");
    case OriginState::Ledger:
        //: On a record that a clinic sent; %1 is its name
        return QCoreApplication::translate("Origin", "Written by %1, verified").arg(name);
    case OriginState::Issuer:
        //: On a record that came with a genuine signature, from outside the hospitals' ledger; %1
        //: is who signed it
        return QCoreApplication::translate("Origin", "Signed by %1, signature verified").arg(name);
    case OriginState::Unknown:
        break;
    }
    //: On a record that came in a file
    return QCoreApplication::translate("Origin", "From a file that you brought in");
}

} // namespace

struct ShownRecord::Looked {
    Record record;
    std::vector<Record> older;
    Trend trend;
    std::vector<Attached> attached;
    Origin origin;
};

void ShownRecord::setShelf(Shelf *shelf) {
    if (m_shelf == shelf) return;
    if (m_shelf) m_shelf->disconnect(this);
    m_shelf = shelf;
    if (shelf) connect(shelf, &Shelf::recordsChanged, this, &ShownRecord::read);
    Q_EMIT changed();
    read();
}

void ShownRecord::setRecordId(const QString &id) {
    if (m_id == id) return;
    m_id = id;
    Q_EMIT changed();
    read();
}

QString ShownRecord::levelName(int level) {
    return levelInWords(level);
}

std::shared_ptr<const Attached> ShownRecord::attached(int index) const {
    if (index < 0 || index >= static_cast<int>(m_files.size())) return {};
    return m_files[static_cast<std::size_t>(index)];
}

void ShownRecord::read() {
    ++m_search;
    const auto bytes = fromHex(m_id.toStdString());
    const auto id = bytes ? RecordId::from(*bytes) : std::nullopt;
    if (!m_shelf || !m_shelf->isOpen() || !id) {
        // Nothing of a record stays behind a lock.
        m_there = m_own = m_mistaken = false;
        for (QString *text : {&m_title, &m_kind, &m_value, &m_sentence, &m_flagSign, &m_flagWords,
                              &m_original, &m_origin})
            text->clear();
        m_details.clear();
        m_versions.clear();
        m_attachments.clear();
        m_trend = {};
        m_files.clear();
        Q_EMIT shown();
        return;
    }
    m_shelf->look<Looked>(
        this,
        [id = *id](Vault &vault) -> Result<Looked> {
            APRICOT_TRY_ASSIGN(record, vault.record(id));
            APRICOT_TRY_ASSIGN(older, vault.history(id));
            APRICOT_TRY_ASSIGN(trend, trendOf(vault, id));
            APRICOT_TRY_ASSIGN(origin, originOf(vault, id));
            auto attached = attachedTo(record);
            return Looked{std::move(record), std::move(older), std::move(trend),
                          std::move(attached), std::move(origin)};
        },
        [this, search = m_search](Looked &&looked) {
            if (search == m_search) take(std::move(looked));
        });
}

void ShownRecord::take(Looked &&looked) {
    const Record &record = looked.record;
    m_there = true;
    m_title = utf8(record.title);
    m_kind = inWords(record.kind);
    m_value = valueInWords(record.value, record.unit);
    m_sentence = sentenceOf(record);
    const Flag flag = flagOf(record);
    m_flagSign = signOf(flag);
    m_flagWords = inWords(flag);
    m_level = record.level;
    m_own = isOwnEntry(record);
    m_mistaken =
        record.kind != Kind::Person && validityOf(record, record.date.start) == Validity::Mistaken;
    if (looked.origin.state == OriginState::Unknown && m_own)
        looked.origin.state = OriginState::Own;
    m_origin = originInWords(looked.origin);
    m_details.clear();
    for (const Detail &detail : detailsOf(record))
        m_details.append({labelOf(detail), textOf(detail)});
    m_trend = trendInWords(looked.trend);
    m_versions.clear();
    for (const Record &old : looked.older)
        m_versions.append(
            {momentInWords(old.updated.empty() ? old.date.text : old.updated), sentenceOf(old)});
    m_original = utf8(indented(record.json)).left(mostOriginal);
    m_attachments.clear();
    m_files.clear();
    for (Attached &one : looked.attached) {
        m_attachments.append({utf8(one.title), QLocale().formattedDataSize(
                                                   static_cast<qint64>(one.content.size()), 0)});
        m_files.push_back(std::make_shared<const Attached>(std::move(one)));
    }
    Q_EMIT shown();
}

void ShownRecord::setLevel(int level) {
    const auto bytes = fromHex(m_id.toStdString());
    const auto id = bytes ? RecordId::from(*bytes) : std::nullopt;
    if (!m_shelf || !id || level == m_level) return;
    m_shelf->look<Done>(
        this,
        [id = *id, level](Vault &vault) -> Result<Done> {
            APRICOT_TRY(vault.setLevel(id, static_cast<std::uint8_t>(std::clamp(level, 0, 255))));
            return Done{};
        },
        [this, level](Done &&) {
            m_level = level;
            Q_EMIT shown();
        });
}

void ShownRecord::exportTo(const QUrl &file, bool replace) {
    const auto bytes = fromHex(m_id.toStdString());
    const auto id = bytes ? RecordId::from(*bytes) : std::nullopt;
    if (!m_shelf || !id) return;
    m_shelf->look<Done>(
        this,
        [id = *id, device = deviceOf(this), file,
         over = Replace{replace}](Vault &vault) -> Result<Done> {
            APRICOT_TRY_ASSIGN(record, vault.record(id));
            APRICOT_TRY(device->files->write(file, viewOf(originalJson(record)), over));
            return Done{};
        },
        [this](Done &&) { Q_EMIT exported(); });
}

void ShownRecord::markMistaken() {
    const auto bytes = fromHex(m_id.toStdString());
    const auto id = bytes ? RecordId::from(*bytes) : std::nullopt;
    if (!m_shelf || !id) return;
    m_shelf->look<Done>(
        this,
        [id = *id](Vault &vault) -> Result<Done> {
            const SystemClock clock;
            APRICOT_TRY(apricot::markMistaken(vault, id, clock));
            return Done{};
        },
        [this](Done &&) { Q_EMIT m_shelf->recordsChanged(); });
}

} // namespace apricot
