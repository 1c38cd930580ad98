// SPDX-License-Identifier: GPL-3.0-or-later
// What a Linux desktop offers, on a private message bus on which the services are played: messages,
// the screen saver, fingerprints; and a machine on which nothing of it runs.
#include "platform/device.h"
#include "platform/dummy/dummy.h"
#include "platform/linux/biometrics_linux.h"
#include "platform/linux/bus_linux.h"
#include "platform/linux/display_linux.h"
#include "platform/linux/notifications_linux.h"
#include "platform/linux/screenshot_linux.h"
#include "platform/linux/sleep_linux.h"
#include "platform/qt/key_store_qt.h"
#include "platform/simulator/simulator.h"
#include "program/test_program.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QUrl>
#include <QVariantMap>

#include <array>
#include <atomic>
#include <mutex>

#include <fcntl.h>
#include <unistd.h>

using namespace apricot;

namespace {

SecretBytes secret(std::string text) {
    return SecretBytes::take({reinterpret_cast<std::uint8_t *>(text.data()), text.size()});
}

} // namespace

// What was asked of the services.
struct Heard {
    std::mutex mutex;
    QStringList calls;
    void add(const QString &call) {
        const std::scoped_lock lock(mutex);
        calls += call;
    }
    [[nodiscard]] QStringList all() {
        const std::scoped_lock lock(mutex);
        return calls;
    }
};

class FakeNotifications : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
  public:
    explicit FakeNotifications(Heard &heard) : m_heard(heard) {}
  public Q_SLOTS:
    uint Notify(const QString &app, uint, const QString &, const QString &heading,
                const QString &text, const QStringList &, const QVariantMap &, int) {
        m_heard.add(app + u'|' + heading + u'|' + text);
        return 7;
    }

  private:
    Heard &m_heard;
};

class FakeScreenSaver : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")
  public:
    explicit FakeScreenSaver(Heard &heard) : m_heard(heard) {}
  public Q_SLOTS:
    uint Inhibit(const QString &app, const QString &) {
        m_heard.add(QStringLiteral("Inhibit ") + app);
        return 42;
    }
    void UnInhibit(uint cookie) { m_heard.add(QStringLiteral("UnInhibit %1").arg(cookie)); }

  private:
    Heard &m_heard;
};

class FakeReaders : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "net.reactivated.Fprint.Manager")
  public Q_SLOTS:
    QDBusObjectPath GetDefaultDevice() {
        return QDBusObjectPath(QStringLiteral("/net/reactivated/Fprint/Device/0"));
    }
};

class FakeReader : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "net.reactivated.Fprint.Device")
  public:
    explicit FakeReader(Heard &heard) : m_heard(heard) {}
    std::atomic<bool> known = true, taken = false;
    std::atomic<const char *> answer = "verify-match"; // null: none
  public Q_SLOTS:
    QStringList ListEnrolledFingers(const QString &) {
        return known ? QStringList{QStringLiteral("right-index-finger")} : QStringList();
    }
    void Claim(const QString &) {
        m_heard.add(QStringLiteral("Claim"));
        if (taken)
            sendErrorReply(QStringLiteral("net.reactivated.Fprint.Error.AlreadyInUse"), QString());
    }
    void VerifyStart(const QString &) {
        m_heard.add(QStringLiteral("VerifyStart"));
        if (!answer) return;
        const QString result = QString::fromLatin1(answer.load());
        QMetaObject::invokeMethod(
            this,
            [this, result] {
                // A finger that slipped comes first: no answer yet.
                Q_EMIT VerifyStatus(QStringLiteral("verify-retry-scan"), false);
                Q_EMIT VerifyStatus(result, true);
            },
            Qt::QueuedConnection);
    }
    void VerifyStop() { m_heard.add(QStringLiteral("VerifyStop")); }
    void Release() { m_heard.add(QStringLiteral("Release")); }
  Q_SIGNALS:
    void VerifyStatus(const QString &result, bool done);

  private:
    Heard &m_heard;
};

class FakePortal : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Screenshot")
  public:
    std::atomic<uint> response = 0;
    QString file; // of the picture
  public Q_SLOTS:
    QDBusObjectPath Screenshot(const QString &, const QVariantMap &options) {
        const QString path = QStringLiteral("/org/freedesktop/portal/desktop/request/%1/%2")
                                 .arg(message().service().mid(1).replace(u'.', u'_'),
                                      options.value(QStringLiteral("handle_token")).toString());
        auto told = QDBusMessage::createSignal(
            path, QStringLiteral("org.freedesktop.portal.Request"), QStringLiteral("Response"));
        QVariantMap results;
        if (response == 0)
            results.insert(QStringLiteral("uri"), QUrl::fromLocalFile(file).toString());
        told << response.load() << results;
        connection().send(told);
        return QDBusObjectPath(path);
    }
};

// Gives each Inhibit the end of a pipe, whose other end tells whether it is still held.
class FakeLogin : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
  public:
    explicit FakeLogin(Heard &heard) : m_heard(heard) {}
    ~FakeLogin() override {
        if (m_end >= 0) ::close(m_end);
    }
    std::atomic<bool> refuses = false;
    [[nodiscard]] bool isHeld() const {
        char byte = 0;
        return m_end >= 0 && ::read(m_end, &byte, 1) < 0; // not ended: nothing to read yet
    }
    void prepare(bool sleeps) {
        QMetaObject::invokeMethod(
            this, [this, sleeps] { Q_EMIT PrepareForSleep(sleeps); }, Qt::QueuedConnection);
    }
  public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &who, const QString &,
                                    const QString &mode) {
        m_heard.add(what + u'|' + who + u'|' + mode);
        std::array<int, 2> ends{-1, -1};
        if (refuses || ::pipe2(ends.data(), O_NONBLOCK | O_CLOEXEC) != 0) {
            sendErrorReply(QStringLiteral("org.freedesktop.DBus.Error.AccessDenied"), QString());
            return {};
        }
        if (m_end >= 0) ::close(m_end);
        m_end = ends[0];
        QDBusUnixFileDescriptor given(ends[1]); // keeps a copy of its own
        ::close(ends[1]);
        return given;
    }
  Q_SIGNALS:
    void PrepareForSleep(bool sleeps);

  private:
    Heard &m_heard;
    std::atomic<int> m_end = -1;
};

class TestPlatform : public QObject {
    Q_OBJECT
    QProcess m_bus;
    QThread m_thread; // the services answer from there
    Heard m_heard;
    std::unique_ptr<FakeNotifications> m_notifications;
    std::unique_ptr<FakeScreenSaver> m_saver;
    std::unique_ptr<FakeReaders> m_readers;
    std::unique_ptr<FakeReader> m_reader;
    std::unique_ptr<FakePortal> m_portal;
    std::unique_ptr<FakeLogin> m_login;
    std::optional<QDBusConnection> m_side;

    // Before any service is on the bus, and with it gone.
    void nothingIsThere() {
        QVERIFY(!LinuxNotifications().isThere());
        QCOMPARE(LinuxNotifications().tell(Notice::RequestWaiting).error().code,
                 ErrorCode::NotificationsAbsent);
        QVERIFY(!LinuxBiometrics().isThere());
        QVERIFY(!LinuxSleep().isThere());
        QtKeyStore keys;
        QVERIFY(!keys.isThere());
        QCOMPARE(keys.put("apricot-test", secret("x")).error().code, ErrorCode::KeyStoreAbsent);
        QCOMPARE(keys.get("apricot-test").error().code, ErrorCode::KeyStoreAbsent);
        QCOMPARE(keys.remove("apricot-test").error().code, ErrorCode::KeyStoreAbsent);
        LinuxDisplay display;
        display.setAwake(true);
        display.setAwake(false);
    }

  private Q_SLOTS:
    void initTestCase() {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("XDG_RUNTIME_DIR", "/nowhere");
        QVERIFY(!sessionBus()); // and none is started for it
        QVERIFY(!QtKeyStore().isThere());

        m_bus.start(QStringLiteral("dbus-daemon"),
                    {QStringLiteral("--session"), QStringLiteral("--print-address"),
                     QStringLiteral("--nofork"), QStringLiteral("--nopidfile")});
        if (!m_bus.waitForStarted() || !m_bus.waitForReadyRead())
            QSKIP("dbus-daemon does not start here");
        const QByteArray address = m_bus.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", address);
        QVERIFY(sessionBus());
        nothingIsThere();

        m_side =
            QDBusConnection::connectToBus(QString::fromLatin1(address), QStringLiteral("services"));
        m_notifications = std::make_unique<FakeNotifications>(m_heard);
        m_saver = std::make_unique<FakeScreenSaver>(m_heard);
        m_readers = std::make_unique<FakeReaders>();
        m_reader = std::make_unique<FakeReader>(m_heard);
        m_portal = std::make_unique<FakePortal>();
        m_login = std::make_unique<FakeLogin>(m_heard);
        const auto all = QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals;
        QVERIFY(m_side->registerObject(QStringLiteral("/org/freedesktop/Notifications"),
                                       m_notifications.get(), all));
        QVERIFY(m_side->registerObject(QStringLiteral("/org/freedesktop/ScreenSaver"),
                                       m_saver.get(), all));
        QVERIFY(m_side->registerObject(QStringLiteral("/net/reactivated/Fprint/Manager"),
                                       m_readers.get(), all));
        QVERIFY(m_side->registerObject(QStringLiteral("/net/reactivated/Fprint/Device/0"),
                                       m_reader.get(), all));
        QVERIFY(m_side->registerObject(QStringLiteral("/org/freedesktop/portal/desktop"),
                                       m_portal.get(), all));
        QVERIFY(
            m_side->registerObject(QStringLiteral("/org/freedesktop/login1"), m_login.get(), all));
        for (QObject *service :
             std::initializer_list<QObject *>{m_notifications.get(), m_saver.get(), m_readers.get(),
                                              m_reader.get(), m_portal.get(), m_login.get()})
            service->moveToThread(&m_thread);
        m_thread.start();
        for (const char *name :
             {"org.freedesktop.portal.Desktop", "org.freedesktop.Notifications",
              "org.freedesktop.ScreenSaver", "net.reactivated.Fprint", "org.freedesktop.login1"})
            QVERIFY(m_side->registerService(QString::fromLatin1(name)));
    }
    void init() {
        const std::scoped_lock lock(m_heard.mutex);
        m_heard.calls.clear();
    }
    void cleanupTestCase() {
        m_thread.quit();
        m_thread.wait();
        m_bus.kill();
        m_bus.waitForFinished();
    }

    void aMessageSaysNothingOfAnybody() {
        LinuxNotifications notifications;
        QVERIFY(notifications.isThere());
        QVERIFY(notifications.tell(Notice::RequestWaiting).ok());
        QCOMPARE(m_heard.all(),
                 QStringList(QStringLiteral("Apricot|Apricot|A request waits for your answer.")));
        for (const Notice notice :
             {Notice::RecordsOpened, Notice::SomethingArrived, Notice::PermissionEndsSoon})
            QVERIFY(!inWords(notice).isEmpty());
    }

    void theScreenStaysOnWhileAsked() {
        {
            LinuxDisplay display;
            QVERIFY(!display.canBrighten());
            display.setAwake(true);
            display.setAwake(true);
            QCOMPARE(m_heard.all(), QStringList(QStringLiteral("Inhibit Apricot")));
            display.setAwake(false);
            QTRY_COMPARE(m_heard.all().value(1), QStringLiteral("UnInhibit 42"));
            display.setAwake(true);
        } // and not after the app is gone
        QTRY_COMPARE(m_heard.all().value(3), QStringLiteral("UnInhibit 42"));
    }

    void theFinger_data() {
        QTest::addColumn<QByteArray>("says");
        QTest::addColumn<Biometrics::Answer>("answer");
        QTest::newRow("right") << QByteArray("verify-match") << Biometrics::Answer::Matched;
        QTest::newRow("wrong") << QByteArray("verify-no-match") << Biometrics::Answer::Refused;
        QTest::newRow("unplugged")
            << QByteArray("verify-disconnected") << Biometrics::Answer::Unavailable;
    }
    void theFinger() {
        QFETCH(QByteArray, says);
        QFETCH(Biometrics::Answer, answer);
        m_reader->answer = says.constData();
        LinuxBiometrics finger;
        QVERIFY(finger.isThere() && !finger.isSimulated());
        QVERIFY(!finger.guardsKeys()); // which the screen says
        QSignalSpy answered(&finger, &Biometrics::answered);
        finger.ask();
        finger.ask(); // twice is once
        QTRY_COMPARE(answered.size(), 1);
        QCOMPARE(answered[0][0].value<Biometrics::Answer>(), answer);
        QTRY_COMPARE(m_heard.all(),
                     (QStringList{QStringLiteral("Claim"), QStringLiteral("VerifyStart"),
                                  QStringLiteral("VerifyStop"), QStringLiteral("Release")}));
    }
    void askingCanBeCancelled() {
        m_reader->answer = nullptr;
        LinuxBiometrics finger;
        QSignalSpy answered(&finger, &Biometrics::answered);
        finger.ask();
        finger.cancel();
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered[0][0].value<Biometrics::Answer>(), Biometrics::Answer::Cancelled);
        QTRY_COMPARE(m_heard.all().value(3), QStringLiteral("Release"));
    }
    void aReaderThatIsTakenOrKnowsNobody() {
        m_reader->taken = true;
        LinuxBiometrics finger;
        QSignalSpy answered(&finger, &Biometrics::answered);
        finger.ask();
        QTRY_COMPARE(answered.size(), 1);
        QCOMPARE(answered[0][0].value<Biometrics::Answer>(), Biometrics::Answer::Unavailable);
        m_reader->taken = false;
        m_reader->known = false;
        QVERIFY(!finger.isThere());
        m_reader->known = true;
    }

    // As under Wayland: the window system shows nothing, so the portal is asked.
    void theScreenByThePortal() {
        QTemporaryDir folder;
        m_portal->file = folder.filePath(QStringLiteral("screen.png"));
        QImage picture(40, 30, QImage::Format_RGB32);
        picture.fill(Qt::blue);
        QVERIFY(picture.save(m_portal->file));
        LinuxScreenshot screenshot;
        QSignalSpy taken(&screenshot, &Screenshot::taken);
        QSignalSpy refused(&screenshot, &Screenshot::refused);
        screenshot.take();
        QTRY_COMPARE(taken.size(), 1);
        QCOMPARE(taken[0][0].value<QList<QImage>>().constFirst().size(), QSize(40, 30));
        QVERIFY(!QFile::exists(m_portal->file)); // it does not stay
        QVERIFY(refused.isEmpty());
    }
    void thePersonSaysNoToThePortal() {
        m_portal->response = 1;
        LinuxScreenshot screenshot;
        QSignalSpy refused(&screenshot, &Screenshot::refused);
        screenshot.take();
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused[0][0].value<Error>().code, ErrorCode::ScreenUnreadable);
        m_portal->response = 0;
    }

    void sleepWaitsUntilAllIsLocked() {
        LinuxSleep sleep;
        QVERIFY(sleep.isThere());
        QCOMPARE(m_heard.all(), QStringList(QStringLiteral("sleep|Apricot|delay")));
        QVERIFY(m_login->isHeld());
        bool heldMeanwhile = false;
        connect(&sleep, &Sleep::sleeping, this, [&] { heldMeanwhile = m_login->isHeld(); });
        QSignalSpy sleeping(&sleep, &Sleep::sleeping);
        m_login->prepare(true);
        QTRY_COMPARE(sleeping.size(), 1);
        QVERIFY(heldMeanwhile);
        QTRY_VERIFY(!m_login->isHeld()); // then it may sleep
        m_login->prepare(false);
        QTRY_VERIFY(m_login->isHeld()); // and the next time waits again
        QCOMPARE(sleeping.size(), 1);
    }
    void whoeverMayNotHoldSleepUpIsToldNothing() {
        m_login->refuses = true;
        QVERIFY(!LinuxSleep().isThere()); // which the settings say
        m_login->refuses = false;
    }

    void theRealDeviceIsNeverSimulated() {
        const auto device = deviceHere();
        QVERIFY(!device->keys->isSimulated());
        QVERIFY(!device->biometrics->isSimulated());
        QVERIFY(!device->camera->isSimulated());
        const auto played = simulatedDevice({});
        QVERIFY(played->keys->isSimulated() && played->biometrics->isSimulated()
                && played->camera->isSimulated());
    }

    void theSimulatorKeepsAndForgets() {
        SimulatedKeyStore keys;
        QVERIFY(keys.put("a", secret("one")).ok());
        QVERIFY(keys.put("a", secret("two")).ok());
        QCOMPARE(textOf((*keys.get("a"))->view()), std::string_view("two"));
        QVERIFY(!keys.get("b")->has_value());
        QVERIFY(keys.remove("a").ok() && keys.remove("a").ok());
        QVERIFY(!keys.get("a")->has_value());
    }
    void aCameraWithoutPicturesIsNone() {
        SimulatedCamera camera({});
        QVERIFY(camera.names().isEmpty());
        QCOMPARE(camera.start(0).error().code, ErrorCode::CameraAbsent);
        QTemporaryDir empty;
        SimulatedCamera other(empty.path());
        QCOMPARE(other.start(0).error().code, ErrorCode::CameraAbsent);
    }
    void speechOnlyInVoicesThatAreThere() {
        const auto device = deviceHere();
        if (device->speech->speaks(QLocale(QStringLiteral("en"))))
            qInfo("a voice for English is here");
        else
            qInfo("no voice here: nothing is read aloud");
        device->speech->say(QStringLiteral("Good day"), QLocale(QStringLiteral("xx")));
        QVERIFY(!device->speech->isSpeaking());
    }
};

APRICOT_SCREEN_TEST(TestPlatform)
#include "test_platform.moc"
