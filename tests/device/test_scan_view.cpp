// SPDX-License-Identifier: GPL-3.0-or-later
// Every way for a code to come into ScanView: real pictures of real codes by a camera that plays
// them, by file, clipboard, drop and hand scanner; bad ones of each; how it looks.
#include "screen/screen.h"
#include "screen/speaking.h"

#include "base/file.h"
#include "crypto/crypto.h"
#include "device/device_of.h"
#include "exchange/code_file.h"
#include "exchange/frames.h"
#include "program/test_program.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QPainter>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace apricot;
using test::Screen;

namespace {

const QUrl stageFile =
    QUrl::fromLocalFile(QStringLiteral(APRICOT_SOURCE_DIR "/tests/device/Stage.qml"));
const QString code =
    QStringLiteral("APRICOT:1:6BFOXN*TS0BI$ZD4N9:9S6RCVN5+O30K3/XIV0W23NTDEXWK "
                   "G2EP4J0BGJLFX3R3VHXK.PJ:2DPF6R:5SVBHABVCNN95SWMPHQUHQN%A0SOE+QQAB-HQ");

// Of five parts.
std::string longCode() {
    std::string out = "APRICOT:1:";
    while (out.size() < 2200) out += code.toStdString().substr(out.size() % 97, 31);
    return out;
}

QImage imageOf(const QString &text, int pixelsPerModule = 6) {
    const auto png = qrToPng(*encodeQr(text.toStdString()), pixelsPerModule);
    return QImage::fromData(png->data(), static_cast<int>(png->size()));
}

// A 1080p frame with a code in its middle, turned and noisy.
QImage frameWith(const QString &text, qreal turned = 0, int noise = 0) {
    QImage frame(1920, 1080, QImage::Format_RGB32);
    frame.fill(QColor(120, 110, 100));
    QPainter painter(&frame);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(960, 540);
    painter.rotate(turned);
    if (!text.isEmpty()) {
        const QImage picture = imageOf(text);
        painter.drawImage(QPointF(-picture.width() / 2.0, -picture.height() / 2.0), picture);
    }
    painter.end();
    QRandomGenerator dice(7);
    for (int y = 0; noise > 0 && y < frame.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(frame.scanLine(y));
        for (int x = 0; x < frame.width(); ++x) {
            const int grey = std::clamp(qGray(row[x]) + dice.bounded(-noise, noise), 0, 255);
            row[x] = qRgb(grey, grey, grey);
        }
    }
    return frame;
}

struct Stage {
    std::shared_ptr<Device> device;
    Screen screen;
    explicit Stage(std::shared_ptr<Device> with = deviceOfNone(), QVariantMap properties = {},
                   QSize size = {400, 700})
        : device(std::move(with)), screen(stageFile, properties, size, [this](QQmlEngine &engine) {
              useDevice(engine, device);
          }) {}
    [[nodiscard]] QStringList texts() const {
        return screen.window()->property("texts").toStringList();
    }
    [[nodiscard]] QStringList problems() const {
        return screen.window()->property("problems").toStringList();
    }
    [[nodiscard]] bool waitForTexts(qsizetype count) const {
        return QTest::qWaitFor([&] { return texts().size() >= count; }, 20000);
    }
    [[nodiscard]] bool waitForProblem() const {
        return QTest::qWaitFor([&] { return !problems().isEmpty(); }, 20000);
    }
    void drop(QMimeData *data) const {
        const QPointF place(200, 300);
        QDragEnterEvent enter(place.toPoint(), Qt::CopyAction, data, Qt::LeftButton,
                              Qt::NoModifier);
        QCoreApplication::sendEvent(screen.window(), &enter);
        QDropEvent down(place, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(screen.window(), &down);
    }
};

} // namespace

class TestScanView : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    [[nodiscard]] QString at(const QString &name) const { return m_folder.filePath(name); }
    // A folder for the simulator's camera.
    [[nodiscard]] QString film(const QString &name, const QList<QImage> &frames) const {
        const QString folder = at(name);
        QDir().mkpath(folder);
        for (qsizetype i = 0; i < frames.size(); ++i)
            static_cast<void>(
                frames[i].save(folder + QStringLiteral("/%1.png").arg(i, 3, 10, QChar(u'0'))));
        return folder;
    }

  private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QStringLiteral("en")));
        QVERIFY(startCrypto().ok());
    }

    void theCameraIsWatchedUntilACodeIsInIt() {
        const Stage stage(simulatedDevice(
            film(QStringLiteral("film"),
                 {frameWith({}), frameWith({}, 0, 30), frameWith(code, 17, 20), frameWith({})})));
        QVERIFY(stage.waitForTexts(1));
        QCOMPARE(stage.texts().constFirst(), code);
        // The same one stays in view: it is told once.
        QTest::qWait(1500);
        QCOMPARE(stage.texts().size(), 1);
        QVERIFY(stage.screen.waitForText(QStringLiteral("simulated camera")));
        QVERIFY(stage.screen.find(QStringLiteral("The camera's picture")));
        QCOMPARE(stage.screen.warnings(), QStringList());
    }

    // The parts of a long code, some missed, one out of focus, until all were seen.
    void theCameraGathersTheParts() {
        const auto frames = *framesOf(longCode());
        QCOMPARE(frames.size(), 5U);
        QList<QImage> pictures;
        for (const std::size_t at : {2U, 3U, 3U, 0U, 1U})
            pictures.append(frameWith(QString::fromStdString(frames[at]), 5, 10));
        pictures.append(frameWith(QString::fromStdString(frames[4])).scaled(96, 54));
        pictures.append(frameWith({}));
        const Stage stage(simulatedDevice(film(QStringLiteral("parts"), pictures)));
        QVERIFY(stage.screen.waitForText(QStringLiteral("4 of 5 parts are read")));
        QVERIFY(stage.screen.picture(QStringLiteral("scan-parts")));
        QCOMPARE(stage.screen.faults(), QStringList());
        QCOMPARE(stage.texts(), QStringList());
        QVERIFY(
            frameWith(QString::fromStdString(frames[4])).save(at(QStringLiteral("parts/006.png"))));
        QVERIFY(stage.waitForTexts(1));
        QCOMPARE(stage.texts(), QStringList{QString::fromStdString(longCode())});
        QCOMPARE(stage.screen.warnings(), QStringList());
    }

    void partsComeByOtherWaysToo() {
        const Stage stage;
        const auto frames = *framesOf(longCode());
        for (const std::string &frame : frames) {
            QCOMPARE(stage.texts(), QStringList());
            QMimeData data;
            if (frame == frames[1]) {
                const QString file = at(QStringLiteral("part.png"));
                QVERIFY(imageOf(QString::fromStdString(frame)).save(file));
                data.setUrls({QUrl::fromLocalFile(file)});
            } else {
                data.setText(QString::fromStdString(frame));
            }
            stage.drop(&data);
            QVERIFY(frame == frames.back()
                    || stage.screen.waitForText(
                        QStringLiteral("%1 of 5 parts").arg(&frame - frames.data() + 1)));
        }
        QVERIFY(stage.waitForTexts(1));
        // Side by side in one picture, as they are printed.
        const auto sheet = qrToPng(*sheetOf(longCode()), 4);
        QVERIFY(writeFile(at(QStringLiteral("sheet.png")).toStdString(), *sheet).ok());
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(at(QStringLiteral("sheet.png")))});
        stage.drop(&data);
        QVERIFY(stage.waitForTexts(2));
        // And as a file.
        QVERIFY(writeCodeFile(at(QStringLiteral("code.apricot")).toStdString(), longCode()).ok());
        data.setUrls({QUrl::fromLocalFile(at(QStringLiteral("code.apricot")))});
        stage.drop(&data);
        QVERIFY(stage.waitForTexts(3));
        for (const QString &text : stage.texts()) QCOMPARE(text.toStdString(), longCode());
        QCOMPARE(stage.problems(), QStringList());
    }

    void theCameraIsOffWhileNobodyScans() {
        const Stage stage(simulatedDevice(film(QStringLiteral("off"), {frameWith(code)})),
                          {{QStringLiteral("scanning"), false}});
        QTest::qWait(700);
        QCOMPARE(stage.texts(), QStringList());
        stage.screen.window()->setProperty("scanning", true);
        QVERIFY(stage.waitForTexts(1));
        stage.screen.window()->setProperty("scanning", false);
        const qsizetype had = stage.texts().size();
        QTest::qWait(700);
        QCOMPARE(stage.texts().size(), had);
    }

    void aPictureThatIsNoneInTheFilmIsPassedOver() {
        const QString folder = film(QStringLiteral("broken"), {frameWith(code)});
        QFile bad(folder + QStringLiteral("/000a.png"));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("\x89PNG\r\n\x1a\n but not for long");
        bad.close();
        const Stage stage(simulatedDevice(folder));
        QVERIFY(stage.waitForTexts(1));
    }

    void withoutACameraTheOtherWaysAreOffered() {
        const Stage stage;
        QVERIFY(stage.screen.waitForText(QStringLiteral("There is no camera here")));
        for (const QString &way :
             {QStringLiteral("Choose a file"), QStringLiteral("Paste what was copied"),
              QStringLiteral("Look at this screen")})
            QVERIFY2(stage.screen.find(way), qPrintable(way));
        QVERIFY(!stage.screen.find(QStringLiteral("Other camera")));
        QCOMPARE(stage.screen.warnings(), QStringList());
    }

    void theClipboardAsText_data() {
        QTest::addColumn<QString>("copied");
        QTest::addColumn<QString>("found");
        QTest::newRow("the code") << code << code;
        QTest::newRow("in a letter")
            << QStringLiteral("Here it is:\n  %1\nSee you!").arg(code) << code;
        QTest::newRow("a link") << QStringLiteral("shlink:/eyJ1cmwi")
                                << QStringLiteral("shlink:/eyJ1cmwi");
        QTest::newRow("something else") << QStringLiteral("milk, bread") << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void theClipboardAsText() {
        QFETCH(QString, copied);
        QFETCH(QString, found);
        QGuiApplication::clipboard()->setText(copied);
        const Stage stage;
        QVERIFY(stage.screen.press(QStringLiteral("Paste what was copied")));
        if (found.isEmpty()) {
            QVERIFY(stage.waitForProblem());
            QVERIFY(
                stage.problems().constFirst().startsWith(QStringLiteral("The clipboard holds")));
            QCOMPARE(stage.texts(), QStringList());
        } else {
            QVERIFY(stage.waitForTexts(1));
            QCOMPARE(stage.texts(), QStringList(found));
        }
    }
    void theClipboardAsPicture() {
        QGuiApplication::clipboard()->setImage(imageOf(code));
        const Stage stage;
        QVERIFY(stage.screen.press(QStringLiteral("Paste what was copied")));
        QVERIFY(stage.waitForTexts(1));
        QCOMPARE(stage.texts(), QStringList(code));
    }
    void theClipboardAsPictureWithoutACode() {
        QImage empty(300, 300, QImage::Format_ARGB32);
        empty.fill(Qt::transparent);
        QGuiApplication::clipboard()->setImage(empty);
        const Stage stage;
        QVERIFY(stage.screen.press(QStringLiteral("Paste what was copied")));
        QVERIFY(stage.waitForProblem());
        QVERIFY(stage.problems().constFirst().startsWith(QStringLiteral("No QR code")));
    }

    void aDroppedPicture() {
        QVERIFY(imageOf(code).save(at(QStringLiteral("code.png"))));
        const Stage stage;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(at(QStringLiteral("code.png")))});
        stage.drop(&data);
        QVERIFY(stage.waitForTexts(1));
        QCOMPARE(stage.texts(), QStringList(code));
    }
    void aDroppedText() {
        const Stage stage;
        QMimeData data;
        data.setText(code);
        stage.drop(&data);
        QVERIFY(stage.waitForTexts(1));
    }

    void badPicturesAreRefusedInWords_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("words");
        QByteArray png;
        {
            const auto file = qrToPng(*encodeQr(code.toStdString()));
            png = QByteArray(reinterpret_cast<const char *>(file->data()),
                             static_cast<qsizetype>(file->size()));
        }
        QByteArray huge = png;
        for (int i = 16; i < 24; ++i) huge[i] = static_cast<char>(i % 4 < 2 ? 0 : 0xff);
        const QString unreadable = QStringLiteral("The picture could not be read");
        QTest::newRow("empty") << QByteArray() << unreadable;
        QTest::newRow("cut off") << png.left(png.size() / 2) << unreadable;
        QTest::newRow("a text") << QByteArray("NOT A PICTURE") << unreadable;
        QTest::newRow("thousands of megapixels") << huge << QStringLiteral("The picture");
    }
    void badPicturesAreRefusedInWords() {
        QFETCH(QByteArray, content);
        QFETCH(QString, words);
        QFile file(at(QStringLiteral("bad.png")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const Stage stage;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file.fileName())});
        stage.drop(&data);
        QVERIFY(stage.waitForProblem());
        QVERIFY2(stage.problems().constFirst().startsWith(words),
                 qPrintable(stage.problems().constFirst()));
        QCOMPARE(stage.texts(), QStringList());
    }
    void aFileThatIsAway() {
        const Stage stage;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(at(QStringLiteral("away.png"))),
                      QUrl(QStringLiteral("https://example.org/code.png"))});
        stage.drop(&data);
        QVERIFY(stage.waitForProblem());
        QCOMPARE(stage.texts(), QStringList());
    }

    void ofSeveralCodesOursIsTold() {
        const QImage one = imageOf(QStringLiteral("https://pay.example/12345"), 8),
                     two = imageOf(code);
        QImage both(one.width() + two.width() + 40, std::max(one.height(), two.height()),
                    QImage::Format_RGB32);
        both.fill(Qt::white);
        QPainter painter(&both);
        painter.drawImage(0, 0, one);
        painter.drawImage(one.width() + 40, 0, two);
        painter.end();
        QGuiApplication::clipboard()->setImage(both);
        const Stage stage;
        QVERIFY(stage.screen.press(QStringLiteral("Paste what was copied")));
        QVERIFY(stage.waitForTexts(1));
        QCOMPARE(stage.texts(), QStringList(code));
    }

    void withoutADeviceNothingIsPromised() {
        const Stage stage;
        const auto *window = stage.screen.window();
        const auto *safe = window->property("safe").value<QObject *>();
        QVERIFY(!safe->property("there").toBool());
        QVERIFY(
            safe->property("words").toString().contains(QStringLiteral("only your passphrase")));
        const auto *speaker = window->property("speaker").value<QObject *>();
        QVERIFY(!speaker->property("available").toBool());
        QVERIFY(!speaker->property("problem").toString().isEmpty());
        auto *bright = window->property("bright").value<QObject *>();
        QVERIFY(bright->setProperty("active", true));
        QVERIFY(!bright->property("canBrighten").toBool());
        QCOMPARE(stage.screen.warnings(), QStringList());
    }

    void theSimulatorSaysThatItIsOne() {
        const Stage stage(simulatedDevice({}));
        const auto *window = stage.screen.window();
        auto *safe = window->property("safe").value<QObject *>();
        QVERIFY(safe->property("there").toBool());
        QVERIFY(safe->property("words").toString().contains(QStringLiteral("simulated")));
        QVERIFY(safe->property("biometricsThere").toBool());
        QVERIFY(safe->property("biometricsWords")
                    .toString()
                    .contains(QStringLiteral("without your finger")));
        QSignalSpy matched(safe, SIGNAL(matched()));
        QVERIFY(QMetaObject::invokeMethod(safe, "ask"));
        QVERIFY(safe->property("asking").toBool());
        QVERIFY(matched.wait(5000));
        QVERIFY(!safe->property("asking").toBool());
    }

    void minimisedNothingIsToBeSeen() {
        const Stage stage;
        const auto *guard = stage.screen.window()->property("guard").value<QQuickItem *>();
        QVERIFY(!guard->isVisible());
        stage.screen.window()->showMinimized();
        QTRY_VERIFY(guard->isVisible());
        QVERIFY(stage.screen.waitForText(QStringLiteral("Apricot hides your records")));
        QVERIFY(guard->width() >= stage.screen.window()->width());
        stage.screen.window()->showNormal();
        QTRY_VERIFY(!guard->isVisible());
    }

    void byKeyboardAlone() {
        QGuiApplication::clipboard()->setText(code);
        const Stage stage;
        QQuickItem *paste = stage.screen.waitFor(QStringLiteral("Paste what was copied"));
        QVERIFY(paste);
        for (int i = 0; i < 12 && !paste->hasActiveFocus(); ++i)
            QTest::keyClick(stage.screen.window(), Qt::Key_Tab);
        QVERIFY(paste->hasActiveFocus());
        QTest::keyClick(stage.screen.window(), Qt::Key_Space);
        QVERIFY(stage.waitForTexts(1));
    }

    void itIsToBeReadInEveryForm_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("look");
        QTest::addColumn<bool>("camera");
        QTest::newRow("phone-en") << QSize(360, 640) << QStringLiteral("en") << 1.0 << 0 << true;
        QTest::newRow("phone-zh-200")
            << QSize(360, 640) << QStringLiteral("zh_CN") << 2.0 << 0 << true;
        QTest::newRow("phone-en-200-none")
            << QSize(360, 640) << QStringLiteral("en") << 2.0 << 1 << false;
        QTest::newRow("desktop-en-none")
            << QSize(1920, 1080) << QStringLiteral("en") << 1.0 << 0 << false;
        QTest::newRow("desktop-zh-dark")
            << QSize(1920, 1080) << QStringLiteral("zh_CN") << 1.0 << 1 << true;
        QTest::newRow("desktop-en-contrast-200")
            << QSize(1920, 1080) << QStringLiteral("en") << 2.0 << 2 << true;
    }
    void itIsToBeReadInEveryForm() {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        QFETCH(double, scale);
        QFETCH(int, look);
        QFETCH(bool, camera);
        const test::Speaking speaking(language);
        {
            const Stage stage(
                camera ? simulatedDevice(
                    film(QStringLiteral("shown"), {frameWith(QStringLiteral("hello"), 8, 25)}))
                       : deviceOfNone(),
                {{QStringLiteral("typeScale"), scale}, {QStringLiteral("look"), look}}, size);
            QTest::qWait(camera ? 700 : 100);
            QVERIFY(stage.screen.picture(QStringLiteral("device-scan-")
                                         + QString::fromLatin1(QTest::currentDataTag())));
            QCOMPARE(stage.screen.faults(), QStringList());
            QCOMPARE(stage.screen.warnings(), QStringList());
        }
    }
};

APRICOT_SCREEN_TEST(TestScanView)
#include "test_scan_view.moc"
