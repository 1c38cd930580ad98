// SPDX-License-Identifier: GPL-3.0-or-later
// What clinics ask for: from a code that was scanned or a letter that came. Each can be declined.
#pragma once

#include "flows/patient/deliver.h"
#include "flows/patient/request.h"
#include "person/person.h"

#include <QList>

namespace apricot {

struct RequestRow {
    Q_GADGET
    QML_VALUE_TYPE(requestRow)
    Q_PROPERTY(QString number MEMBER number)
    Q_PROPERTY(QString clinic MEMBER clinic) // proven by the ledger
    Q_PROPERTY(QString words MEMBER words)
    Q_PROPERTY(QString otherWords MEMBER otherWords) // in the other language
    Q_PROPERTY(QString asked MEMBER asked)           // when
    Q_PROPERTY(QString expires MEMBER expires)       // when

  public:
    QString number, clinic, words, otherWords, asked, expires;
    bool operator==(const RequestRow &) const = default;
};

class Requests : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Person *person MEMBER m_person WRITE setPerson NOTIFY changed)
    Q_PROPERTY(QList<apricot::RequestRow> all READ all NOTIFY changed) // newest first
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool asking READ isAsking NOTIFY changed)

  public:
    explicit Requests(QObject *parent = nullptr) : QObject(parent) {}
    Q_INVOKABLE void reload(); // asks the ledger whether those who ask are genuine
    // A scanned or opened code: kept() with its number, or the problem that is shown.
    Q_INVOKABLE void read(const QString &code);
    Q_INVOKABLE void openFile(const QUrl &file); // .apricot
    // For good; the clinic is told if a mailbox can be reached.
    Q_INVOKABLE void decline(const QString &number);

    Q_INVOKABLE [[nodiscard]] bool has(const QString &number) const {
        return numbered(number).has_value();
    }
    [[nodiscard]] std::optional<AskedFor> numbered(const QString &number) const;
    void setPerson(Person *person);
    [[nodiscard]] QList<RequestRow> all() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_all.size()); }
    [[nodiscard]] bool isAsking() const { return m_asking; }

  Q_SIGNALS:
    void changed();
    void kept(const QString &number);

  private:
    Person *m_person = nullptr;
    std::vector<AskedFor> m_all;
    bool m_asking = false;
};

} // namespace apricot
