// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/device_of.h"

#include <QQmlEngine>

namespace apricot {
namespace {

constexpr const char *property = "apricotDevice";
using Held = std::shared_ptr<Device>;

} // namespace

void useDevice(QQmlEngine &engine, const std::shared_ptr<Device> &device) {
    engine.setProperty(property, QVariant::fromValue(device));
}

std::shared_ptr<Device> deviceOf(const QObject *item) {
    QQmlEngine *engine = qmlEngine(item);
    return engine ? deviceOf(*engine) : deviceOfNone(); // made outside of any screen
}

std::shared_ptr<Device> deviceOf(QQmlEngine &engine) {
    if (auto held = engine.property(property).value<Held>()) return held;
    auto here = deviceHere();
    useDevice(engine, here);
    return here;
}

} // namespace apricot
