// SPDX-License-Identifier: GPL-3.0-or-later
// Says that the device is about to sleep, in time to lock. Android: the activity's onStop and
// ACTION_SCREEN_OFF; iOS: applicationDidEnterBackground.
#pragma once

#include <QObject>

namespace apricot {

class Sleep : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;
    // Whether sleeping() comes before the device sleeps. Where not, it is noticed afterwards only.
    [[nodiscard]] virtual bool isThere() const = 0;

  Q_SIGNALS:
    void sleeping(); // the device waits a moment for what is done then
};

} // namespace apricot
