// SPDX-License-Identifier: GPL-3.0-or-later
// By logind (org.freedesktop.login1 on the system bus): its signal before sleep, which a delay lock
// of ours holds up until what was open is closed.
#pragma once

#include "platform/sleep.h"

#include <QDBusUnixFileDescriptor>

namespace apricot {

class LinuxSleep final : public Sleep {
    Q_OBJECT

  public:
    LinuxSleep();
    [[nodiscard]] bool isThere() const override { return m_there; }

  private Q_SLOTS:
    void hear(bool sleeps); // PrepareForSleep: before, and after waking

  private:
    void hold();

    bool m_there = false;
    QDBusUnixFileDescriptor m_hold; // the delay lock: open as long as we have it
};

} // namespace apricot
