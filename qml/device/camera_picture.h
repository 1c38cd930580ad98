// SPDX-License-Identifier: GPL-3.0-or-later
// The camera's picture, filling its place; what does not fit is cut off at the edges.
#pragma once

#include "device/scanner.h"

#include <QPointer>
#include <QQuickPaintedItem>

namespace apricot {

class CameraPicture : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Scanner *scanner READ scanner WRITE setScanner NOTIFY scannerChanged)

  public:
    explicit CameraPicture(QQuickItem *parent = nullptr) : QQuickPaintedItem(parent) {}
    void paint(QPainter *painter) override;
    [[nodiscard]] Scanner *scanner() const { return m_scanner; }
    void setScanner(Scanner *scanner);

  Q_SIGNALS:
    void scannerChanged();

  private:
    QPointer<Scanner> m_scanner;
};

} // namespace apricot
