// SPDX-License-Identifier: GPL-3.0-or-later
// Every opening of one permission, the latest first, for a list.
#pragma once

#include "flows/patient/openings.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

namespace apricot {

class OpeningRows : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("of a permission")
    Q_PROPERTY(int count READ count NOTIFY changed)
    // That an older version of the ledger's rules counted, and kept no more of.
    Q_PROPERTY(int countedOnly READ countedOnly NOTIFY changed)
    Q_PROPERTY(QString lastTime READ lastTime NOTIFY changed)
    Q_PROPERTY(QString lastBlock READ lastBlock NOTIFY changed)

  public:
    enum Role { Time = Qt::UserRole, Block };

    explicit OpeningRows(QObject *parent = nullptr) : QAbstractListModel(parent) {}
    void show(const std::vector<RedemptionLeaf> &openings);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int countedOnly() const { return m_countedOnly; }
    [[nodiscard]] QString lastTime() const;
    [[nodiscard]] QString lastBlock() const;

  Q_SIGNALS:
    void changed();

  private:
    std::vector<Redemption> m_rows; // latest first
    int m_countedOnly = 0;
};

} // namespace apricot
