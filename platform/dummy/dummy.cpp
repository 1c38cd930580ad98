// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/dummy/dummy.h"

#include "platform/device.h"

namespace apricot {

Error keyStoreAbsent() {
    return fail(ErrorCode::KeyStoreAbsent);
}

Error cameraAbsent() {
    return fail(ErrorCode::CameraAbsent);
}

Error notificationsAbsent(std::string why) {
    return fail(ErrorCode::NotificationsAbsent, std::move(why));
}

Error screenUnreadable(std::string why) {
    return fail(ErrorCode::ScreenUnreadable, std::move(why));
}

std::shared_ptr<Device> deviceOfNone() {
    return std::make_shared<Device>(Device{
        std::make_unique<NoKeyStore>(), std::make_unique<NoBiometrics>(),
        std::make_unique<NoCamera>(), std::make_unique<NoDisplay>(),
        std::make_unique<NoNotifications>(), std::make_unique<NoSpeech>(),
        std::make_unique<NoScreenshot>(), std::make_unique<NoSleep>(),
        std::make_unique<NoPrinting>(), std::make_unique<NoPdf>(), std::make_unique<LocalFiles>()});
}

} // namespace apricot
