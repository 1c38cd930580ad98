// SPDX-License-Identifier: GPL-3.0-or-later
// One record as a screen shows it: in plain words, its fields, how it went over time, its
// attachments, its older versions, its level, and the original.
#pragma once

#include "shelf/attached.h"
#include "shelf/shelf.h"
#include "shelf/trend_words.h"

#include <QList>
#include <QUrl>

#include <memory>

namespace apricot {

// What a record says under a label.
struct RecordDetail {
    Q_GADGET
    QML_VALUE_TYPE(recordDetail)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QString text MEMBER text)

  public:
    QString label, text;
    bool operator==(const RecordDetail &) const = default;
};
// How it was before.
struct OlderVersion {
    Q_GADGET
    QML_VALUE_TYPE(olderVersion)
    Q_PROPERTY(QString when MEMBER when)
    Q_PROPERTY(QString text MEMBER text)

  public:
    QString when, text;
    bool operator==(const OlderVersion &) const = default;
};
struct RecordAttachment {
    Q_GADGET
    QML_VALUE_TYPE(recordAttachment)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString size MEMBER size)

  public:
    QString title, size;
    bool operator==(const RecordAttachment &) const = default;
};

class ShownRecord : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Shelf *shelf MEMBER m_shelf WRITE setShelf NOTIFY changed)
    Q_PROPERTY(QString recordId MEMBER m_id WRITE setRecordId NOTIFY changed)
    Q_PROPERTY(bool there MEMBER m_there NOTIFY shown) // it was read
    Q_PROPERTY(QString title MEMBER m_title NOTIFY shown)
    Q_PROPERTY(QString kind MEMBER m_kind NOTIFY shown)
    Q_PROPERTY(QString value MEMBER m_value NOTIFY shown)
    Q_PROPERTY(QString sentence MEMBER m_sentence NOTIFY shown)
    Q_PROPERTY(QString flagSign MEMBER m_flagSign NOTIFY shown)
    Q_PROPERTY(QString flagWords MEMBER m_flagWords NOTIFY shown)
    Q_PROPERTY(int level MEMBER m_level NOTIFY shown)
    Q_PROPERTY(bool own MEMBER m_own NOTIFY shown)           // the person wrote it
    Q_PROPERTY(bool mistaken MEMBER m_mistaken NOTIFY shown) // entered in error
    Q_PROPERTY(QString origin MEMBER m_origin NOTIFY shown)  // who vouches for it, in words
    Q_PROPERTY(QList<apricot::RecordDetail> details MEMBER m_details NOTIFY shown)
    Q_PROPERTY(apricot::Curve trend MEMBER m_trend NOTIFY shown)
    Q_PROPERTY(QList<apricot::OlderVersion> versions MEMBER m_versions NOTIFY shown)
    Q_PROPERTY(QString original MEMBER m_original NOTIFY shown) // JSON, indented; attachments cut
    Q_PROPERTY(QList<apricot::RecordAttachment> attachments MEMBER m_attachments NOTIFY shown)

  public:
    explicit ShownRecord(QObject *parent = nullptr) : QObject(parent) {}

    void setShelf(Shelf *shelf);
    void setRecordId(const QString &id);
    Q_INVOKABLE static QString levelName(int level);
    Q_INVOKABLE void setLevel(int level);
    Q_INVOKABLE void exportTo(const QUrl &file, bool replace = false); // FHIR JSON, byte for byte
    Q_INVOKABLE void markMistaken();                                   // an own entry

    // Of one attachment; null when it is not here.
    [[nodiscard]] std::shared_ptr<const Attached> attached(int index) const;
    [[nodiscard]] Shelf *shelf() const { return m_shelf; }

  Q_SIGNALS:
    void changed();
    void shown();
    void exported();

  private:
    struct Looked;
    void read();
    void take(Looked &&looked);

    Shelf *m_shelf = nullptr;
    QString m_id, m_title, m_kind, m_value, m_sentence, m_flagSign, m_flagWords, m_original,
        m_origin;
    bool m_there = false, m_own = false, m_mistaken = false;
    int m_level = 1;
    QList<RecordDetail> m_details;
    QList<OlderVersion> m_versions;
    QList<RecordAttachment> m_attachments;
    Curve m_trend;
    std::vector<std::shared_ptr<const Attached>> m_files;
    int m_search = 0; // answers about an older record are dropped
};

} // namespace apricot
