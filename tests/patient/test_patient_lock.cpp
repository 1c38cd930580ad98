// SPDX-License-Identifier: GPL-3.0-or-later
// How the patient's app opens on one device without the passphrase: PIN and finger, by accessible
// names, with a real vault and a played key ring and reader.
#include "screen/screen.h"

#include "crypto/crypto.h"
#include "crypto/system_random.h"
#include "device/device_of.h"
#include "person/profiles.h"
#include "platform/simulator/simulator.h"
#include "program/test_program.h"
#include "vault/vault.h"

#include <QTemporaryDir>
#include <QTest>

using namespace apricot;
using test::Screen;

namespace {

const QUrl mainFile(QStringLiteral("qrc:/qt/qml/Apricot/Patient/Main.qml"));
const QString passphrase = QStringLiteral("four words 四个词");
constexpr QSize phone(360, 640);

QString q(const char *text) {
    return QString::fromUtf8(text);
}

SecretBytes secretOf(const QString &text) {
    QByteArray bytes = text.toUtf8();
    return SecretBytes::take(
        {reinterpret_cast<std::uint8_t *>(bytes.data()), static_cast<std::size_t>(bytes.size())});
}

// A person's folder and device; an app on them, as often as it is started.
struct Scene {
    QTemporaryDir folder;
    std::shared_ptr<Device> device = simulatedDevice({});
    std::unique_ptr<Screen> screen;

    Scene() { start(); }
    void start(const char *language = "", double scale = 1) {
        screen.reset();
        screen = std::make_unique<Screen>(
            mainFile, QVariantMap{{q("folder"), folder.path()}, {q("language"), q(language)}},
            phone, [this](QQmlEngine &engine) { useDevice(engine, device); });
        screen->window()->setProperty("typeScale", scale);
    }
    [[nodiscard]] SimulatedBiometrics &reader() const {
        return *qobject_cast<SimulatedBiometrics *>(device->biometrics.get());
    }
    [[nodiscard]] QString file(const char *end) const {
        return folder.filePath(q("person.vault") + q(end));
    }
    [[nodiscard]] bool make() const {
        return screen->type(q("Think of a passphrase (at least 8 characters)"), passphrase)
               && screen->type(q("The same passphrase again"), passphrase)
               && screen->press(q("Make my record")) && screen->press(q("Later"));
    }
    [[nodiscard]] bool toSecurity() const {
        return (screen->find(q("Settings")) || screen->press(q("More")))
               && screen->press(q("Settings")) && screen->press(q("Security"));
    }
    [[nodiscard]] bool setPin(const char *pin, const char *again, const QString &with) const {
        return screen->type(q("Passphrase, to set a PIN"), with)
               && screen->type(q("New PIN (6 digits or more)"), q(pin))
               && screen->type(q("The same PIN again"), q(again))
               && screen->press(q("Set the PIN"));
    }
    [[nodiscard]] bool setFinger(const QString &with) const {
        return screen->type(q("Passphrase, to use your finger"), with)
               && screen->press(q("Open with my finger from now on"));
    }
    [[nodiscard]] bool lock() const {
        return screen->press(q("Home")) && screen->press(q("Lock now"))
               && screen->waitForText(q("Your record is locked"));
    }
    [[nodiscard]] bool unlock(const QString &with = passphrase) const {
        return screen->type(q("Passphrase"), with) && screen->press(q("Open my record"))
               && screen->waitForText(q("Today"));
    }
    // As another program does, with the app locked.
    [[nodiscard]] bool changePassphrase(const QString &to) const {
        SystemClock clock;
        SystemRandom random;
        auto vault = Vault::open(file("").toStdString(), secretOf(passphrase), random, clock);
        return vault.ok()
               && (*vault)
                      ->changePassphrase(secretOf(passphrase), secretOf(to), leastPasswordCost)
                      .ok();
    }
};

} // namespace

class test_patient_lock : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }
    void init() { QLocale::setDefault(QLocale(q("en"))); }
    void aPinOpens();
    void aBadPinIsNotTaken();
    void fiveWrongPinsEndIt();
    void aFingerOpens();
    void aFingerIsNotSwitchedOnForNothing();
    void aFingerThatDoesNotOpen();
    void aReaderThatIsGone();
    void anotherPassphraseEndsBoth();
    void aPassphraseChangedElsewhereEndsBoth();
    void withoutAKeyRingThereIsOnlyThePassphrase();
    void itLocksBeforeTheDeviceSleeps();
    void theSettingsSayWhenSleepIsNoticedLate();
    void peopleStandInTheOrderTheyCame();
    void theyFitInLargeType_data();
    void theyFitInLargeType();
};

void test_patient_lock::aPinOpens() {
    Scene scene;
    QVERIFY(scene.make() && scene.toSecurity());
    QVERIFY(scene.setPin("294618", "294618", passphrase));
    QVERIFY(scene.screen->waitForText(q("The PIN opens your record on this device from now on")));
    QVERIFY(scene.screen->waitFor(q("Take the PIN away")));
    QVERIFY(!scene.screen->find(q("Set the PIN")));
    QVERIFY(scene.lock());
    QVERIFY(scene.screen->type(q("PIN"), q("294619")));
    QVERIFY(scene.screen->press(q("Open with the PIN")));
    QVERIFY(scene.screen->waitForText(q("This PIN is not right. Tries left: 4.")));
    QVERIFY(scene.screen->picture(q("en-phone-lock-pin-wrong")));
    QTRY_COMPARE(scene.screen->faults(), QStringList());
    QVERIFY(scene.screen->type(q("PIN"), q("294618")));
    QVERIFY(scene.screen->press(q("Open with the PIN")));
    QVERIFY(scene.screen->waitForText(q("Today")));
    // After a restart too; and with the keyboard alone.
    scene.start();
    QVERIFY(scene.screen->waitFor(q("PIN"))->hasActiveFocus());
    QVERIFY(scene.screen->type(q("PIN"), q("294618")));
    QTest::keyClick(scene.screen->window(), Qt::Key_Return);
    QVERIFY(scene.screen->waitForText(q("Today")));
    // Taken away, only the passphrase opens.
    QVERIFY(scene.toSecurity());
    QVERIFY(scene.screen->press(q("Take the PIN away")));
    QVERIFY(scene.screen->waitForText(q("There is no PIN any more.")));
    QVERIFY(scene.lock());
    QVERIFY(!scene.screen->find(q("PIN")));
    QVERIFY(scene.unlock());
    QCOMPARE(scene.screen->warnings(), QStringList());
}

void test_patient_lock::aBadPinIsNotTaken() {
    Scene scene;
    QVERIFY(scene.make() && scene.toSecurity());
    QVERIFY(scene.setPin("294618", "294681", passphrase));
    QVERIFY(scene.screen->waitForText(q("The two PINs are not the same.")));
    // The passphrase need not be typed again, the PIN twice.
    const auto again = [&](const char *pin) {
        return scene.screen->type(q("New PIN (6 digits or more)"), q(pin))
               && scene.screen->type(q("The same PIN again"), q(pin))
               && scene.screen->press(q("Set the PIN"));
    };
    QVERIFY(again("123456"));
    QVERIFY(scene.screen->waitForText(q("This PIN is too easy to guess.")));
    QVERIFY(again("2946"));
    QVERIFY(scene.screen->waitForText(q("A PIN is 6 digits or more")));
    QVERIFY(again("29461x"));
    QVERIFY(scene.screen->waitForText(q("nothing but digits")));
    QVERIFY(!QFile::exists(scene.file(".quick")));
    QVERIFY(again("294618"));
    QVERIFY(scene.screen->waitForText(q("The PIN opens your record")));
    QVERIFY(scene.screen->press(q("Take the PIN away")));
    QVERIFY(scene.screen->waitForText(q("There is no PIN any more.")));
    QVERIFY(scene.setPin("294618", "294618", q("not my passphrase")));
    QVERIFY(scene.screen->waitForText(q("passphrase is not right")));
    QVERIFY(scene.screen->waitFor(q("New PIN (6 digits or more)")));
    QCOMPARE(scene.screen->warnings(), QStringList());
}

void test_patient_lock::fiveWrongPinsEndIt() {
    Scene scene;
    QVERIFY(scene.make() && scene.toSecurity());
    QVERIFY(scene.setPin("294618", "294618", passphrase));
    QVERIFY(scene.screen->waitFor(q("Take the PIN away")));
    QVERIFY(scene.lock());
    for (int left = 4; left > 0; --left) {
        QVERIFY(scene.screen->type(q("PIN"), q("294619")));
        QVERIFY(scene.screen->press(q("Open with the PIN")));
        QVERIFY(scene.screen->waitForText(q("Tries left: %1.").arg(left)));
    }
    QVERIFY(scene.screen->type(q("PIN"), q("294619")));
    QVERIFY(scene.screen->press(q("Open with the PIN")));
    QVERIFY(scene.screen->waitForText(q("The PIN no longer opens your record")));
    QTRY_VERIFY(!scene.screen->find(q("PIN")));
    QVERIFY(scene.screen->waitFor(q("Passphrase"))->hasActiveFocus());
    QVERIFY(scene.screen->picture(q("en-phone-lock-pin-gone")));
    QTRY_COMPARE(scene.screen->faults(), QStringList());
    QVERIFY(scene.unlock());
    QCOMPARE(scene.screen->warnings(), QStringList());
}

void test_patient_lock::aFingerOpens() {
    Scene scene;
    QVERIFY(scene.make() && scene.toSecurity());
    // What it protects and what not stands there before it is switched on.
    QVERIFY(scene.screen->waitForText(q("A PIN protects better")));
    QVERIFY(scene.setFinger(passphrase));
    QVERIFY(scene.screen->waitForText(q("Your finger opens your record on this device")));
    QVERIFY(scene.screen->waitFor(q("No longer with my finger")));
    QVERIFY(scene.lock());
    // Nobody is asked by the screen itself.
    QVERIFY(!scene.reader().isAsked());
    QVERIFY(scene.screen->waitFor(q("Open with my finger"))->hasActiveFocus());
    QVERIFY(scene.screen->picture(q("en-phone-lock-finger")));
    QTRY_COMPARE(scene.screen->faults(), QStringList());
    QVERIFY(scene.screen->press(q("Open with my finger")));
    QVERIFY(scene.screen->waitForText(q("Today")));
    scene.start();
    QVERIFY(scene.screen->pressByKeys(q("Open with my finger")));
    QVERIFY(scene.screen->waitForText(q("Today")));
    QVERIFY(scene.toSecurity());
    QVERIFY(scene.screen->press(q("No longer with my finger")));
    QVERIFY(scene.screen->waitForText(q("Your finger no longer opens your record.")));
    QVERIFY(scene.lock());
    QVERIFY(!scene.screen->find(q("Open with my finger")));
    QVERIFY(scene.unlock());
    QCOMPARE(scene.screen->warnings(), QStringList());
}

void test_patient_lock::aFingerIsNotSwitchedOnForNothing() {
    Scene scene;
    QVERIFY(scene.make() && scene.toSecurity());
    // Somebody else's finger.
    scene.reader().setAnswer(Biometrics::Answer::Refused);
    QVERIFY(scene.setFinger(passphrase));
    QVERIFY(scene.screen->waitForText(q("That was not a finger this device knows.")));
    QVERIFY(!QFile::exists(scene.file(".touch")));
    // None; the person gives up.
    scene.reader().setAnswer(std::nullopt);
    QVERIFY(scene.screen->press(q("Open with my finger from now on")));
    QVERIFY(scene.screen->waitForText(q("Put your finger on the reader now.")));
    QVERIFY(scene.screen->press(q("Not with the finger")));
    QTRY_VERIFY(!scene.reader().isAsked());
    QVERIFY(scene.screen->waitFor(q("Open with my finger from now on")));
    // One leaves the screen: the reader is let go.
    QVERIFY(scene.screen->press(q("Open with my finger from now on")));
    QTRY_VERIFY(scene.reader().isAsked());
    QVERIFY(scene.screen->press(q("Back")));
    QTRY_VERIFY(!scene.reader().isAsked());
    // The right finger with a wrong passphrase.
    QVERIFY(scene.screen->press(q("Security")));
    scene.reader().setAnswer(Biometrics::Answer::Matched);
    QVERIFY(scene.setFinger(q("not my passphrase")));
    QVERIFY(scene.screen->waitForText(q("passphrase is not right")));
    QVERIFY(!QFile::exists(scene.file(".touch")));
    QCOMPARE(scene.screen->warnings(), QStringList());
}

void test_patient_lock::aFingerThatDoesNotOpen() {
    Scene scene;
    QVERIFY(scene.make() && scene.toSecurity());
    QVERIFY(scene.setFinger(passphrase));
    QVERIFY(scene.screen->waitFor(q("No longer with my finger")));
    QVERIFY(scene.lock());
    scene.reader().setAnswer(Biometrics::Answer::Refused);
    QVERIFY(scene.screen->press(q("Open with my finger")));
    QVERIFY(scene.screen->waitForText(q("That was not a finger this device knows.")));
    QVERIFY(scene.screen->picture(q("en-phone-lock-finger-refused")));
    QTRY_COMPARE(scene.screen->faults(), QStringList());
    scene.reader().setAnswer(Biometrics::Answer::Unavailable); // another program has it
    QVERIFY(scene.screen->press(q("Open with my finger")));
    QVERIFY(scene.screen->waitForText(q("The fingerprint reader does not answer.")));
    scene.reader().setAnswer(std::nullopt);
    QVERIFY(scene.screen->press(q("Open with my finger")));
    QVERIFY(scene.screen->waitForText(q("Put your finger on the reader now.")));
    QVERIFY(scene.screen->picture(q("en-phone-lock-finger-asking")));
    QTRY_COMPARE(scene.screen->faults(), QStringList());
    // While it waits the passphrase opens, and the reader is let go.
    QVERIFY(scene.unlock());
    QTRY_VERIFY(!scene.reader().isAsked());
    QCOMPARE(scene.screen->warnings(), QStringList());
}

void test_patient_lock::aReaderThatIsGone() {
    Scene scene;
    QVERIFY(scene.make() && scene.toSecurity());
    QVERIFY(scene.setFinger(passphrase));
    QVERIFY(scene.screen->waitFor(q("No longer with my finger")));
    scene.reader().setThere(false);
    QVERIFY(scene.lock());
    QVERIFY(scene.screen->waitForText(q("The fingerprint reader is not there now.")));
    QVERIFY(!scene.screen->find(q("Open with my finger")));
    QVERIFY(scene.screen->waitFor(q("Passphrase"))->hasActiveFocus());
    QVERIFY(scene.unlock());
    // It can be switched off without the reader, and then not on.
    QVERIFY(scene.toSecurity());
    QVERIFY(scene.screen->waitForText(q("This device has no fingerprint reader")));
    QVERIFY(scene.screen->press(q("No longer with my finger")));
    QTRY_VERIFY(!scene.screen->find(q("No longer with my finger")));
    QVERIFY(!scene.screen->find(q("Open with my finger from now on")));
    QVERIFY(!QFile::exists(scene.file(".touch")));
    QCOMPARE(scene.screen->warnings(), QStringList());
}

void test_patient_lock::anotherPassphraseEndsBoth() {
    Scene scene;
    const QString other = q("quite another one");
    QVERIFY(scene.make() && scene.toSecurity());
    QVERIFY(scene.setPin("294618", "294618", passphrase));
    QVERIFY(scene.screen->waitFor(q("Take the PIN away")));
    QVERIFY(scene.setFinger(passphrase));
    QVERIFY(scene.screen->waitFor(q("No longer with my finger")));
    const auto change = [&](const QString &old) {
        return scene.screen->type(q("Passphrase so far"), old)
               && scene.screen->type(q("New passphrase"), other)
               && scene.screen->type(q("New passphrase again"), other)
               && scene.screen->press(q("Change it"));
    };
    // Not with a wrong one.
    QVERIFY(change(q("not my passphrase")));
    QVERIFY(scene.screen->waitForText(q("passphrase is not right")));
    QVERIFY(scene.screen->find(q("Take the PIN away")));
    QVERIFY(change(passphrase));
    QVERIFY(scene.screen->waitForText(q("A PIN or a finger no longer opens your record")));
    QVERIFY(scene.screen->waitFor(q("New PIN (6 digits or more)")));
    QVERIFY(!QFile::exists(scene.file(".quick")) && !QFile::exists(scene.file(".touch")));
    QVERIFY(scene.lock());
    QVERIFY(!scene.screen->find(q("PIN")) && !scene.screen->find(q("Open with my finger")));
    QVERIFY(scene.unlock(other));
    QCOMPARE(scene.screen->warnings(), QStringList());
}

void test_patient_lock::aPassphraseChangedElsewhereEndsBoth() {
    Scene scene;
    QVERIFY(scene.make() && scene.toSecurity());
    QVERIFY(scene.setPin("294618", "294618", passphrase));
    QVERIFY(scene.screen->waitFor(q("Take the PIN away")));
    QVERIFY(scene.setFinger(passphrase));
    QVERIFY(scene.screen->waitFor(q("No longer with my finger")));
    scene.screen.reset();
    QVERIFY(scene.changePassphrase(q("quite another one")));
    scene.start();
    QVERIFY(scene.screen->press(q("Open with my finger")));
    QVERIFY(scene.screen->waitForText(q("Your finger no longer opens your record")));
    QTRY_VERIFY(!scene.screen->find(q("Open with my finger")));
    QVERIFY(scene.screen->type(q("PIN"), q("294618")));
    QVERIFY(scene.screen->press(q("Open with the PIN")));
    QVERIFY(scene.screen->waitForText(q("the passphrase was changed")));
    QTRY_VERIFY(!scene.screen->find(q("PIN")));
    QVERIFY(scene.unlock(q("quite another one")));
    QCOMPARE(scene.screen->warnings(), QStringList());
}

void test_patient_lock::withoutAKeyRingThereIsOnlyThePassphrase() {
    Scene scene;
    scene.device = deviceOfNone();
    scene.start();
    QVERIFY(scene.make() && scene.toSecurity());
    QVERIFY(scene.screen->waitForText(q("This device has no key ring")));
    QVERIFY(!scene.screen->find(q("Set the PIN")));
    QVERIFY(!scene.screen->find(q("Open with my finger from now on")));
    QTRY_COMPARE(scene.screen->faults(), QStringList());
    QCOMPARE(scene.screen->warnings(), QStringList());
}

void test_patient_lock::itLocksBeforeTheDeviceSleeps() {
    Scene scene;
    QVERIFY(scene.make() && scene.toSecurity());
    QVERIFY(scene.screen->waitForText(q("It also locks before the device sleeps.")));
    qobject_cast<SimulatedSleep *>(scene.device->sleep.get())->fall();
    QVERIFY(scene.screen->waitForText(q("Your record is locked"), 0)); // at once
    QVERIFY(scene.unlock());
    QCOMPARE(scene.screen->warnings(), QStringList());
}

void test_patient_lock::theSettingsSayWhenSleepIsNoticedLate() {
    Scene scene;
    scene.device = deviceOfNone();
    scene.start();
    QVERIFY(scene.make() && scene.toSecurity());
    QVERIFY(scene.screen->waitForText(q("as soon as it wakes")));
    QCOMPARE(scene.screen->warnings(), QStringList());
}

void test_patient_lock::peopleStandInTheOrderTheyCame() {
    QTemporaryDir folder;
    const QStringList order{q("person"), q("person-2"), q("person-9"), q("person-10")};
    for (const char *name :
         {"person-10", "person-9", "person", "person-2", "persona", "person-02"}) {
        QFile file(folder.filePath(q(name) + q(".vault")));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    Profiles profiles;
    profiles.setFolder(folder.path());
    QStringList found;
    for (const ProfileRow &one : profiles.all()) found.append(one.id);
    QCOMPARE(found, order);
    QCOMPARE(profiles.current(), q("person"));
}

void test_patient_lock::theyFitInLargeType_data() {
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<double>("scale");
    QTest::newRow("en-phone-100") << QByteArray("en") << 1.0;
    QTest::newRow("en-phone-200") << QByteArray("en") << 2.0;
    QTest::newRow("zh-phone-100") << QByteArray("zh_CN") << 1.0;
    QTest::newRow("zh-phone-200") << QByteArray("zh_CN") << 2.0;
}

void test_patient_lock::theyFitInLargeType() {
    QFETCH(const QByteArray, language);
    QFETCH(const double, scale);
    const bool chinese = language != "en";
    const auto picture = [&](const Scene &scene, const char *name) {
        return scene.screen->picture(QString::fromLatin1(QTest::currentDataTag()) + q(name));
    };
    Scene scene;
    QVERIFY(scene.make() && scene.toSecurity());
    QVERIFY(scene.setPin("294618", "294618", passphrase));
    QVERIFY(scene.screen->waitFor(q("Take the PIN away")));
    QVERIFY(scene.setFinger(passphrase));
    QVERIFY(scene.screen->waitFor(q("No longer with my finger")));
    scene.start(language.constData(), scale);
    QVERIFY(picture(scene, "-lock-both"));
    QTRY_COMPARE(scene.screen->faults(), QStringList());
    scene.reader().setAnswer(std::nullopt);
    QVERIFY(scene.screen->press(chinese ? q("用指纹打开") : q("Open with my finger")));
    QVERIFY(scene.screen->waitFor(chinese ? q("不用指纹") : q("Not with the finger")));
    QVERIFY(picture(scene, "-lock-asking"));
    QTRY_COMPARE(scene.screen->faults(), QStringList());
    QVERIFY(scene.screen->press(chinese ? q("不用指纹") : q("Not with the finger")));
    scene.reader().setAnswer(Biometrics::Answer::Matched);
    QVERIFY(scene.screen->press(chinese ? q("用指纹打开") : q("Open with my finger")));
    QVERIFY(scene.screen->waitForText(chinese ? q("今天") : q("Today")));
    const QString settings = chinese ? q("设置") : q("Settings");
    QVERIFY(scene.screen->find(settings) || scene.screen->press(chinese ? q("更多") : q("More")));
    QVERIFY(scene.screen->press(settings));
    QVERIFY(scene.screen->press(chinese ? q("安全") : q("Security")));
    QVERIFY(scene.screen->waitFor(chinese ? q("不再用指纹") : q("No longer with my finger")));
    QQuickItem *page = scene.screen->find(chinese ? q("安全") : q("Security"));
    QVERIFY(page);
    // To its end, which moves while the cards find their places.
    QTRY_VERIFY([page] {
        const qreal end = page->property("contentHeight").toReal() - page->height();
        const bool there = page->property("contentY").toReal() == end;
        page->setProperty("contentY", end);
        return there;
    }());
    QVERIFY(picture(scene, "-security-finger"));
    QTRY_COMPARE(scene.screen->faults(), QStringList());
    QCOMPARE(scene.screen->warnings(), QStringList());
}

APRICOT_SCREEN_TEST(test_patient_lock)
#include "test_patient_lock.moc"
