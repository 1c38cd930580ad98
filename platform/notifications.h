// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of the operating system. They lie open on a locked screen, so they are chosen from a
// fixed list that can hold no name and nothing about health. Android: NotificationManager, with a
// channel of its own; iOS: UNUserNotificationCenter.
#pragma once

#include "base/result.h"

#include <QString>

namespace apricot {

enum class Notice { RequestWaiting, RecordsOpened, SomethingArrived, PermissionEndsSoon };
[[nodiscard]] QString inWords(Notice notice);

class Notifications {
  public:
    virtual ~Notifications() = default;
    [[nodiscard]] virtual bool isThere() const = 0;
    [[nodiscard]] virtual Result<> tell(Notice notice) = 0; // NotificationsAbsent
};

} // namespace apricot
