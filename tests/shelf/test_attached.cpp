// SPDX-License-Identifier: GPL-3.0-or-later
// Attachments as they come from outside: whole, cut short, hostile, too large.
#include "codec/base64.h"
#include "platform/device.h"
#include "program/test_program.h"
#include "records/resource.h"
#include "shelf/attached.h"
#include "shelf/trend_plot.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTest>

using namespace apricot;

namespace {

std::optional<int> pagesOf(const Attached &attached) {
    static const auto device = deviceHere();
    return apricot::pagesOf(attached, *device->pdf);
}
QImage pageOf(const Attached &attached, int page, int width) {
    static const auto device = deviceHere();
    return apricot::pageOf(attached, *device->pdf, page, width);
}

Bytes pdf(int pages) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    for (int n = 0; n < pages; ++n) {
        if (n > 0) writer.newPage();
        painter.fillRect(0, 0, 4000, 4000, Qt::red);
    }
    painter.end();
    return {bytes.begin(), bytes.end()};
}

Bytes picture(int width, int height, const char *format = "PNG") {
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return {bytes.begin(), bytes.end()};
}

std::vector<Attached> in(const std::string &type, ByteView content) {
    const auto record =
        readResource("{\"resourceType\":\"DocumentReference\",\"content\":[{\"attachment\":"
                     "{\"contentType\":\"" // no raw strings: Qt 6.4's moc loses its way in them
                     + type + "\",\"title\":\"t\",\"data\":\"" + toBase64(content) + "\"}}]}");
    return record ? attachedTo(*record) : std::vector<Attached>();
}

} // namespace

class test_attached : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aPdfIsShownPageByPage() {
        const auto found = in("application/pdf", pdf(3));
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].form, Attached::Form::Pdf);
        QCOMPARE(pagesOf(found[0]), std::optional(3));
        const QImage page = pageOf(found[0], 2, 300);
        QCOMPARE(page.width(), 300);
        QVERIFY(page.height() > 300);
        QCOMPARE(page.pixelColor(60, 60), QColor(Qt::red));
        QVERIFY(pageOf(found[0], 3, 300).isNull());
        QVERIFY(pageOf(found[0], -1, 300).isNull());
    }
    void aCutPdfIsToldSo() {
        Bytes content = pdf(1);
        content.resize(200);
        const auto found = in("application/pdf", content);
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(!pagesOf(found[0]));
        QVERIFY(pageOf(found[0], 0, 300).isNull());
    }
    void everyTruncationIsQuiet() {
        for (const Bytes &whole : {pdf(1), picture(40, 30), picture(40, 30, "JPEG")})
            for (std::size_t size = 1; size < whole.size(); size += whole.size() / 60 + 1) {
                Attached one{"t", "x", {}, Attached::Form::Pdf, {}};
                one.content.assign(whole.begin(),
                                   whole.begin() + static_cast<std::ptrdiff_t>(size));
                for (const auto form : {Attached::Form::Pdf, Attached::Form::Picture}) {
                    one.form = form;
                    static_cast<void>(pagesOf(one));
                    static_cast<void>(pageOf(one, 0, 100));
                }
            }
    }
    void whatItSaysItIsDoesNotMatter() {
        QCOMPARE(in("application/pdf", picture(40, 30))[0].form, Attached::Form::Picture);
        QCOMPARE(in("image/png", pdf(1))[0].form, Attached::Form::Pdf);
        const std::string svg =
            "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>";
        const auto found = in("image/svg+xml", viewOf(svg));
        QCOMPARE(found[0].form, Attached::Form::Text); // shown as what it is: text
        QVERIFY(!pagesOf(found[0]));
    }
    void aPictureKeepsItsShape() {
        const auto found = in("image/png", picture(400, 200));
        QCOMPARE(pagesOf(found[0]), std::optional(1));
        QCOMPARE(pageOf(found[0], 0, 100).size(), QSize(100, 50));
        QCOMPARE(pageOf(found[0], 0, 1000).size(), QSize(400, 200)); // never blown up
    }
    void aHugePictureIsRefused() {
        // A small file that says it is 30000 pixels wide.
        Bytes content = picture(64, 64);
        content[16] = 0;
        content[17] = 0;
        content[18] = 0x75;
        content[19] = 0x30;
        const auto found = in("image/png", content);
        QVERIFY(!pagesOf(found[0]));
    }
    void aTextIsShownAsText() {
        const std::string text = "出院小结\nDischarge summary";
        const auto found = in("text/plain", viewOf(text));
        QCOMPARE(plainTextOf(found[0]), QString::fromStdString(text));
        const std::string noise("\x00\x01\xff\xfe", 4);
        QCOMPARE(in("text/plain", viewOf(noise))[0].form, Attached::Form::Unknown);
    }
    void smallAndLargeComeInTheirOrder() {
        const std::string small = "small", large(5000, 'x');
        const auto record = readResource(
            "{\"resourceType\":\"DiagnosticReport\",\"presentedForm\":["
            "{\"contentType\":\"text/plain\",\"data\":\""
            + toBase64(viewOf(small)) + "\"},{\"contentType\":\"text/plain\",\"data\":\""
            + toBase64(viewOf(large))
            + "\"},{\"contentType\":\"application/dicom\",\"url\":\"https://example.org/x\"}]}");
        QVERIFY(record.ok());
        const auto found = attachedTo(*record);
        QCOMPARE(found.size(), std::size_t{3});
        QCOMPARE(plainTextOf(found[0]), QString::fromStdString(small));
        QCOMPARE(plainTextOf(found[1]), QString::fromStdString(large));
        QCOMPARE(found[2].form, Attached::Form::Elsewhere);
    }
    void ticksAreRound() {
        QCOMPARE(TrendPlot::ticks(3.9, 9.1, 5), (std::vector<double>{2, 4, 6, 8, 10}));
        QCOMPARE(TrendPlot::ticks(5, 5, 4).size() >= 2, true);
        QCOMPARE(TrendPlot::ticks(0, 0, 4).size() >= 2, true);
        for (const double low : {-3.0, 0.001, 57.2, 1e6})
            for (const double span : {1e-4, 0.3, 7.0, 1e5}) {
                const auto found = TrendPlot::ticks(low, low + span, 6);
                QVERIFY(found.size() >= 2 && found.size() <= 9);
                QVERIFY(found.front() <= low + 1e-9 && found.back() >= low + span - 1e-9);
            }
    }
};

APRICOT_SCREEN_TEST(test_attached)
#include "test_attached.moc"
