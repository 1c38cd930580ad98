// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger that a person uses, as it is found: its chain and nodes, and a checkpoint to show to
// another device or to take from one. Asks only when told to.
#pragma once

#include "person/person.h"

namespace apricot {

class LedgerState : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Person *person MEMBER m_person NOTIFY changed)
    Q_PROPERTY(QString chain READ chain NOTIFY changed)     // empty: not asked so far
    Q_PROPERTY(QStringList nodes READ nodes NOTIFY changed) // none: a folder on this machine
    Q_PROPERTY(bool consortium READ isConsortium NOTIFY changed)
    Q_PROPERTY(QString checkpoint READ checkpoint NOTIFY changed) // a code; empty: none asked for
    Q_PROPERTY(QString asOf READ asOf NOTIFY changed) // of the checkpoint: block and time

  public:
    explicit LedgerState(QObject *parent = nullptr) : QObject(parent) {}
    Q_INVOKABLE void look();
    Q_INVOKABLE void makeCheckpoint();
    Q_INVOKABLE void trust(const QString &code);
    // What a checkpoint's code says, to be compared with where it is from; empty when it is none.
    Q_INVOKABLE [[nodiscard]] QString wordsOf(const QString &code) const;

    [[nodiscard]] QString chain() const { return m_chain; }
    [[nodiscard]] QStringList nodes() const { return m_nodes; }
    [[nodiscard]] bool isConsortium() const { return m_consortium; }
    [[nodiscard]] QString checkpoint() const { return m_checkpoint; }
    [[nodiscard]] QString asOf() const { return m_asOf; }

  Q_SIGNALS:
    void changed();

  private:
    Person *m_person = nullptr;
    QString m_chain, m_checkpoint, m_asOf;
    QStringList m_nodes;
    bool m_consortium = false;
};

} // namespace apricot
