// SPDX-License-Identifier: GPL-3.0-or-later
#include "shelf/attached_pages.h"

#include "device/device_of.h"

#include <QPainter>
#include <QQuickWindow>

namespace apricot {

void AttachedPages::setRecord(ShownRecord *record) {
    if (m_record == record) return;
    if (m_record) m_record->disconnect(this);
    m_record = record;
    if (record) connect(record, &ShownRecord::shown, this, &AttachedPages::look);
    look();
}

void AttachedPages::setIndex(int index) {
    if (m_index == index) return;
    m_index = index;
    look();
}

void AttachedPages::look() {
    m_attached = m_record ? m_record->attached(m_index) : nullptr;
    m_count = 0;
    m_text.clear();
    m_ready = m_damaged = m_elsewhere = false;
    Q_EMIT changed();
    if (!m_attached || !m_record->shelf()) return;
    struct Seen {
        std::optional<int> pages;
        QString text;
    };
    m_record->shelf()->look<Seen>(
        this,
        [attached = m_attached, device = deviceOf(this)](Vault &) -> Result<Seen> {
            return Seen{pagesOf(*attached, *device->pdf), plainTextOf(*attached)};
        },
        [this, attached = m_attached](Seen &&seen) {
            if (attached != m_attached) return;
            m_count = seen.pages.value_or(0);
            m_text = std::move(seen.text);
            m_ready = true;
            m_elsewhere = attached->form == Attached::Form::Elsewhere;
            m_damaged = m_count == 0 && m_text.isEmpty() && !m_elsewhere;
            Q_EMIT changed();
        });
}

void AttachedPages::draw(QObject *context, int page, int width,
                         std::function<void(QImage &&)> drawn) {
    if (!m_attached || !m_record || !m_record->shelf()) return;
    m_record->shelf()->look<QImage>(
        context,
        [attached = m_attached, device = deviceOf(this), page, width](Vault &) -> Result<QImage> {
            return pageOf(*attached, *device->pdf, page, width);
        },
        std::move(drawn));
}

void AttachedPage::setPages(AttachedPages *pages) {
    m_pages = pages;
    m_asked = 0;
    draw();
}

void AttachedPage::setPage(int page) {
    m_page = page;
    m_asked = 0;
    draw();
}

void AttachedPage::geometryChange(const QRectF &now, const QRectF &before) {
    QQuickPaintedItem::geometryChange(now, before);
    if (now.width() != before.width()) draw();
}

void AttachedPage::draw() {
    const double dense = window() ? window()->effectiveDevicePixelRatio() : 1;
    const int wanted = static_cast<int>(width() * dense);
    // What is a little narrower than before is scaled by the painter.
    if (!m_pages || wanted < 16 || (wanted <= m_asked && wanted > m_asked * 3 / 4)) return;
    m_asked = wanted;
    m_pages->draw(this, m_page, wanted, [this](QImage &&image) {
        m_image = std::move(image);
        m_damaged = m_image.isNull();
        if (!m_damaged) setImplicitHeight(width() * m_image.height() / m_image.width());
        update();
        Q_EMIT changed();
    });
}

void AttachedPage::paint(QPainter *painter) {
    if (m_image.isNull()) return;
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    const double high = width() * m_image.height() / m_image.width();
    painter->drawImage(QRectF(0, 0, width(), high), m_image);
}

} // namespace apricot
