// SPDX-License-Identifier: GPL-3.0-or-later
// All that this device can do, and how an app gets it: the real one, none, or a simulator that says
// that it is one.
#pragma once

#include "crypto/key_store.h"
#include "platform/biometrics.h"
#include "platform/camera.h"
#include "platform/display.h"
#include "platform/files.h"
#include "platform/notifications.h"
#include "platform/pdf.h"
#include "platform/printing.h"
#include "platform/screenshot.h"
#include "platform/sleep.h"
#include "platform/speech.h"

#include <memory>

namespace apricot {

struct Device {
    std::unique_ptr<KeyStore> keys;
    std::unique_ptr<Biometrics> biometrics;
    std::unique_ptr<Camera> camera;
    std::unique_ptr<Display> display;
    std::unique_ptr<Notifications> notifications;
    std::unique_ptr<Speech> speech;
    std::unique_ptr<Screenshot> screenshot;
    std::unique_ptr<Sleep> sleep;
    std::unique_ptr<Printing> printing;
    std::unique_ptr<Pdf> pdf;
    std::unique_ptr<Files> files;
};

[[nodiscard]] std::shared_ptr<Device> deviceHere();   // what this operating system has
[[nodiscard]] std::shared_ptr<Device> deviceOfNone(); // dummy: nothing is there
// Only when asked for by an explicit option, never a default. The camera plays the pictures of a
// folder in the order of their names, over and over; empty: it has no camera.
[[nodiscard]] std::shared_ptr<Device> simulatedDevice(const QString &pictures);

} // namespace apricot
