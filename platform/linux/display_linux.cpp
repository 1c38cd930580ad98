// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/display_linux.h"

#include "platform/linux/bus_linux.h"

#include <QCoreApplication>
#include <QDBusMessage>

namespace apricot {
namespace {

QDBusMessage toScreenSaver(const char *method) {
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.ScreenSaver"),
                                          QStringLiteral("/org/freedesktop/ScreenSaver"),
                                          QStringLiteral("org.freedesktop.ScreenSaver"),
                                          QString::fromLatin1(method));
}

} // namespace

LinuxDisplay::~LinuxDisplay() {
    setAwake(false);
}

void LinuxDisplay::setAwake(bool awake) {
    const auto bus = sessionBus();
    if (!bus || awake == m_cookie.has_value()) return;
    if (!awake) {
        auto call = toScreenSaver("UnInhibit");
        call << *m_cookie;
        bus->send(call);
        m_cookie.reset();
        return;
    }
    auto call = toScreenSaver("Inhibit");
    //: Why the screen stays on, in the words of the system's power settings
    call << QStringLiteral("Apricot")
         << QCoreApplication::translate("Display", "A code is being shown or read");
    const QDBusMessage answer = bus->call(call, QDBus::Block, busPatience);
    if (answer.type() == QDBusMessage::ReplyMessage)
        m_cookie = answer.arguments().value(0).toUInt();
}

} // namespace apricot
