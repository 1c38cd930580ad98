// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/notifier.h"

#include "device/device_of.h"

#include <QGuiApplication>

namespace apricot {

void Notifier::tell(What what) const {
    if (QGuiApplication::applicationState() == Qt::ApplicationActive) return;
    const auto device = deviceOf(this);
    // A message that cannot be shown is no error of what it tells of.
    if (device->notifications->isThere())
        static_cast<void>(device->notifications->tell(static_cast<Notice>(what)));
}

} // namespace apricot
