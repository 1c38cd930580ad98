// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/bright_while.h"

#include "device/device_of.h"

namespace apricot {

BrightWhile::~BrightWhile() {
    apply(false);
}

void BrightWhile::componentComplete() {
    m_device = deviceOf(this);
    apply(m_active);
    Q_EMIT changed();
}

void BrightWhile::setActive(bool active) {
    if (active == m_active) return;
    m_active = active;
    apply(active);
    Q_EMIT changed();
}

bool BrightWhile::canBrighten() const {
    return m_device && m_device->display->canBrighten();
}

void BrightWhile::apply(bool on) {
    if (!m_device || on == m_on) return;
    m_on = on;
    m_device->display->setBright(on);
    m_device->display->setAwake(on);
}

} // namespace apricot
