// SPDX-License-Identifier: GPL-3.0-or-later
// Looks into the inboxes and after the permissions while the program is open: one clinic's in each
// half an hour, each by itself at a random moment (gateway/poll_schedule.h), by way of another
// operator's node, so that no node learns which clinics are one person's. Nothing is looked at
// because the program was opened.
#pragma once

#include "gateway/poll_schedule.h"
#include "person/person.h"

#include <QPointer>
#include <QTimer>

namespace apricot {

class Looking : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Person *person READ person WRITE setPerson NOTIFY changed)
    // When the inbox was looked into that has waited longest; empty: one of them never was.
    Q_PROPERTY(QString looked READ looked NOTIFY changed)
    Q_PROPERTY(int clinics READ clinics NOTIFY changed)
    // Whole minutes until the first is looked into, at least 1; 0: nothing is watched.
    Q_PROPERTY(int minutes READ minutes NOTIFY changed)
    // The last went directly: no second operator's node can carry it.
    Q_PROPERTY(bool direct READ isDirect NOTIFY changed)

  public:
    explicit Looking(QObject *parent = nullptr);
    // With another time or randomness, which must outlive it.
    Looking(const Clock &clock, Random &random, QObject *parent = nullptr);
    Q_INVOKABLE void reload(); // what is watched, from the vault; asks nobody

    void setPerson(Person *person);
    [[nodiscard]] Person *person() const { return m_person; }
    [[nodiscard]] QString looked() const { return m_looked; }
    [[nodiscard]] int clinics() const { return m_clinics; }
    [[nodiscard]] int minutes() const;
    [[nodiscard]] bool isDirect() const { return m_direct; }

  Q_SIGNALS:
    void changed();
    void came(); // letters, which are in the vault now

  private:
    void arm();
    void step();
    void lookInto(const OrganisationId &clinic);
    template <class Id>
    void lookAfterwards(const Id &what);

    QPointer<Person> m_person;
    SystemClock m_systemClock;
    SystemRandom m_systemRandom;
    const Clock &m_clock;
    gateway::PollSchedule m_schedule;
    QTimer m_timer{this};
    QString m_looked;
    int m_clinics = 0;
    bool m_direct = false;
};

} // namespace apricot
