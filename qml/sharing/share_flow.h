// SPDX-License-Identifier: GPL-3.0-or-later
// Sharing, step by step as the screen shows it: choose, see exactly what will be opened and in
// which words, sign, show the code. The steps themselves are flows/share.h.
#pragma once

#include "flows/share.h"
#include "person/person.h"

#include <QVariantList>

namespace apricot {

class ShareFlow : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Person *person MEMBER m_person NOTIFY changed)
    Q_PROPERTY(Step step READ step NOTIFY changed)
    Q_PROPERTY(QVariantList clinics READ clinics NOTIFY changed) // {number, name}
    Q_PROPERTY(QString clinicName READ clinicName NOTIFY changed)
    Q_PROPERTY(QVariantList records READ records NOTIFY changed) // {title, value, when}
    Q_PROPERTY(QString words READ words NOTIFY changed)          // what is agreed to
    Q_PROPERTY(QString code READ code NOTIFY changed)            // APRICOT:1:...
    Q_PROPERTY(QDateTime expiry READ expiry NOTIFY changed)

  public:
    enum Step { Choosing, Rehearsed, Signed };
    Q_ENUM(Step)
    enum Preset { ThisVisit, MedicinesAndAllergies, Everything, ChosenKinds };
    Q_ENUM(Preset)

    explicit ShareFlow(QObject *parent = nullptr) : QObject(parent) {}
    // The clinics registered on the ledger.
    Q_INVOKABLE void findClinics();
    // `clinic`: its number; `minutes` from now; `kinds` for ChosenKinds only.
    Q_INVOKABLE void rehearse(const QString &clinic, apricot::ShareFlow::Preset preset, int kinds,
                              int level, int minutes, int uses);
    Q_INVOKABLE void sign();
    Q_INVOKABLE void startAgain();
    Q_INVOKABLE void saveCode(const QUrl &picture); // PNG

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] QVariantList clinics() const { return m_clinics; }
    [[nodiscard]] QString clinicName() const;
    [[nodiscard]] QVariantList records() const;
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString code() const { return m_code; }
    [[nodiscard]] QDateTime expiry() const;

  Q_SIGNALS:
    void changed();

  private:
    Person *m_person = nullptr;
    Step m_step = Choosing;
    QVariantList m_clinics;
    std::optional<Rehearsal> m_rehearsal;
    QString m_code;
};

} // namespace apricot
