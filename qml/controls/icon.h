// SPDX-License-Identifier: GPL-3.0-or-later
// A small line drawing beside words, never instead of them: in any size, in the colour of the text.
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace apricot {

class Icon : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    // One of icon.cpp's; an unknown one draws nothing.
    Q_PROPERTY(QString name MEMBER m_name NOTIFY changed)
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY changed)

  public:
    explicit Icon(QQuickItem *parent = nullptr);
    void paint(QPainter *painter) override;

  Q_SIGNALS:
    void changed();

  private:
    QString m_name;
    QColor m_color = Qt::black;
};

} // namespace apricot
