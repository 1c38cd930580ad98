// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/device.h"
#include "platform/dummy/dummy.h"
#include "platform/linux/biometrics_linux.h"
#include "platform/linux/display_linux.h"
#include "platform/linux/notifications_linux.h"
#include "platform/linux/screenshot_linux.h"
#include "platform/linux/sleep_linux.h"
#include "platform/qt/key_store_qt.h"
#include "platform/qt/late.h"

namespace apricot {

std::shared_ptr<Device> deviceHere() {
    return std::make_shared<Device>(
        Device{std::make_unique<QtKeyStore>(), std::make_unique<LinuxBiometrics>(), lateCamera(),
               std::make_unique<LinuxDisplay>(), std::make_unique<LinuxNotifications>(),
               lateSpeech(), std::make_unique<LinuxScreenshot>(), std::make_unique<LinuxSleep>(),
               latePrinting(), latePdf(), std::make_unique<LocalFiles>()});
}

} // namespace apricot
