// SPDX-License-Identifier: GPL-3.0-or-later
// The 24 recovery words, drawn from locked memory in a numbered grid, and checked word by word;
// never a string of QML's, never in the clipboard.
#pragma once

#include "person/person.h"

#include <QLocale>
#include <QQuickPaintedItem>

namespace apricot {

class RecoveryWords : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(apricot::Person *person MEMBER m_person WRITE setPerson NOTIFY changed)
    // In Chinese characters, else English words; both bring back the same keys. At first the
    // language that is set.
    Q_PROPERTY(bool chinese READ isChinese WRITE setChinese NOTIFY changed)
    Q_PROPERTY(bool shown READ isShown NOTIFY changed) // the words are there
    Q_PROPERTY(QFont font MEMBER m_font NOTIFY changed)
    Q_PROPERTY(QColor color MEMBER m_color NOTIFY changed)
    Q_PROPERTY(QColor quiet MEMBER m_quiet NOTIFY changed) // of the numbers
    // Three different places, in order, to be asked for.
    Q_PROPERTY(QList<int> asked READ asked NOTIFY changed)

  public:
    explicit RecoveryWords(QQuickItem *parent = nullptr);
    void paint(QPainter *painter) override;

    // Whether the field holds the word at that place (from 1).
    Q_INVOKABLE [[nodiscard]] bool matches(int place, apricot::SecretField *field) const;
    Q_INVOKABLE void forget();

    void setPerson(Person *person);
    void setChinese(bool chinese);
    [[nodiscard]] bool isChinese() const { return m_chinese; }
    [[nodiscard]] bool isShown() const { return !m_phrase.empty(); }
    [[nodiscard]] QList<int> asked() const { return m_asked; }

  Q_SIGNALS:
    void changed();

  private:
    void load();
    void arrange(); // how high it is
    [[nodiscard]] int columns() const;
    [[nodiscard]] qreal rowHeight() const;

    Person *m_person = nullptr;
    bool m_chinese = QLocale().language() == QLocale::Chinese;
    SecretBytes m_phrase; // single spaces between
    QFont m_font;
    QColor m_color = Qt::black, m_quiet = Qt::gray;
    QList<int> m_asked;
};

} // namespace apricot
