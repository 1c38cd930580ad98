// SPDX-License-Identifier: GPL-3.0-or-later
// A QR code, dark on white whatever the theme, in whole pixels a module.
#pragma once

#include "exchange/qr.h"

#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace apricot {

class CodeImage : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)

  public:
    explicit CodeImage(QQuickItem *parent = nullptr) : QQuickPaintedItem(parent) {}
    void paint(QPainter *painter) override;
    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);

  Q_SIGNALS:
    void textChanged();

  private:
    QString m_text;
    QrCode m_code;
};

} // namespace apricot
