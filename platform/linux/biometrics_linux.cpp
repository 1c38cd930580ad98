// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/biometrics_linux.h"

#include "platform/linux/bus_linux.h"

#include <QDBusMessage>
#include <QDBusObjectPath>

namespace apricot {
namespace {

const QString service = QStringLiteral("net.reactivated.Fprint");
const QString readerInterface = QStringLiteral("net.reactivated.Fprint.Device");

QDBusMessage toReader(const QString &reader, const char *method) {
    return QDBusMessage::createMethodCall(service, reader, readerInterface,
                                          QString::fromLatin1(method));
}

// The reader with this person's fingers; empty when there is none.
QString readerHere(const QDBusConnection &bus) {
    if (!isOffered(bus, service)) return {};
    const auto answer = bus.call(
        QDBusMessage::createMethodCall(service, QStringLiteral("/net/reactivated/Fprint/Manager"),
                                       QStringLiteral("net.reactivated.Fprint.Manager"),
                                       QStringLiteral("GetDefaultDevice")),
        QDBus::Block, busPatience);
    const QString reader = answer.arguments().value(0).value<QDBusObjectPath>().path();
    if (answer.type() != QDBusMessage::ReplyMessage || reader.isEmpty()) return {};
    auto list = toReader(reader, "ListEnrolledFingers");
    list << QString(); // of whoever asks
    const auto fingers = bus.call(list, QDBus::Block, busPatience);
    return fingers.arguments().value(0).toStringList().isEmpty() ? QString() : reader;
}

} // namespace

LinuxBiometrics::~LinuxBiometrics() {
    if (!m_reader.isEmpty()) cancel();
}

bool LinuxBiometrics::isThere() const {
    const auto bus = systemBus();
    return bus && !readerHere(*bus).isEmpty();
}

void LinuxBiometrics::ask() {
    auto bus = systemBus();
    if (!m_reader.isEmpty()) return; // asked already
    const QString reader = bus ? readerHere(*bus) : QString();
    if (reader.isEmpty()) return end(Answer::Unavailable);
    auto claim = toReader(reader, "Claim");
    claim << QString();
    if (bus->call(claim, QDBus::Block, busPatience).type() != QDBusMessage::ReplyMessage)
        return end(Answer::Unavailable);
    m_reader = reader;
    bus->connect(service, reader, readerInterface, QStringLiteral("VerifyStatus"), this,
                 SLOT(hear(QString, bool)));
    auto verify = toReader(reader, "VerifyStart");
    verify << QStringLiteral("any");
    if (bus->call(verify, QDBus::Block, busPatience).type() != QDBusMessage::ReplyMessage)
        end(Answer::Unavailable);
}

void LinuxBiometrics::cancel() {
    if (!m_reader.isEmpty()) end(Answer::Cancelled);
}

void LinuxBiometrics::hear(const QString &result, bool done) {
    if (m_reader.isEmpty()) return;
    if (result == QStringLiteral("verify-match")) return end(Answer::Matched);
    if (result == QStringLiteral("verify-no-match")) return end(Answer::Refused);
    if (done) end(Answer::Unavailable); // unplugged, or broken; else: the finger is to be put again
}

void LinuxBiometrics::end(Answer answer) {
    if (auto bus = systemBus(); bus && !m_reader.isEmpty()) {
        bus->disconnect(service, m_reader, readerInterface, QStringLiteral("VerifyStatus"), this,
                        SLOT(hear(QString, bool)));
        bus->send(toReader(m_reader, "VerifyStop"));
        bus->send(toReader(m_reader, "Release"));
    }
    m_reader.clear();
    Q_EMIT answered(answer);
}

} // namespace apricot
