// SPDX-License-Identifier: GPL-3.0-or-later
// The records of a rehearsal, by kind: those that would be seen, those struck out, and those that
// stay closed because they are more private.
#pragma once

#include "flows/patient/share.h"

#include <QAbstractListModel>
#include <QList>
#include <QtQml/qqmlregistration.h>

#include <set>

namespace apricot {

// How many records of a kind would be seen.
struct SeenOfKind {
    Q_GADGET
    QML_VALUE_TYPE(seenOfKind)
    Q_PROPERTY(QString kind MEMBER kind)
    Q_PROPERTY(int count MEMBER count)

  public:
    QString kind;
    int count = 0;
    bool operator==(const SeenOfKind &) const = default;
};

class Rehearsed : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ShareFlow has it.")

  public:
    // Section is the kind in words; Seen: the clinic would see it.
    enum Role { Id = Qt::UserRole, Title, Value, When, Section, Seen, Level };

    explicit Rehearsed(QObject *parent = nullptr) : QAbstractListModel(parent) {}
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void set(std::vector<RecordRow> rows, std::set<RecordId> seen);
    void see(const RecordId &id, bool seen); // strikes out or lets be seen
    [[nodiscard]] const std::vector<RecordRow> &rows() const { return m_rows; }
    [[nodiscard]] const std::set<RecordId> &seen() const { return m_seen; }
    [[nodiscard]] QList<SeenOfKind> counts() const;
    // Of more than this level, how many would not be seen.
    [[nodiscard]] int closed(int level) const;

  private:
    std::vector<RecordRow> m_rows;
    std::set<RecordId> m_seen;
};

} // namespace apricot
