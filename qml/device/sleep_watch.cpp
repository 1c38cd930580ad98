// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/sleep_watch.h"

#include "device/device_of.h"

namespace apricot {

void SleepWatch::componentComplete() {
    m_device = deviceOf(this);
    connect(m_device->sleep.get(), &Sleep::sleeping, this, &SleepWatch::sleeping);
    Q_EMIT changed();
}

} // namespace apricot
