// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the screen on by org.freedesktop.ScreenSaver (what GNOME, KDE and others answer to). The
// brightness is not an app's to set here.
#pragma once

#include "platform/display.h"

#include <cstdint>
#include <optional>

namespace apricot {

class LinuxDisplay final : public Display {
  public:
    ~LinuxDisplay() override;
    [[nodiscard]] bool canBrighten() const override { return false; }
    void setBright(bool) override {}
    void setAwake(bool awake) override;

  private:
    std::optional<std::uint32_t> m_cookie; // what the screen saver gave for our wish
};

} // namespace apricot
