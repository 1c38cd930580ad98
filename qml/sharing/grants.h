// SPDX-License-Identifier: GPL-3.0-or-later
// What was shared: each permission that this person gave, who used it and when, as the ledger
// proves it; and its end.
#pragma once

#include "flows/share.h"
#include "person/person.h"

#include <QVariantList>

namespace apricot {

class Grants : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Person *person MEMBER m_person WRITE setPerson NOTIFY changed)
    // {number, clinic, until, state (open, ended, expired, used), opened, block}; latest first
    Q_PROPERTY(QVariantList all READ all NOTIFY changed)
    Q_PROPERTY(int active READ active NOTIFY changed)

  public:
    explicit Grants(QObject *parent = nullptr) : QObject(parent) {}
    Q_INVOKABLE void reload(); // asks the ledger
    Q_INVOKABLE void revoke(const QString &number);

    void setPerson(Person *person);
    [[nodiscard]] QVariantList all() const { return m_all; }
    [[nodiscard]] int active() const;

  Q_SIGNALS:
    void changed();

  private:
    Person *m_person = nullptr;
    QVariantList m_all;
};

} // namespace apricot
