// SPDX-License-Identifier: GPL-3.0-or-later
// The display while a code is shown: bright, and not switched off. Android: window attributes
// (screenBrightness) and FLAG_KEEP_SCREEN_ON; iOS: UIScreen.brightness and idleTimerDisabled.
#pragma once

namespace apricot {

class Display {
  public:
    virtual ~Display() = default;
    // Whether setBright does anything. Where not, the screen behind a code is white and large.
    [[nodiscard]] virtual bool canBrighten() const = 0;
    virtual void setBright(bool bright) = 0; // off: as the person had it
    virtual void setAwake(bool awake) = 0;   // off: the system's own rules again
};

} // namespace apricot
