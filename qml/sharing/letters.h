// SPDX-License-Identifier: GPL-3.0-or-later
// What clinics sent: results, prescriptions, referrals, notes; each with who signed it, as the
// ledger proves it. Here all are fetched at once, and only when the person asks for it; by
// themselves they come one after the other (looking.h).
#pragma once

#include "flows/patient/inbox.h"
#include "person/person.h"

#include <QVariantList>

namespace apricot {

class Letters : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Person *person MEMBER m_person WRITE setPerson NOTIFY changed)
    // {kind, clinic, time, state ("verified", "forged", "unknown-signer", "unchecked"), records
    // (their numbers and titles: {number, title}), request}; newest first
    Q_PROPERTY(QVariantList all READ all NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool fetching READ isFetching NOTIFY changed)

  public:
    explicit Letters(QObject *parent = nullptr) : QObject(parent) {}
    Q_INVOKABLE void reload(); // from the vault; asks nobody
    Q_INVOKABLE void fetch();  // from the mailbox

    void setPerson(Person *person);
    [[nodiscard]] QVariantList all() const { return m_all; }
    [[nodiscard]] int count() const { return static_cast<int>(m_all.size()); }
    [[nodiscard]] bool isFetching() const { return m_fetching; }

  Q_SIGNALS:
    void changed();
    void looked(); // into all

  private:
    Person *m_person = nullptr;
    QVariantList m_all;
    bool m_fetching = false;
};

} // namespace apricot
