// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of one attachment, each made in the working thread when it comes into view.
#pragma once

#include "shelf/shown_record.h"

#include <QQuickPaintedItem>

namespace apricot {

class AttachedPages : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::ShownRecord *record MEMBER m_record WRITE setRecord NOTIFY changed)
    Q_PROPERTY(int index MEMBER m_index WRITE setIndex NOTIFY changed)
    Q_PROPERTY(int count MEMBER m_count NOTIFY changed)   // of pages
    Q_PROPERTY(QString text MEMBER m_text NOTIFY changed) // of a text
    Q_PROPERTY(bool ready MEMBER m_ready NOTIFY changed)  // it was looked at
    Q_PROPERTY(bool elsewhere MEMBER m_elsewhere NOTIFY changed)
    // It was looked at, and neither pages nor a text came of it.
    Q_PROPERTY(bool damaged MEMBER m_damaged NOTIFY changed)

  public:
    explicit AttachedPages(QObject *parent = nullptr) : QObject(parent) {}
    void setRecord(ShownRecord *record);
    void setIndex(int index);
    void draw(QObject *context, int page, int width, std::function<void(QImage &&)> drawn);

  Q_SIGNALS:
    void changed();

  private:
    void look();

    QPointer<ShownRecord> m_record;
    std::shared_ptr<const Attached> m_attached;
    int m_index = 0, m_count = 0;
    QString m_text;
    bool m_ready = false, m_elsewhere = false, m_damaged = false;
};

// One page, as wide as the item; its height follows the page's shape.
class AttachedPage : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::AttachedPages *pages MEMBER m_pages WRITE setPages NOTIFY changed)
    Q_PROPERTY(int page MEMBER m_page WRITE setPage NOTIFY changed)
    Q_PROPERTY(bool damaged MEMBER m_damaged NOTIFY changed)

  public:
    explicit AttachedPage(QQuickItem *parent = nullptr) : QQuickPaintedItem(parent) {}
    void setPages(AttachedPages *pages);
    void setPage(int page);
    void paint(QPainter *painter) override;

  Q_SIGNALS:
    void changed();

  protected:
    void geometryChange(const QRectF &now, const QRectF &before) override;

  private:
    void draw();

    QPointer<AttachedPages> m_pages;
    int m_page = 0, m_asked = 0; // width asked for
    bool m_damaged = false;
    QImage m_image;
};

} // namespace apricot
