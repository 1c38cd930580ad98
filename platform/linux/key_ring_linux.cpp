// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/bus_linux.h"
#include "platform/qt/key_store_qt.h"

namespace apricot {

bool isKeyRingOffered() {
    const auto bus = sessionBus();
    return bus
           && (isOffered(*bus, QStringLiteral("org.freedesktop.secrets"))
               || isOffered(*bus, QStringLiteral("org.kde.kwalletd5")));
}

} // namespace apricot
