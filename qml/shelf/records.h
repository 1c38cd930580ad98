// SPDX-License-Identifier: GPL-3.0-or-later
// The records that fit a search, newest first, read a page at a time as the list is scrolled.
#pragma once

#include "shelf/shelf.h"

#include <QAbstractListModel>

namespace apricot {

class Records : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Shelf *shelf MEMBER m_shelf WRITE setShelf NOTIFY changed)
    Q_PROPERTY(QString text MEMBER m_text WRITE setText NOTIFY changed) // words to look for
    Q_PROPERTY(int kinds MEMBER m_kinds WRITE setKinds NOTIFY changed)  // bit (Kind - 1); 0: all
    Q_PROPERTY(int total READ total NOTIFY changed)                     // how many fit, read or not

  public:
    enum Role { Id = Qt::UserRole, Title, Value, When, Year, Kind, Level, Performer };

    explicit Records(QObject *parent = nullptr) : QAbstractListModel(parent) {}
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    void setShelf(Shelf *shelf);
    void setText(const QString &text);
    void setKinds(int kinds);
    [[nodiscard]] int total() const { return m_total; }
    Q_INVOKABLE void reload();
    Q_INVOKABLE static QString kindName(int kind); // 1 to 13

  Q_SIGNALS:
    void changed();

  private:
    void readPage();

    Shelf *m_shelf = nullptr;
    QString m_text;
    int m_kinds = 0;
    int m_total = 0;
    std::vector<RecordRow> m_rows;
    bool m_more = false, m_reading = false;
    int m_search = 0; // answers to an older search are dropped
};

// "2026-09-06", as a list shows it; the year alone when that is all that is known.
[[nodiscard]] QString dayOf(const RecordRow &row);

} // namespace apricot
