// SPDX-License-Identifier: GPL-3.0-or-later
// A hand scanner that types (a "keyboard wedge"): a burst of keys that begins as our codes do is
// taken for a scan, whatever has the keyboard, and reaches no text field. The end of one whose
// beginning was lost is told (missed). What turns out to be
// somebody typing is handed on, in order, at most a twentieth of a second late.
//
// An input method that swallows keys (a Chinese one, switched on) comes before any app; scanners
// are then set to "ALT code" or "clipboard" mode, or the input method is switched off.
#pragma once

#include <QElapsedTimer>
#include <QPointer>
#include <QQuickItem>
#include <QTimer>

#include <memory>
#include <vector>

class QKeyEvent;

namespace apricot {

class HandScanner : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool active MEMBER m_active WRITE setActive NOTIFY activeChanged)

  public:
    explicit HandScanner(QQuickItem *parent = nullptr);
    ~HandScanner() override;
    void setActive(bool active);

  Q_SIGNALS:
    void scanned(const QString &text);
    // Keys came as only a scanner types them, were no code of ours and reached no text field.
    void missed();
    void activeChanged();

  protected:
    void itemChange(ItemChange change, const ItemChangeData &value) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

  private:
    [[nodiscard]] bool take(const QKeyEvent &key); // whether it is part of a burst
    void end();                                    // of the burst, by a key or a pause
    void handOn();                                 // it was somebody typing
    void count(const QKeyEvent &key);              // how many came as a scanner types them
    void watch(QQuickWindow *window);

    static constexpr int betweenKeys = 50;     // milliseconds: scanners take 1 to 20, people 80 on
    static constexpr int fewestOfScan = 16;    // keys without a pause that no person types
    static constexpr int afterLast = 1000;     // of silence that end a scan; busy machines pause
    static constexpr qsizetype longest = 8192; // characters

    bool m_active = true, m_handingOn = false;
    QString m_typed;
    std::vector<std::unique_ptr<QKeyEvent>> m_held; // what m_typed came from
    QTimer m_pause;
    QElapsedTimer m_sinceKey;
    int m_inOne = 0; // keys without a pause
    QPointer<QQuickWindow> m_window;
};

} // namespace apricot
