// SPDX-License-Identifier: GPL-3.0-or-later
// Drives an app's window as a person would: finds what is shown by its accessible name, presses and
// types, takes pictures, and complains of what no person could read.
#pragma once

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>

#include <functional>
#include <memory>

namespace apricot::test {

class Screen {
  public:
    // Every warning of the QML engine is kept. `before` gets the engine before anything is loaded.
    Screen(const QUrl &main, const QVariantMap &properties, QSize size,
           const std::function<void(QQmlEngine &)> &before = {});

    [[nodiscard]] QQuickWindow *window() const { return m_window; }
    [[nodiscard]] const QStringList &warnings() const;
    // The visible item of that accessible name; null when there is none.
    [[nodiscard]] QQuickItem *find(const QString &name) const;
    // Waits until it is shown and enabled.
    [[nodiscard]] QQuickItem *waitFor(const QString &name, int milliseconds = 20000) const;
    // Brings it into view and presses it in its middle.
    [[nodiscard]] bool press(const QString &name) const;
    [[nodiscard]] bool type(const QString &field, const QString &text) const;
    // With the Tab key alone: until the keyboard is at the item of that name, as often as it takes
    // to go round once; then Enter.
    [[nodiscard]] bool tabTo(const QString &name) const;
    [[nodiscard]] bool pressByKeys(const QString &name) const;
    // Whether some text on the screen holds these words.
    [[nodiscard]] bool waitForText(const QString &words, int milliseconds = 20000) const;
    // Writes build/demo/screens/NAME.png.
    [[nodiscard]] bool picture(const QString &name) const;
    // Texts that are cut off, stand on each other, or reach out of the window; controls without a
    // name. Empty: all is well.
    [[nodiscard]] QStringList faults() const;

  private:
    std::shared_ptr<QStringList> m_warnings = std::make_shared<QStringList>();
    QQmlApplicationEngine m_engine;
    QQuickWindow *m_window = nullptr;
};

} // namespace apricot::test
