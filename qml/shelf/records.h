// SPDX-License-Identifier: GPL-3.0-or-later
// The records that fit a search, newest first, read a page at a time as the list is scrolled. They
// stand by day: what was recorded on one day belongs to that day's visits, whose names its heading
// carries.
#pragma once

#include "records/reading.h"
#include "shelf/shelf.h"

#include <QAbstractListModel>
#include <QList>

namespace apricot {

// A kind of which there are records.
struct KindThere {
    Q_GADGET
    QML_VALUE_TYPE(kindThere)
    Q_PROPERTY(int number MEMBER number) // of Kind
    Q_PROPERTY(QString name MEMBER name)

  public:
    int number = 0;
    QString name;
    bool operator==(const KindThere &) const = default;
};

class Records : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Shelf *shelf MEMBER m_shelf WRITE setShelf NOTIFY changed)
    Q_PROPERTY(QString text MEMBER m_text WRITE setText NOTIFY changed) // words to look for
    Q_PROPERTY(int kinds MEMBER m_kinds WRITE setKinds NOTIFY changed)  // bit (Kind - 1); 0: all
    Q_PROPERTY(int total READ total NOTIFY changed)                     // how many fit, read or not
    Q_PROPERTY(bool reading READ isReading NOTIFY changed)
    // The kinds there are at all, in the order of Kind.
    Q_PROPERTY(QList<apricot::KindThere> kindsThere READ kindsThere NOTIFY kindsThereChanged)

  public:
    enum Role {
        Id = Qt::UserRole,
        Title,
        Value,
        When,
        Year,
        Kind,
        Level,
        Performer,
        Section,  // year, day and visits with "\n" between; the year stands at its first day only
        FlagSign, // "▲"; empty: nothing unusual
        FlagWords,
        Mistaken // entered in error
    };

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
    [[nodiscard]] bool isReading() const { return m_reading; }
    [[nodiscard]] QList<KindThere> kindsThere() const { return m_kindsThere; }
    Q_INVOKABLE void reload();
    // That row is on the screen: the next page is read before its end is reached.
    Q_INVOKABLE void near(int row);
    Q_INVOKABLE [[nodiscard]] QString idAt(int row) const;
    Q_INVOKABLE [[nodiscard]] int rowOf(const QString &id) const; // of those that are read; -1
    Q_INVOKABLE static QString kindName(int kind);                // 1 to 13

  Q_SIGNALS:
    void changed();
    void kindsThereChanged();

  private:
    struct Row {
        RecordRow record;
        Flag flag = Flag::None;
        bool mistaken = false;
        QString section;
    };
    struct Found;
    void readPage();
    void readKinds();
    void take(Found &&found);
    [[nodiscard]] static QString withoutDate();

    Shelf *m_shelf = nullptr;
    QString m_text;
    int m_kinds = 0;
    int m_total = 0;
    std::vector<Row> m_rows;
    bool m_more = false, m_reading = false;
    int m_search = 0;                 // answers to an older search are dropped
    QString m_day, m_year, m_section; // of the last row
    QList<KindThere> m_kindsThere;
};

} // namespace apricot
