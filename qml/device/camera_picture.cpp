// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/camera_picture.h"

#include <QPainter>

namespace apricot {

void CameraPicture::paint(QPainter *painter) {
    const QImage picture = m_scanner ? m_scanner->preview() : QImage();
    if (picture.isNull()) return;
    const QSizeF whole = QSizeF(picture.size()).scaled(size(), Qt::KeepAspectRatioByExpanding);
    QRectF place(QPointF(), whole);
    place.moveCenter(boundingRect().center());
    painter->setClipRect(boundingRect());
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(place, picture);
}

void CameraPicture::setScanner(Scanner *scanner) {
    if (scanner == m_scanner) return;
    if (m_scanner) disconnect(m_scanner, nullptr, this, nullptr);
    m_scanner = scanner;
    if (scanner) connect(scanner, &Scanner::previewChanged, this, [this] { update(); });
    update();
    Q_EMIT scannerChanged();
}

} // namespace apricot
