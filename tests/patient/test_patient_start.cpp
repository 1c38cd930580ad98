// SPDX-License-Identifier: GPL-3.0-or-later
// The first start with its 24 words, several people on one device, a file about several people, and
// what a device remembers over a restart.
#include "screen/screen.h"
#include "screen/speaking.h"

#include "base/file.h"
#include "crypto/crypto.h"
#include "crypto/system_random.h"
#include "flows/patient/safekeeping.h"
#include "program/test_program.h"
#include "wallet/word_list.h"

#include <QTemporaryDir>
#include <QTest>

using namespace apricot;
using test::Screen;

namespace {

const QUrl mainFile(QStringLiteral("qrc:/qt/qml/Apricot/Patient/Main.qml"));
const QString passphrase = QStringLiteral("four words 四个词");

QString q(const char *text) {
    return QString::fromUtf8(text);
}

// What the app says, in the language it speaks.
QString say(const char *page, const char *words) {
    return QCoreApplication::translate(page, words);
}

// `next` is what then stands on the screen.
bool make(const Screen &screen, const char *next = "I wrote them down") {
    return screen.type(q("Think of a passphrase (at least 8 characters)"), passphrase)
           && screen.type(q("The same passphrase again"), passphrase)
           && screen.press(q("Make my record")) && screen.waitFor(q(next));
}

bool unlock(const Screen &screen) {
    return screen.type(q("Passphrase"), passphrase) && screen.press(q("Open my record"))
           && screen.waitForText(q("Today"));
}

QStringList phraseOf(const QString &file, WordLanguage language = WordLanguage::English) {
    SystemClock clock;
    SystemRandom random;
    QByteArray secret = passphrase.toUtf8();
    const auto vault =
        Vault::open(file.toStdString(),
                    SecretBytes::take({reinterpret_cast<std::uint8_t *>(secret.data()),
                                       static_cast<std::size_t>(secret.size())}),
                    random, clock);
    if (!vault) return {};
    const auto seed = vault.value()->get(spaces::wallet, "seed");
    const auto list = loadWordList(language);
    if (!seed || !*seed || !list) return {};
    const auto wallet = Wallet::fromSeed((*seed)->view());
    if (!wallet) return {};
    const SecretBytes words = wallet->phrase(*list);
    return QString::fromStdString(std::string(textOf(words.view()))).split(u' ');
}

} // namespace

class test_patient_start : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }
    void init() { QLocale::setDefault(QLocale(q("en"))); }
    void wordsAreAskedForAndChecked();
    void wordsAreCharactersOnAChineseScreen();
    void aFileAboutSeveralPeopleAsksWhose();
    void everybodyHasTheirOwnRecord();
    void settingsOutliveARestart();
    void elderModeHasFourWays();
    void keysAloneLeadThroughTheStart();
    void everySettingFits_data();
    void everySettingFits();
};

void test_patient_start::wordsAreAskedForAndChecked() {
    QTemporaryDir folder;
    const QVariantMap properties{{q("folder"), folder.path()}};
    {
        Screen screen(mainFile, properties, QSize(360, 640));
        QVERIFY(make(screen));
        QVERIFY(screen.press(q("Later")));
        QVERIFY(screen.waitForText(q("Your 24 words are not written down yet")));
        QCOMPARE(screen.warnings(), QStringList());
    }
    const QStringList words = phraseOf(folder.filePath(q("person.vault")));
    QCOMPARE(words.size(), 24);
    Screen screen(mainFile, properties, QSize(360, 640));
    QVERIFY(unlock(screen));
    QVERIFY(screen.press(q("Your 24 words are not written down yet")));
    QVERIFY(screen.press(q("I wrote them down")));
    QList<int> asked;
    for (int place = 1; place <= 24; ++place)
        if (screen.find(q("Word number %1").arg(place))) asked.append(place);
    QCOMPARE(asked.size(), 3);
    for (const int place : asked)
        QVERIFY(screen.type(q("Word number %1").arg(place),
                            place == asked[1] ? q("wrong") : words[place - 1].toUpper()));
    QVERIFY(screen.press(q("Check")));
    QVERIFY(screen.waitForText(q("Not the same as shown: word %1").arg(asked[1])));
    QVERIFY(screen.picture(q("en-phone-words-wrong")));
    QQuickItem *field = screen.waitFor(q("Word number %1").arg(asked[1]));
    QVERIFY(field && QMetaObject::invokeMethod(field, "clear"));
    QVERIFY(screen.type(q("Word number %1").arg(asked[1]), words[asked[1] - 1]));
    QVERIFY(screen.press(q("Check")));
    QVERIFY(screen.waitForText(q("Today")));
    QTRY_VERIFY(!screen.waitForText(q("Your 24 words are not written down yet"), 0));
    QCOMPARE(screen.warnings(), QStringList());
}

// Twenty-four characters that anybody can write; typed on a new device, without a space.
void test_patient_start::wordsAreCharactersOnAChineseScreen() {
    const test::Speaking speaking(q("zh_CN"));
    QTemporaryDir folder, other;
    {
        Screen screen(mainFile, {{q("folder"), folder.path()}}, QSize(360, 640));
        QVERIFY(screen.type(say("StartPage", "Think of a passphrase (at least 8 characters)"),
                            passphrase));
        QVERIFY(screen.type(say("StartPage", "The same passphrase again"), passphrase));
        QVERIFY(screen.press(say("StartPage", "Make my record")));
        QVERIFY(screen.waitFor(say("WordsPage", "English words instead · 改用英文词")));
        QVERIFY(screen.picture(q("zh-phone-words")));
        QVERIFY(screen.press(say("WordsPage", "English words instead · 改用英文词")));
        QVERIFY(screen.press(say("WordsPage", "Chinese characters instead · 改用汉字")));
        QCOMPARE(screen.faults(), QStringList());
        QVERIFY(screen.press(say("WordsPage", "Later")));
        QVERIFY(screen.waitForText(say("HomePage", "Today")));
        QCOMPARE(screen.warnings(), QStringList());
    }
    const QStringList words = phraseOf(folder.filePath(q("person.vault")), WordLanguage::Chinese);
    {
        Screen screen(mainFile, {{q("folder"), other.path()}}, QSize(360, 640));
        QVERIFY(screen.press(say("StartPage", "I only have my 24 words")));
        QVERIFY(screen.type(say("StartPage", "Your 24 words: English with spaces between them, or "
                                             "Chinese characters"),
                            words.join(QString())));
        QVERIFY(screen.type(say("StartPage", "Think of a passphrase (at least 8 characters)"),
                            passphrase));
        QVERIFY(screen.type(say("StartPage", "The same passphrase again"), passphrase));
        QVERIFY(screen.press(say("StartPage", "Make my record")));
        QVERIFY(screen.waitForText(say("HomePage", "Today")));
        QCOMPARE(screen.warnings(), QStringList());
    }
    QCOMPARE(phraseOf(other.filePath(q("person.vault")), WordLanguage::Chinese), words);
}

void test_patient_start::aFileAboutSeveralPeopleAsksWhose() {
    QTemporaryDir folder;
    const QString file = folder.filePath(q("two.json"));
    const std::string_view two =
        R"({"resourceType":"Bundle","type":"collection","entry":[)"
        R"({"resource":{"resourceType":"Patient","id":"a","name":[{"text":"Wang Mei"}],"birthDate":"1950-01-02"}},)"
        R"({"resource":{"resourceType":"Patient","id":"b","name":[{"text":"Wang Jun"}],"birthDate":"1948-03-04"}},)"
        R"({"resource":{"resourceType":"AllergyIntolerance","id":"c","patient":{"reference":"Patient/a"},"code":{"text":"Peanuts"}}},)"
        R"({"resource":{"resourceType":"AllergyIntolerance","id":"d","patient":{"reference":"Patient/b"},"code":{"text":"Latex"}}}]})";
    QVERIFY(writeFile(file.toStdString(), viewOf(two)).ok());
    Screen screen(
        mainFile,
        {{q("folder"), folder.path()}, {q("files"), QVariantList{QUrl::fromLocalFile(file)}}},
        QSize(360, 640));
    QVERIFY(make(screen));
    QVERIFY(screen.press(q("Later"))); // the words come first
    QVERIFY(screen.waitForText(q("Whose records shall come in?")));
    QVERIFY(screen.picture(q("en-phone-whose")));
    QCOMPARE(screen.faults(), QStringList());
    QVERIFY(screen.press(q("Wang Mei")));
    QVERIFY(screen.press(q("Understood")));
    QVERIFY(screen.waitForText(q("Peanuts")));
    QVERIFY(!screen.waitForText(q("Latex"), 0));
    QCOMPARE(screen.warnings(), QStringList());
}

void test_patient_start::everybodyHasTheirOwnRecord() {
    QTemporaryDir folder;
    Screen screen(mainFile, {{q("folder"), folder.path()}}, QSize(360, 640));
    QVERIFY(make(screen));
    QVERIFY(screen.press(q("Later")));
    QVERIFY(screen.press(q("Lock now")));
    QVERIFY(screen.press(q("Someone I care for")));
    QVERIFY(screen.type(q("What shall this device call them?"), q("Mum")));
    QVERIFY(screen.press(q("Go on")));
    QVERIFY(screen.waitForText(q("A record for Mum")));
    QVERIFY(make(screen));
    QVERIFY(screen.press(q("Later")));
    QVERIFY(screen.waitForText(q("Today, Mum")));
    QVERIFY(screen.press(q("Lock now")));
    QVERIFY(screen.waitForText(q("Mum: locked")));
    QVERIFY(screen.picture(q("en-phone-people")));
    QCOMPARE(screen.faults(), QStringList());
    QVERIFY(screen.press(q("My own")));
    QVERIFY(screen.waitForText(q("Your record is locked")));
    QVERIFY(QFile::exists(folder.filePath(q("person.vault"))));
    QVERIFY(QFile::exists(folder.filePath(q("person-2.vault"))));
    QCOMPARE(screen.warnings(), QStringList());
}

void test_patient_start::settingsOutliveARestart() {
    QTemporaryDir folder;
    const QVariantMap properties{{q("folder"), folder.path()}};
    {
        Screen screen(mainFile, properties, QSize(1920, 1080));
        QVERIFY(make(screen));
        QVERIFY(screen.press(q("Later")));
        QVERIFY(screen.press(q("Settings")));
        QVERIFY(screen.press(q("Language and reading")));
        QVERIFY(screen.picture(q("en-desktop-reading")));
        QVERIFY(screen.press(q("125 %")));
        QVERIFY(screen.press(q("High contrast")));
        QVERIFY(screen.press(q("简体中文")));
        QVERIFY(screen.waitForText(q("语言与阅读"))); // at once, without a restart
        QVERIFY(screen.picture(q("zh-desktop-125-reading")));
        QCOMPARE(screen.faults(), QStringList());
        QCOMPARE(screen.warnings(), QStringList());
    }
    QLocale::setDefault(QLocale(q("en")));
    Screen screen(mainFile, properties, QSize(360, 640));
    QVERIFY(screen.waitForText(q("您的档案已锁上")));
    QVERIFY(screen.picture(q("zh-phone-125-locked")));
    QCOMPARE(screen.warnings(), QStringList());
}

void test_patient_start::elderModeHasFourWays() {
    QTemporaryDir folder;
    {
        Screen screen(mainFile, {{q("folder"), folder.path()}}, QSize(360, 640));
        QVERIFY(make(screen));
        QVERIFY(screen.press(q("Later")));
        QVERIFY(screen.find(q("Settings")) || screen.press(q("More")));
        QVERIFY(screen.press(q("Settings")));
        QVERIFY(screen.press(q("Language and reading")));
        QVERIFY(screen.press(q("Bigger, with fewer choices")));
        QVERIFY(screen.find(q("Home")));
        QVERIFY(screen.press(q("Home")));
        for (const char *way : {"Show my code to a clinic", "My medicines and allergies",
                                "Who looked at my records", "Help"})
            QVERIFY(screen.waitFor(q(way)));
        QVERIFY(screen.picture(q("en-phone-elder")));
        QCOMPARE(screen.faults(), QStringList());
        QVERIFY(screen.press(q("My medicines and allergies")));
        QVERIFY(screen.waitForText(q("Allergies"))); // the voice: test_patient_home
        QVERIFY(screen.picture(q("en-phone-elder-summary")));
        QCOMPARE(screen.faults(), QStringList());
        QVERIFY(screen.press(q("Back")));
        QVERIFY(screen.press(q("Help")));
        QVERIFY(screen.waitForText(q("I lost my phone")));
        QCOMPARE(screen.warnings(), QStringList());
    }
    // Three main screens at most, on a wide window too, where five would fit; the rest under
    // "More".
    Screen wide(mainFile, {{q("folder"), folder.path()}}, QSize(1400, 900));
    QVERIFY(unlock(wide) || wide.waitFor(q("More")));
    QVERIFY(wide.waitFor(q("More")));
    QVERIFY(wide.find(q("Records")) && !wide.find(q("Share")) && !wide.find(q("Settings")));
    QVERIFY(wide.picture(q("en-desktop-elder")));
    QVERIFY(wide.press(q("More")));
    for (const char *way : {"Share", "Seen by", "Settings"}) QVERIFY(wide.waitFor(q(way)));
    QCOMPARE(wide.warnings(), QStringList());
}

void test_patient_start::keysAloneLeadThroughTheStart() {
    QTemporaryDir folder;
    Screen screen(mainFile, {{q("folder"), folder.path()}}, QSize(360, 640));
    for (const char *field :
         {"Think of a passphrase (at least 8 characters)", "The same passphrase again"}) {
        QVERIFY(screen.tabTo(q(field)));
        QVERIFY(screen.type(q(field), passphrase));
    }
    QVERIFY(screen.pressByKeys(q("Make my record")));
    QVERIFY(screen.pressByKeys(q("Later")));
    QVERIFY(screen.waitForText(q("Today")));
    QVERIFY(screen.pressByKeys(q("Settings")));
    QVERIFY(screen.pressByKeys(q("Security")));
    QVERIFY(screen.pressByKeys(q("Back")));
    QVERIFY(screen.pressByKeys(q("Language and reading")));
    QVERIFY(screen.pressByKeys(q("Dark")));
    QTRY_VERIFY(screen.window()->color().lightness() < 64);
    QCOMPARE(screen.warnings(), QStringList());
}

void test_patient_start::everySettingFits_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::newRow("phone-200") << QSize(360, 640) << 2.0;
    QTest::newRow("tablet") << QSize(768, 1024) << 1.0;
    QTest::newRow("desktop") << QSize(1920, 1080) << 1.0;
}

void test_patient_start::everySettingFits() {
    QFETCH(const QSize, size);
    QFETCH(const double, scale);
    QTemporaryDir folder;
    Screen screen(mainFile, {{q("folder"), folder.path()}}, size);
    screen.window()->setProperty("typeScale", scale);
    QVERIFY(make(screen));
    QVERIFY(screen.press(q("Later")));
    QVERIFY(screen.find(q("Settings")) || screen.press(q("More")));
    QVERIFY(screen.press(q("Settings")));
    for (const char *part : {"Language and reading", "Security", "Backup and moving",
                             "People on this device", "Ledger", "About Apricot"}) {
        QVERIFY(screen.press(q(part)));
        QVERIFY(screen.waitFor(q("Back")));
        QVERIFY(screen.picture(q("en-") + QString::fromLatin1(QTest::currentDataTag())
                               + q("-settings-") + QString::fromLatin1(part).section(u' ', 0, 0)));
        QCOMPARE(screen.faults(), QStringList());
        QVERIFY(screen.press(q("Back")));
    }
    QCOMPARE(screen.warnings(), QStringList());
}

APRICOT_SCREEN_TEST(test_patient_start)
#include "test_patient_start.moc"
