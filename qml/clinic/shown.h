// SPDX-License-Identifier: GPL-3.0-or-later
// What a counter shows: the code that was read, a visit of today, the desk's registration. All in
// words, in the language that is set.
#pragma once

#include "shelf/overview.h"

#include <QDateTime>

namespace apricot {

struct ShownCode {
    Q_GADGET
    QML_VALUE_TYPE(shownCode)
    Q_PROPERTY(bool there MEMBER there)    // one was read
    Q_PROPERTY(QString words MEMBER words) // of the consent
    Q_PROPERTY(QString verdict MEMBER verdict)
    Q_PROPERTY(QString why MEMBER why)
    Q_PROPERTY(QString uses MEMBER uses)
    Q_PROPERTY(QString proof MEMBER proof)
    Q_PROPERTY(bool mayOpen MEMBER mayOpen)
    Q_PROPERTY(bool mayOpenAgain MEMBER mayOpenAgain)

  public:
    bool there = false;
    QString words, verdict, why, uses, proof;
    bool mayOpen = false, mayOpenAgain = false;
    bool operator==(const ShownCode &) const = default;
};

struct ShownVisit {
    Q_GADGET
    QML_VALUE_TYPE(shownVisit)
    Q_PROPERTY(QString id MEMBER id) // empty: there is none
    Q_PROPERTY(int number MEMBER number)
    Q_PROPERTY(QString staff MEMBER staff)
    Q_PROPERTY(QString when MEMBER when)
    Q_PROPERTY(QString purpose MEMBER purpose)
    Q_PROPERTY(int records MEMBER records)
    Q_PROPERTY(QString state MEMBER state)
    Q_PROPERTY(bool open MEMBER open)
    Q_PROPERTY(bool again MEMBER again) // it can be opened again
    Q_PROPERTY(QString letters MEMBER letters)
    // Of one that is open.
    Q_PROPERTY(QString whose MEMBER whose)
    Q_PROPERTY(QString leftOut MEMBER leftOut) // empty: nothing is
    Q_PROPERTY(apricot::SummaryCoverage coverage MEMBER coverage)
    Q_PROPERTY(QString testsCoverage MEMBER testsCoverage) // of TestedCard

  public:
    QString id;
    int number = 0;
    QString staff, when, purpose;
    int records = 0;
    QString state;
    bool open = false, again = false;
    QString letters, whose, leftOut;
    QDateTime eraseBy; // invalid: it is not open
    SummaryCoverage coverage;
    QString testsCoverage = SummaryCoverage::all();
    bool operator==(const ShownVisit &) const = default;
};

// The organisation and this desk as the ledger proves them; while it is away, as it did last.
struct ShownDesk {
    Q_GADGET
    QML_VALUE_TYPE(shownDesk)
    Q_PROPERTY(bool there MEMBER there) // it was looked up
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString fingerprint MEMBER fingerprint)
    Q_PROPERTY(bool good MEMBER good)
    Q_PROPERTY(bool away MEMBER away) // the ledger is out of reach
    Q_PROPERTY(QString verdict MEMBER verdict)
    Q_PROPERTY(QString chain MEMBER chain)
    Q_PROPERTY(int waiting MEMBER waiting) // letters
    Q_PROPERTY(QString clearance MEMBER clearance)
    Q_PROPERTY(QString purposes MEMBER purposes)
    Q_PROPERTY(QString kind MEMBER kind)
    Q_PROPERTY(QString own MEMBER own) // of this desk
    Q_PROPERTY(QString standing MEMBER standing)
    Q_PROPERTY(QString proof MEMBER proof)

  public:
    bool there = false;
    QString name, fingerprint;
    bool good = false, away = false;
    QString verdict, chain;
    int waiting = 0;
    QString clearance, purposes, kind, own, standing, proof;
    bool operator==(const ShownDesk &) const = default;
};

} // namespace apricot
