// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/screenshot_linux.h"

#include "platform/dummy/dummy.h"
#include "platform/linux/bus_linux.h"

#include <QDBusMessage>
#include <QFile>
#include <QGuiApplication>
#include <QPixmap>
#include <QScreen>
#include <QUrl>

namespace apricot {
namespace {

const QString portal = QStringLiteral("org.freedesktop.portal.Desktop");
const QString requestInterface = QStringLiteral("org.freedesktop.portal.Request");

// A refusal can look like a picture of one colour.
bool isBlank(const QImage &picture) {
    if (picture.isNull()) return true;
    const QImage small = picture.scaled(64, 64).convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < small.height(); ++y)
        for (int x = 0; x < small.width(); ++x)
            if (small.pixel(x, y) != small.pixel(0, 0)) return false;
    return true;
}

} // namespace

void LinuxScreenshot::take() {
    if (!m_request.isEmpty()) return; // the person is being asked
    QList<QImage> out;
    for (QScreen *screen : QGuiApplication::screens())
        if (const QImage picture = screen->grabWindow(0).toImage(); !isBlank(picture))
            out.append(picture);
    if (!out.isEmpty())
        Q_EMIT taken(out);
    else if (!askPortal())
        Q_EMIT refused(screenUnreadable("no portal"));
}

bool LinuxScreenshot::askPortal() {
    auto bus = sessionBus();
    if (!bus || !isOffered(*bus, portal)) return false;
    const QString token = QStringLiteral("apricot%1").arg(++m_asked);
    const QString sender = bus->baseService().mid(1).replace(u'.', u'_');
    m_request = QStringLiteral("/org/freedesktop/portal/desktop/request/%1/%2").arg(sender, token);
    // Before asking: the answer may be quicker than we are.
    bus->connect(portal, m_request, requestInterface, QStringLiteral("Response"), this,
                 SLOT(hear(uint, QVariantMap)));
    auto call = QDBusMessage::createMethodCall(
        portal, QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.Screenshot"), QStringLiteral("Screenshot"));
    call << QString()
         << QVariantMap{{QStringLiteral("handle_token"), token},
                        {QStringLiteral("interactive"), false}};
    if (bus->call(call, QDBus::Block, busPatience).type() == QDBusMessage::ReplyMessage)
        return true;
    bus->disconnect(portal, m_request, requestInterface, QStringLiteral("Response"), this,
                    SLOT(hear(uint, QVariantMap)));
    m_request.clear();
    return false;
}

void LinuxScreenshot::hear(uint response, const QVariantMap &results) {
    if (auto bus = sessionBus())
        bus->disconnect(portal, m_request, requestInterface, QStringLiteral("Response"), this,
                        SLOT(hear(uint, QVariantMap)));
    m_request.clear();
    const QString file = QUrl(results.value(QStringLiteral("uri")).toString()).toLocalFile();
    const QImage picture = response == 0 && !file.isEmpty() ? QImage(file) : QImage();
    // Whatever was on the screen does not stay in a file.
    if (response == 0 && !file.isEmpty()) QFile::remove(file);
    if (picture.isNull())
        Q_EMIT refused(screenUnreadable("the portal"));
    else
        Q_EMIT taken({picture});
}

} // namespace apricot
