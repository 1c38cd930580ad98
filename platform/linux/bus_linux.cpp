// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/bus_linux.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QFileInfo>

namespace apricot {

std::optional<QDBusConnection> sessionBus() {
    // Without an address libdbus would start a bus of its own, in which nobody is.
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")
        && !QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus")))
        return std::nullopt;
    const QDBusConnection bus = QDBusConnection::sessionBus();
    return bus.isConnected() ? std::optional(bus) : std::nullopt;
}

std::optional<QDBusConnection> systemBus() {
    const QDBusConnection bus = QDBusConnection::systemBus();
    return bus.isConnected() ? std::optional(bus) : std::nullopt;
}

bool isOffered(const QDBusConnection &bus, const QString &service) {
    const auto names = [&](const QString &method) {
        const auto call = QDBusMessage::createMethodCall(
            QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
            QStringLiteral("org.freedesktop.DBus"), method);
        const QDBusMessage answer = bus.call(call, QDBus::Block, busPatience);
        return answer.arguments().value(0).toStringList();
    };
    return names(QStringLiteral("ListNames")).contains(service)
           || names(QStringLiteral("ListActivatableNames")).contains(service);
}

} // namespace apricot
