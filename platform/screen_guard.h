// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the window's content out of the task switcher and out of screenshots, where the operating
// system can. Android: FLAG_SECURE on the window; iOS: none, the app covers itself when it resigns
// (as on desktops, qml/device/Guard.qml).
#pragma once

class QWindow;

namespace apricot {

class ScreenGuard {
  public:
    virtual ~ScreenGuard() = default;
    // Whether the system hides the window; where not, the app covers itself.
    [[nodiscard]] virtual bool systemHides() const = 0;
    virtual void setSecret(QWindow &window, bool secret) = 0;
};

} // namespace apricot
