// SPDX-License-Identifier: GPL-3.0-or-later
// What was shared: each permission that this person gave, those that may still be opened first,
// then those that may be fetched. The list is there at once. Where the ledger is on this machine,
// what it proves of each comes in, some at a time; of one on others' machines what was proven when
// each was looked after (Looking).
#pragma once

#include "flows/patient/looked_after.h"
#include "flows/patient/share.h"
#include "person/person.h"
#include "sharing/opening_rows.h"

#include <QAbstractListModel>

namespace apricot {

class Grants : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Person *person MEMBER m_person WRITE setPerson NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int active READ active NOTIFY changed) // or fetched, as far as is known
    Q_PROPERTY(bool asking READ isAsking NOTIFY changed)
    Q_PROPERTY(double fraction READ fraction NOTIFY changed) // how many the ledger has answered for
    Q_PROPERTY(bool unreachable READ isUnreachable NOTIFY changed)
    // The time by which all that may be opened was proven; empty: one of it never was, or it is
    // being asked about.
    Q_PROPERTY(QString asOf READ asOf NOTIFY changed)
    Q_PROPERTY(apricot::OpeningRows *chosen READ chosen CONSTANT) // of the untold one last chosen

  public:
    // State: as Reach (flows/patient/openings.h) in lower case; "untold": opened under this
    // person's key, but not given with this vault, and last in the list. Opened: the latest time;
    // Known: "whole": it was not opened more often; "old": not when it was last looked at; "":
    // never was; Section: in words, still open or past.
    enum Role {
        Number = Qt::UserRole,
        Clinic,
        What,
        Until,
        State,
        Used,
        Uses,
        Opened,
        Known,
        FetchUntil,
        Section
    };

    explicit Grants(QObject *parent = nullptr) : QAbstractListModel(parent) {}
    Q_INVOKABLE void reload();        // asks nobody but a ledger on this machine
    Q_INVOKABLE void lookNow();       // asks about all at once
    Q_INVOKABLE void choose(int row); // an untold one
    Q_INVOKABLE void stop();          // what has been answered stays
    // All permissions, openings and letters with the ledger's proofs (flows/patient/history.h).
    Q_INVOKABLE void exportAll(const QUrl &file, bool replace = false);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    void setPerson(Person *person);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size() + m_untold.size()); }
    [[nodiscard]] OpeningRows *chosen() { return &m_chosen; }
    [[nodiscard]] int active() const;
    [[nodiscard]] bool isAsking() const { return m_asking || m_reading; }
    [[nodiscard]] double fraction() const;
    [[nodiscard]] QString asOf() const;
    [[nodiscard]] bool isUnreachable() const { return m_unreachable; }

  Q_SIGNALS:
    void changed();

  private:
    struct Row {
        Given given;
        std::optional<Opening> opening; // nothing: not answered
    };
    [[nodiscard]] Reach reachOf(const Row &row) const;
    [[nodiscard]] bool isLive(const Row &row) const; // ending it changes something
    [[nodiscard]] int rankOf(const Row &row) const;  // 0: may be opened, 1: fetched, 2: past
    [[nodiscard]] static QVariant dataOf(const UntoldOpening &one, int role);
    void load(bool asks);
    void askFrom(std::size_t at);
    void askUntold();

    Person *m_person = nullptr;
    std::vector<Row> m_rows;
    std::vector<UntoldOpening> m_untold;
    OpeningRows m_chosen;
    std::size_t m_answered = 0;
    UnixTime m_now = 0;
    bool m_asking = false, m_reading = false, m_unreachable = false;
    int m_turn = 0; // answers to an older question are dropped
};

} // namespace apricot
