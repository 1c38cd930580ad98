// SPDX-License-Identifier: GPL-3.0-or-later
// What clinics sent: results, prescriptions, referrals, notes; each with who signed it, as the
// ledger proves it. Here all are fetched at once, and only when the person asks for it; by
// themselves they come one after the other (looking.h).
#pragma once

#include "flows/patient/inbox.h"
#include "person/person.h"

#include <QList>

namespace apricot {

// A record that a letter brought.
struct LetterRecord {
    Q_GADGET
    QML_VALUE_TYPE(letterRecord)
    Q_PROPERTY(QString number MEMBER number)
    Q_PROPERTY(QString title MEMBER title)

  public:
    QString number, title;
    bool operator==(const LetterRecord &) const = default;
};
struct LetterRow {
    Q_GADGET
    QML_VALUE_TYPE(letterRow)
    Q_PROPERTY(QString kind MEMBER kind)
    Q_PROPERTY(QString clinic MEMBER clinic)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(QString state MEMBER state) // "verified", "forged", "unknown-signer", "unchecked"
    Q_PROPERTY(QList<apricot::LetterRecord> records MEMBER records)
    Q_PROPERTY(bool request MEMBER request) // it asks for records

  public:
    QString kind, clinic, time, state;
    QList<LetterRecord> records;
    bool request = false;
    bool operator==(const LetterRow &) const = default;
};

class Letters : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Person *person MEMBER m_person WRITE setPerson NOTIFY changed)
    Q_PROPERTY(QList<apricot::LetterRow> all READ all NOTIFY changed) // newest first
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool fetching READ isFetching NOTIFY changed)

  public:
    explicit Letters(QObject *parent = nullptr) : QObject(parent) {}
    Q_INVOKABLE void reload(); // from the vault; asks nobody
    Q_INVOKABLE void fetch();  // from the mailbox

    void setPerson(Person *person);
    [[nodiscard]] QList<LetterRow> all() const { return m_all; }
    [[nodiscard]] int count() const { return static_cast<int>(m_all.size()); }
    [[nodiscard]] bool isFetching() const { return m_fetching; }

  Q_SIGNALS:
    void changed();
    void looked(); // into all

  private:
    Person *m_person = nullptr;
    QList<LetterRow> m_all;
    bool m_fetching = false;
};

} // namespace apricot
