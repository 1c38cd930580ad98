// SPDX-License-Identifier: GPL-3.0-or-later
// A code that another window shows is read from the screen: on an X server of its own (xvfb-run),
// where this program runs a second time. Says so and skips where there is none.
#include "device/picture_source.h"
#include "platform/linux/screenshot_linux.h"
#include "program/test_program.h"

#include <QGuiApplication>
#include <QPainter>
#include <QProcess>
#include <QRasterWindow>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <cstdlib>

using namespace apricot;

namespace {

const QString code = QStringLiteral("APRICOT:1:ON THE SCREEN OF THIS COMPUTER");

class CodeWindow : public QRasterWindow {
  protected:
    void paintEvent(QPaintEvent *) override {
        const auto png = qrToPng(*encodeQr(code.toStdString()), 5);
        QPainter painter(this);
        painter.fillRect(QRect(QPoint(), size()), Qt::darkCyan);
        painter.drawImage(30, 20, QImage::fromData(png->data(), static_cast<int>(png->size())));
    }
};

} // namespace

class TestScreenCode : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void itIsRead() {
        CodeWindow other;
        other.resize(420, 380);
        other.show();
        QTRY_VERIFY(other.isExposed());
        QTest::qWait(300);
        LinuxScreenshot screenshot;
        QSignalSpy taken(&screenshot, &Screenshot::taken);
        screenshot.take();
        QTRY_COMPARE(taken.size(), 1);
        const auto texts = codesIn(taken[0][0].value<QList<QImage>>());
        QVERIFY(texts.ok());
        QCOMPARE(*texts, QStringList(code));
    }
    void aScreenWithoutACode() {
        QRasterWindow other;
        other.resize(420, 380);
        other.show();
        QTRY_VERIFY(other.isExposed());
        QImage noise(200, 200, QImage::Format_RGB32);
        noise.fill(Qt::gray);
        QCOMPARE(codesIn({noise}).error().code, ErrorCode::NoQrFound);
        QCOMPARE(codesIn({}).ok(), false);
    }
};

namespace {

// Again, on a display of its own.
std::unique_ptr<QCoreApplication> onX(int &argc, char **argv) {
    if (qEnvironmentVariableIsEmpty("APRICOT_TEST_ON_X")) {
        const QString xvfb = QStandardPaths::findExecutable(QStringLiteral("xvfb-run"));
        if (xvfb.isEmpty()) {
            qInfo("SKIP: xvfb-run is not installed, so there is no screen to be read");
            std::exit(0); // NOLINT(concurrency-mt-unsafe): nothing else runs yet
        }
        qputenv("APRICOT_TEST_ON_X", "1");
        qputenv("QT_QPA_PLATFORM", "xcb");
        const QStringList again = {QStringLiteral("-a"), QString::fromLocal8Bit(argv[0]),
                                   QStringLiteral("TestScreenCode")};
        std::exit(QProcess::execute(xvfb, again)); // NOLINT(concurrency-mt-unsafe)
    }
    return apricot::test::startedAs<QGuiApplication>(argc, argv);
}

} // namespace

APRICOT_TEST_STARTED_BY(TestScreenCode, onX)
#include "test_screen_code.moc"
