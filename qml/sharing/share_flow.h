// SPDX-License-Identifier: GPL-3.0-or-later
// Sharing, step by step as the screen shows it: who, what, how long, exactly this, the code. What
// was chosen stays when one goes back. Nothing is shared before sign(). The steps themselves are
// flows/patient/share.h and flows/patient/preset.h.
#pragma once

#include "flows/patient/preset.h"
#include "person/person.h"
#include "sharing/clinics.h"
#include "sharing/rehearsed.h"
#include "sharing/requests.h"

#include <QTimer>

namespace apricot {

class ShareFlow : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Person *person MEMBER m_person NOTIFY changed)
    Q_PROPERTY(Step step READ step NOTIFY changed)
    // What is chosen. `clinic`: its number on the ledger.
    Q_PROPERTY(QString clinic MEMBER m_clinic NOTIFY changed)
    Q_PROPERTY(QString clinicName MEMBER m_clinicName NOTIFY changed)
    Q_PROPERTY(What what MEMBER m_what NOTIFY changed)
    Q_PROPERTY(QStringList topics READ topics CONSTANT) // in words, from topic 1 on
    Q_PROPERTY(int topic MEMBER m_topic NOTIFY changed) // of About
    Q_PROPERTY(int kinds MEMBER m_kinds NOTIFY changed) // of Kinds: bit (Kind - 1)
    // Bits of the kinds of which there are records; all, until that is known.
    Q_PROPERTY(int kindsThere READ kindsThere NOTIFY changed)
    Q_PROPERTY(int reach MEMBER m_reach NOTIFY changed)           // of Kinds: days back; 0: all
    Q_PROPERTY(QStringList chosen MEMBER m_chosen NOTIFY changed) // of Records: their numbers
    Q_PROPERTY(int minutes MEMBER m_minutes NOTIFY changed)       // how long it may be opened
    Q_PROPERTY(int uses MEMBER m_uses NOTIFY changed)             // how often
    Q_PROPERTY(int keepDays MEMBER m_keepDays NOTIFY changed)     // until the clinic erases
    // For which it may be opened; the first is chosen.
    Q_PROPERTY(
        QList<apricot::PurposeChoice> purposes MEMBER m_purposes WRITE setPurposes NOTIFY changed)
    Q_PROPERTY(int purpose MEMBER m_purpose NOTIFY changed)
    // What a clinic asked for, when a request is answered: its words, kinds, times.
    Q_PROPERTY(QString askedWords READ askedWords NOTIFY changed)
    Q_PROPERTY(int askedKinds READ askedKinds NOTIFY changed)
    Q_PROPERTY(int askedMinutes READ askedMinutes NOTIFY changed)
    Q_PROPERTY(int askedUses READ askedUses NOTIFY changed)
    // The rehearsal.
    Q_PROPERTY(apricot::Rehearsed *records READ records CONSTANT)
    Q_PROPERTY(QList<apricot::SeenOfKind> counts READ counts NOTIFY changed)
    Q_PROPERTY(int seen READ seen NOTIFY changed)     // how many they would see
    Q_PROPERTY(int closed READ closed NOTIFY changed) // how many stay closed unless they are ticked
    Q_PROPERTY(int beyond READ beyond NOTIFY changed) // and how many this clinic may not open
    Q_PROPERTY(int level READ level NOTIFY changed)   // what is above it stays closed
    Q_PROPERTY(int clearance READ clearance NOTIFY changed) // what is above it they may not open
    Q_PROPERTY(QString words READ words NOTIFY changed)     // what is agreed to
    Q_PROPERTY(QString otherWords READ otherWords NOTIFY changed) // in the other language
    // What is listed and what is said are the same, and nothing else is under way.
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    Q_PROPERTY(QString grant READ grant NOTIFY changed) // the signed permission's number

  public:
    enum Step { Who, What_, HowLong, Asked, Rehearsing, Showing };
    Q_ENUM(Step)
    enum What {
        ThisVisit = 1,
        MedicinesAndAllergies,
        TestsAndScans,
        Everything,
        About,
        Kinds,
        Records
    };
    Q_ENUM(What)

    explicit ShareFlow(QObject *parent = nullptr);
    // To a step whose questions are answered; Rehearsing makes the list and the words.
    Q_INVOKABLE void go(apricot::ShareFlow::Step step);
    Q_INVOKABLE void back();
    Q_INVOKABLE void see(const QString &record, bool seen);
    Q_INVOKABLE void answer(apricot::Requests *requests, const QString &number); // to Asked
    Q_INVOKABLE void sign();
    Q_INVOKABLE void startAgain();

    void setPurposes(const QList<apricot::PurposeChoice> &purposes);
    [[nodiscard]] static QStringList topics();
    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] Rehearsed *records() { return &m_records; }
    [[nodiscard]] QList<SeenOfKind> counts() const { return m_records.counts(); }
    [[nodiscard]] int seen() const { return static_cast<int>(m_records.seen().size()); }
    [[nodiscard]] int closed() const;
    [[nodiscard]] int beyond() const;
    [[nodiscard]] int level() const;
    [[nodiscard]] int clearance() const;
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString otherWords() const;
    [[nodiscard]] bool isReady() const {
        return m_rehearsal && !m_working && !m_settle.isActive() && seen() > 0;
    }
    [[nodiscard]] QString grant() const { return m_grant; }

    [[nodiscard]] int kindsThere() const { return m_kindsThere; }
    [[nodiscard]] QString askedWords() const;
    [[nodiscard]] int askedKinds() const { return m_asked ? m_asked->wish.scope.kinds : 0; }
    [[nodiscard]] int askedMinutes() const {
        return m_asked ? static_cast<int>(m_asked->wish.minutes) : 0;
    }
    [[nodiscard]] int askedUses() const {
        return m_asked ? static_cast<int>(m_asked->wish.uses) : 0;
    }

  Q_SIGNALS:
    void changed();

  private:
    struct Chosen; // for the working thread
    [[nodiscard]] std::optional<Chosen> choice() const;
    void rehearse(bool anew); // anew: every record that fits is seen
    void leave(Step step);
    void findKinds();

    Person *m_person = nullptr;
    Step m_step = Who;
    QString m_clinic, m_clinicName, m_grant;
    What m_what = ThisVisit;
    int m_topic = 0, m_kinds = 0, m_reach = 0, m_kindsThere = allKinds;
    QStringList m_chosen;
    int m_minutes = static_cast<int>(lifeOnScreen / 60), m_uses = 1;
    int m_keepDays = static_cast<int>(usualKeep / 86400);
    QList<PurposeChoice> m_purposes;
    int m_purpose = static_cast<int>(Purpose::Treatment);
    std::optional<AskedFor> m_asked;
    std::optional<Rehearsal> m_rehearsal;
    Rehearsed m_records;
    QTimer m_settle; // ticks in quick succession are rehearsed once
    bool m_working = false, m_signing = false;
    int m_turn = 0; // answers to an older choice are dropped
};

} // namespace apricot
