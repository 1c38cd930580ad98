// SPDX-License-Identifier: GPL-3.0-or-later
// A field for passphrases and recovery words: what is typed goes key by key into locked memory and
// is never a string of QML's. It shows dots, or the text itself while `shown`.
#pragma once

#include "base/result.h"
#include "crypto/secret.h"

#include <QColor>
#include <QFont>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace apricot {

class SecretField : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int length READ length NOTIFY edited)
    Q_PROPERTY(bool shown MEMBER m_shown WRITE setShown NOTIFY edited)
    Q_PROPERTY(QFont font MEMBER m_font NOTIFY edited)
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY edited)

  public:
    explicit SecretField(QQuickItem *parent = nullptr);
    void paint(QPainter *painter) override;

    [[nodiscard]] int length() const { return m_characters; }
    void setShown(bool shown);
    // Whether a new passphrase may be that short. PassphraseTooShort.
    [[nodiscard]] Result<> longEnough() const;
    // What was typed so far, UTF-8; the field is empty then.
    [[nodiscard]] SecretBytes take();
    // What was typed so far, left in place.
    [[nodiscard]] SecretBytes copy() const;
    Q_INVOKABLE void clear();

  Q_SIGNALS:
    void edited();
    void accepted(); // the Enter key

  protected:
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    [[nodiscard]] QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    void mousePressEvent(QMouseEvent *event) override;

  private:
    static constexpr std::size_t longest = 1024;
    void add(const QString &text);
    void removeLast();

    SecretBytes m_bytes{longest};
    std::size_t m_size = 0;
    int m_characters = 0;
    bool m_shown = false;
    QFont m_font;
    QColor m_color = Qt::black;
};

} // namespace apricot
