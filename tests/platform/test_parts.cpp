// SPDX-License-Identifier: GPL-3.0-or-later
// What is loaded at its first use: that it is not there before, that it comes; files by whatever
// name; how a camera's frame becomes grey pixels whatever its format, a lying driver's too.
#include "base/file.h"
#include "platform/device.h"
#include "platform/qt/frame_qt.h"
#include "program/test_program.h"

#include <QBuffer>
#include <QFile>
#include <QPdfWriter>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QVideoFrameFormat>

using namespace apricot;

namespace {

bool isMapped(const char *library) {
    QFile file(QStringLiteral("/proc/self/maps"));
    return file.open(QIODevice::ReadOnly) && file.readAll().contains(library);
}

// 4 x 2 pixels, each row its own brightness; bytes of brightness where the format has them.
QVideoFrame frameOf(QVideoFrameFormat::PixelFormat format, int first, int step) {
    QVideoFrame frame(QVideoFrameFormat(QSize(4, 2), format));
    if (!frame.map(QVideoFrame::WriteOnly)) return {};
    for (int y = 0; y < 2; ++y)
        for (int x = 0; x < 4; ++x)
            frame.bits(0)[y * frame.bytesPerLine(0) + x * step + first] =
                static_cast<std::uint8_t>(100 * y + x);
    frame.unmap();
    return frame;
}

} // namespace

class TestParts : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    // In this order: a test program loads what the tests before have asked for.
    void nothingIsLoadedBeforeItIsUsed() {
        const auto device = deviceHere();
        device->camera->stop();
        device->speech->stop();
        QVERIFY(!device->speech->isSpeaking());
        QVERIFY(!device->camera->hasTorch());
        for (const char *part :
             {"apricot_camera", "apricot_pdf", "apricot_printing", "apricot_speech"})
            QVERIFY2(!isMapped(part), part);
    }
    void eachPartIsThere() {
        const auto device = deviceHere();
        static_cast<void>(device->camera->names());
        static_cast<void>(device->printing->names());
        static_cast<void>(device->speech->speaks(QLocale::c()));
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter(&buffer).newPage();
        const ByteView pdf(reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                           static_cast<std::size_t>(bytes.size()));
        static_cast<void>(device->pdf->pages(pdf));
        for (const char *part :
             {"apricot_camera", "apricot_pdf", "apricot_printing", "apricot_speech"})
            QVERIFY2(isMapped(part), part);
        // A missing camera says so in the same words as ever.
        if (device->camera->names().isEmpty())
            QCOMPARE(device->camera->start(0).error().code, ErrorCode::CameraAbsent);
    }

    // The system's name for a file may be no path: Android's content:, which the simulator plays.
    void aFileIsOpenedByTheNameThatTheSystemGives() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a b.json"));
        const std::filesystem::path local = path.toStdString();
        QVERIFY(writeFile(local, viewOf("{}")).ok());
        const QUrl asFile = QUrl::fromLocalFile(path);
        QUrl asContent = asFile;
        asContent.setScheme(QStringLiteral("content"));
        asContent.setHost(QStringLiteral("simulated"));
        const auto here = deviceHere(), played = simulatedDevice({});
        for (const auto &device : {here, played}) {
            QVERIFY(device->files->isFile(asFile));
            const auto read = device->files->toRead(asFile);
            QVERIFY(read.ok() && read->path == local);
            QVERIFY(*device->files->toWrite(asFile) == local);
            QCOMPARE(device->files->toRead(QUrl(QStringLiteral("https://a/b"))).error().code,
                     ErrorCode::FileUnreadable);
            QCOMPARE(device->files->toWrite(asContent).error().code, ErrorCode::FileUnwritable);
        }
        QVERIFY(!here->files->isFile(asContent));
        QVERIFY(!here->files->toRead(asContent).ok());
        QVERIFY(played->files->isFile(asContent));
        {
            const auto read = played->files->toRead(asContent);
            QVERIFY(read.ok());
            for (int i = 0; i < 2; ++i) // as often as wanted
                QCOMPARE(textOf(*readFile(read->path, 10)), std::string_view("{}"));
        }
        QVERIFY(std::filesystem::remove(local));
        QVERIFY(!played->files->toRead(asContent).ok());
    }

    void brightnessIsFoundInEveryFormat_data() {
        using Format = QVideoFrameFormat;
        QTest::addColumn<Format::PixelFormat>("format");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("step");
        QTest::newRow("NV12") << Format::Format_NV12 << 0 << 1;
        QTest::newRow("YUV420P") << Format::Format_YUV420P << 0 << 1;
        QTest::newRow("Y8") << Format::Format_Y8 << 0 << 1;
        QTest::newRow("YUYV") << Format::Format_YUYV << 0 << 2;
        QTest::newRow("UYVY") << Format::Format_UYVY << 1 << 2;
        QTest::newRow("Y16") << Format::Format_Y16 << 1 << 2;
    }
    void brightnessIsFoundInEveryFormat() {
        QFETCH(const QVideoFrameFormat::PixelFormat, format);
        QFETCH(const int, first);
        QFETCH(const int, step);
        const QtFrame frame(frameOf(format, first, step));
        const QImage grey = frame.grey();
        QCOMPARE(grey.format(), QImage::Format_Grayscale8);
        QCOMPARE(grey.size(), QSize(4, 2));
        for (int y = 0; y < 2; ++y)
            for (int x = 0; x < 4; ++x) QCOMPARE(int{grey.constScanLine(y)[x]}, 100 * y + x);
        const QImage preview = frame.preview(2);
        QCOMPARE(preview.size(), QSize(2, 1));
        QCOMPARE(int{preview.constScanLine(0)[1]}, 2);
    }
    void colourBecomesGrey() {
        QVideoFrame frame(QVideoFrameFormat(QSize(4, 2), QVideoFrameFormat::Format_BGRX8888));
        QVERIFY(frame.map(QVideoFrame::WriteOnly));
        for (int i = 0; i < frame.mappedBytes(0); ++i) frame.bits(0)[i] = i % 4 == 3 ? 0 : 200;
        frame.unmap();
        const QtFrame seen(frame);
        QCOMPARE(seen.grey().format(), QImage::Format_Grayscale8);
        QCOMPARE(int{seen.grey().constScanLine(1)[3]}, 200);
        QCOMPARE(seen.preview(2).width(), 2);
    }
    void aFrameThatIsNoneIsNothing() {
        QVERIFY(QtFrame({}).grey().isNull());
        QVERIFY(QtFrame({}).preview(100).isNull());
        // "JPEG" without one in it.
        const QtFrame empty(
            QVideoFrame(QVideoFrameFormat(QSize(64, 64), QVideoFrameFormat::Format_Jpeg)));
        QVERIFY(empty.grey().isNull());
        QVERIFY(empty.preview(100).isNull());
    }
};

APRICOT_SCREEN_TEST(TestParts)
#include "test_parts.moc"
