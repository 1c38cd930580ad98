// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/sleep_linux.h"

#include "platform/linux/bus_linux.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QTimer>

namespace apricot {
namespace {

const QString service = QStringLiteral("org.freedesktop.login1");
const QString path = QStringLiteral("/org/freedesktop/login1");
const QString managerInterface = QStringLiteral("org.freedesktop.login1.Manager");

// For the working thread to close the vault; logind itself waits five seconds at most.
constexpr int closing = 1000; // milliseconds

} // namespace

LinuxSleep::LinuxSleep() {
    auto bus = systemBus();
    if (!bus || !isOffered(*bus, service)) return;
    bus->connect(service, path, managerInterface, QStringLiteral("PrepareForSleep"), this,
                 SLOT(hear(bool)));
    hold();
    m_there = m_hold.isValid();
}

void LinuxSleep::hold() {
    const auto bus = systemBus();
    if (!bus) return;
    auto call =
        QDBusMessage::createMethodCall(service, path, managerInterface, QStringLiteral("Inhibit"));
    //: Why sleep waits a moment, in the words of the system's power settings
    const QString why = QCoreApplication::translate("Sleep", "Records are locked before sleep");
    call << QStringLiteral("sleep") << QStringLiteral("Apricot") << why << QStringLiteral("delay");
    const QDBusMessage answer = bus->call(call, QDBus::Block, busPatience);
    m_hold = answer.arguments().value(0).value<QDBusUnixFileDescriptor>();
}

void LinuxSleep::hear(bool sleeps) {
    if (!sleeps) return hold(); // awake again
    Q_EMIT sleeping();
    QTimer::singleShot(closing, this, [this] { m_hold = QDBusUnixFileDescriptor(); });
}

} // namespace apricot
