// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/device.h"
#include "platform/dummy/dummy.h"
#include "platform/linux/biometrics_linux.h"
#include "platform/linux/display_linux.h"
#include "platform/linux/notifications_linux.h"
#include "platform/linux/screenshot_linux.h"
#include "platform/linux/sleep_linux.h"
#include "platform/qt/camera_qt.h"
#include "platform/qt/key_store_qt.h"
#include "platform/qt/printing_qt.h"
#include "platform/qt/speech_qt.h"

namespace apricot {

std::shared_ptr<Device> deviceHere() {
    return std::make_shared<Device>(
        Device{std::make_unique<QtKeyStore>(), std::make_unique<LinuxBiometrics>(),
               std::make_unique<QtCamera>(), std::make_unique<LinuxDisplay>(),
               std::make_unique<LinuxNotifications>(), std::make_unique<QtSpeech>(),
               std::make_unique<LinuxScreenshot>(), std::make_unique<LinuxSleep>(),
               std::make_unique<QtPrinting>()});
}

} // namespace apricot
