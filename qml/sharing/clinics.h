// SPDX-License-Identifier: GPL-3.0-or-later
// The clinics on the ledger: those shared with before first, then by name, narrowed as one types.
// Of very many, the ledger is asked for those whose names begin so.
#pragma once

#include "flows/shared/directory.h"
#include "person/person.h"

#include <QList>

namespace apricot {

// For what a clinic may open records.
struct PurposeChoice {
    Q_GADGET
    QML_VALUE_TYPE(purposeChoice)
    Q_PROPERTY(int purpose MEMBER purpose) // 1 to 7
    Q_PROPERTY(QString words MEMBER words)

  public:
    int purpose = 0;
    QString words;
    bool operator==(const PurposeChoice &) const = default;
};
struct FoundClinic {
    Q_GADGET
    QML_VALUE_TYPE(foundClinic)
    Q_PROPERTY(QString number MEMBER number) // on the ledger
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(bool before MEMBER before) // shared with before
    Q_PROPERTY(QList<apricot::PurposeChoice> purposes MEMBER purposes)

  public:
    QString number, name;
    bool before = false;
    QList<PurposeChoice> purposes;
    bool operator==(const FoundClinic &) const = default;
};

class Clinics : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Person *person MEMBER m_person NOTIFY changed)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY changed) // any part of the name
    // As many as a screen has room for.
    Q_PROPERTY(QList<apricot::FoundClinic> found READ found NOTIFY changed)
    Q_PROPERTY(int more READ more NOTIFY changed)   // found as well, but not listed
    Q_PROPERTY(int count READ count NOTIFY changed) // on the ledger, found or not
    Q_PROPERTY(bool asking READ isAsking NOTIFY changed)

  public:
    explicit Clinics(QObject *parent = nullptr) : QObject(parent) {}
    Q_INVOKABLE void reload(); // asks the ledger

    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString &search);
    [[nodiscard]] QList<FoundClinic> found() const;
    [[nodiscard]] int more() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_all.size()); }
    [[nodiscard]] bool isAsking() const { return m_asking; }

  Q_SIGNALS:
    void changed();

  private:
    void ask();
    [[nodiscard]] std::vector<std::size_t> fitting() const;

    Person *m_person = nullptr;
    QString m_search, m_asked;
    DirectoryPages m_pages;
    std::vector<Listed> m_all;
    bool m_whole = true;
    std::size_t m_before = 0; // so many of them, at the beginning
    bool m_asking = false;
};

} // namespace apricot
