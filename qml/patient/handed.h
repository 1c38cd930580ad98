// SPDX-License-Identifier: GPL-3.0-or-later
// What the person hands to the app from outside: files on the command line or dropped on the
// window, codes and links ("APRICOT:...", "apricot:..."), code files (.apricot). All of it waits
// until a record is open and the last one's problem was read; then each goes where it belongs, one
// by one. What still waits when the record is locked is forgotten: the next one may be another
// person's.
#pragma once

#include "person/person.h"

#include <deque>

namespace apricot {

class Handed : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Person *person MEMBER m_person WRITE setPerson NOTIFY changed)
    // A record is open, nothing is at work, and nothing waits to be read or decided.
    Q_PROPERTY(bool ready MEMBER m_ready WRITE setReady NOTIFY changed)

  public:
    explicit Handed(QObject *parent = nullptr) : QObject(parent) {}
    // URLs of files, and texts.
    Q_INVOKABLE void take(const QVariantList &things);
    void setPerson(Person *person);
    void setReady(bool ready);

  Q_SIGNALS:
    void changed();
    void request(const QString &code);    // of a clinic: APRICOT:ASK:1:
    void checkpoint(const QString &code); // of a ledger: APRICOT:C1:

  private:
    void nextSoon();
    void next();
    void look(const QString &code);

    Person *m_person = nullptr;
    bool m_ready = false;
    bool m_coming = false; // next() is on its way
    bool m_open = false;   // a record was open
    std::deque<QVariant> m_waiting;
};

} // namespace apricot
