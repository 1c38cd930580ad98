// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is writing down: a reading, a note, a photo or PDF. Checked before it is kept.
#pragma once

#include "diary/own_entry.h"
#include "shelf/shelf.h"

#include <QDateTime>
#include <QUrl>

namespace apricot {

class Entry : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Shelf *shelf MEMBER m_shelf NOTIFY changed)
    // An own entry to be corrected; empty: a new one.
    Q_PROPERTY(QString correcting MEMBER m_correcting WRITE setCorrecting NOTIFY changed)
    Q_PROPERTY(int measure MEMBER m_measure NOTIFY changed) // 1 to 6 (Measure)
    Q_PROPERTY(QString value MEMBER m_value NOTIFY changed)
    Q_PROPERTY(QString second MEMBER m_second NOTIFY changed)
    Q_PROPERTY(QString note MEMBER m_note NOTIFY changed)
    Q_PROPERTY(QDateTime when MEMBER m_when NOTIFY changed)            // of what is corrected
    Q_PROPERTY(QString problem MEMBER m_problem NOTIFY problemChanged) // what is wrong, in words
    Q_PROPERTY(
        bool unusual MEMBER m_unusual NOTIFY problemChanged) // asked back; keep() again keeps

  public:
    explicit Entry(QObject *parent = nullptr) : QObject(parent) {}
    void setCorrecting(const QString &id);
    Q_INVOKABLE static QString measureName(int measure);
    Q_INVOKABLE static QString unitName(int measure);
    Q_INVOKABLE void keepReading(const QDateTime &when);
    Q_INVOKABLE void keepNote(const QString &text, const QDateTime &when);
    Q_INVOKABLE void keepDocument(const QUrl &file, const QString &title, const QDateTime &when);
    Q_INVOKABLE void startAgain(); // another value than the one that was asked back

  Q_SIGNALS:
    void changed();
    void problemChanged();
    void filled(); // with what is to be corrected
    void kept(const QString &id);

  private:
    void setProblem(const Error &error);
    void keep(std::function<Result<RecordId>(Vault &)> job);

    Shelf *m_shelf = nullptr;
    QString m_correcting, m_value, m_second, m_note, m_problem;
    QDateTime m_when;
    int m_measure = 1;
    bool m_unusual = false;
};

} // namespace apricot
