// SPDX-License-Identifier: GPL-3.0-or-later
// "Already tested?": the tests among a visit's records that were done within so many days.
#pragma once

#include "shelf/shelf.h"

#include <QList>

namespace apricot {

struct TestedRow {
    Q_GADGET
    QML_VALUE_TYPE(testedRow)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString value MEMBER value)
    Q_PROPERTY(QString when MEMBER when)

  public:
    QString id, name, value, when;
    bool operator==(const TestedRow &) const = default;
};

class Tested : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Shelf *shelf MEMBER m_shelf WRITE setShelf NOTIFY changed)
    Q_PROPERTY(int days MEMBER m_days WRITE setDays NOTIFY changed)
    Q_PROPERTY(QList<apricot::TestedRow> tests MEMBER m_tests NOTIFY changed)
    Q_PROPERTY(bool ready MEMBER m_ready NOTIFY changed)

  public:
    explicit Tested(QObject *parent = nullptr) : QObject(parent) {}
    void setShelf(Shelf *shelf);
    void setDays(int days);

  Q_SIGNALS:
    void changed();

  private:
    void read();

    Shelf *m_shelf = nullptr;
    int m_days = 30;
    QList<TestedRow> m_tests;
    bool m_ready = false;
};

} // namespace apricot
