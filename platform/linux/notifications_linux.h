// SPDX-License-Identifier: GPL-3.0-or-later
// org.freedesktop.Notifications (Desktop Notifications Specification 1.2).
#pragma once

#include "platform/notifications.h"

namespace apricot {

class LinuxNotifications final : public Notifications {
  public:
    [[nodiscard]] bool isThere() const override;
    [[nodiscard]] Result<> tell(Notice notice) override;
};

} // namespace apricot
