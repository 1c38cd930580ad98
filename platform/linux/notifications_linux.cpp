// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/notifications_linux.h"

#include "platform/dummy/dummy.h"
#include "platform/linux/bus_linux.h"

#include <QDBusMessage>
#include <QVariantMap>

namespace apricot {
namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");

} // namespace

bool LinuxNotifications::isThere() const {
    const auto bus = sessionBus();
    return bus && isOffered(*bus, service);
}

Result<> LinuxNotifications::tell(Notice notice) {
    const auto bus = sessionBus();
    if (!bus) return notificationsAbsent("no session bus");
    auto call =
        QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/Notifications"),
                                       service, QStringLiteral("Notify"));
    // program, replaces, icon, heading, text, buttons, hints, milliseconds (-1: the system's own)
    call << QStringLiteral("Apricot") << 0U << QStringLiteral("apricot")
         << QStringLiteral("Apricot") << inWords(notice) << QStringList() << QVariantMap() << -1;
    const QDBusMessage answer = bus->call(call, QDBus::Block, busPatience);
    if (answer.type() != QDBusMessage::ReplyMessage)
        return notificationsAbsent(answer.errorName().toStdString());
    return {};
}

} // namespace apricot
