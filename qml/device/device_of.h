// SPDX-License-Identifier: GPL-3.0-or-later
// Which device the screens of an engine use: an app chooses before it loads its first screen,
// otherwise it is the one the app runs on.
#pragma once

#include "platform/device.h"

class QQmlEngine;

namespace apricot {

void useDevice(QQmlEngine &engine, const std::shared_ptr<Device> &device);
// Of the engine that made `item`. Never null.
[[nodiscard]] std::shared_ptr<Device> deviceOf(const QObject *item);
[[nodiscard]] std::shared_ptr<Device> deviceOf(QQmlEngine &engine);

} // namespace apricot
