// SPDX-License-Identifier: GPL-3.0-or-later
// The summary of a shelf: what matters first. Read again whenever its records change.
#pragma once

#include "shelf/shelf.h"

#include <QList>

namespace apricot {

// A row of the summary.
struct OverviewRow {
    Q_GADGET
    QML_VALUE_TYPE(overviewRow)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString note MEMBER note)
    Q_PROPERTY(bool serious MEMBER serious)
    Q_PROPERTY(QString when MEMBER when)
    Q_PROPERTY(QString where MEMBER where)

  public:
    QString id, title, note;
    bool serious = false;
    QString when, where;
    bool operator==(const OverviewRow &) const = default;
};

// How much of what a card lists may be seen, where others let us see so much only: "nothing",
// "part" or "all".
struct SummaryCoverage {
    Q_GADGET
    QML_VALUE_TYPE(summaryCoverage)
    Q_PROPERTY(QString allergies MEMBER allergies)
    Q_PROPERTY(QString medicines MEMBER medicines)
    Q_PROPERTY(QString conditions MEMBER conditions)
    Q_PROPERTY(QString visits MEMBER visits)

  public:
    QString allergies = all(), medicines = all(), conditions = all(), visits = all();
    [[nodiscard]] static QString all() { return QStringLiteral("all"); }
    bool operator==(const SummaryCoverage &) const = default;
};

class Overview : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Shelf *shelf MEMBER m_shelf WRITE setShelf NOTIFY changed)
    Q_PROPERTY(bool ready MEMBER m_ready NOTIFY changed)
    Q_PROPERTY(QList<apricot::OverviewRow> allergies MEMBER m_allergies NOTIFY changed)
    Q_PROPERTY(QList<apricot::OverviewRow> medicines MEMBER m_medicines NOTIFY changed)
    Q_PROPERTY(QList<apricot::OverviewRow> conditions MEMBER m_conditions NOTIFY changed)
    Q_PROPERTY(QList<apricot::OverviewRow> visits MEMBER m_visits NOTIFY changed)
    // Allergies, medicines and conditions in sentences, to be read aloud; empty until ready.
    Q_PROPERTY(QString spoken READ spoken NOTIFY changed)

  public:
    explicit Overview(QObject *parent = nullptr) : QObject(parent) {}
    void setShelf(Shelf *shelf);
    [[nodiscard]] QString spoken() const;

  Q_SIGNALS:
    void changed();

  private:
    void read();

    Shelf *m_shelf = nullptr;
    bool m_ready = false;
    int m_search = 0;
    QList<OverviewRow> m_allergies, m_medicines, m_conditions, m_visits;
};

} // namespace apricot
