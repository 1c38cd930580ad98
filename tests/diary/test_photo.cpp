// SPDX-License-Identifier: GPL-3.0-or-later
// What a camera writes beside a picture does not come along; the picture does, pixel by pixel.
#include "diary/own_entry.h"
#include "diary/photo.h"

#include "crypto/crypto.h"
#include "crypto/system_random.h"
#include "program/test_program.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace apricot;

namespace {

// Stands in every part that must go.
constexpr std::string_view secret = "SECRET 31.7746 N 119.9544 E";

Bytes rawOf(const QByteArray &in) {
    return {in.begin(), in.end()};
}
Bytes bytesOf(std::string_view in) {
    return {in.begin(), in.end()};
}
Bytes operator+(Bytes one, const Bytes &two) {
    append(one, two);
    return one;
}

QImage scene() {
    QImage out(96, 40, QImage::Format_RGB32);
    for (int y = 0; y < out.height(); ++y)
        for (int x = 0; x < out.width(); ++x)
            out.setPixelColor(x, y, QColor(x * 2, y * 6, (x * y) % 256));
    return out;
}

Bytes encoded(const char *format) {
    QByteArray out;
    QBuffer buffer(&out);
    buffer.open(QIODevice::WriteOnly);
    if (!scene().save(&buffer, format, 90)) qFatal("no %s", format);
    return rawOf(out);
}

QImage shown(const Bytes &file) { // as the app shows it: the right side up
    QByteArray copy(reinterpret_cast<const char *>(file.data()),
                    static_cast<qsizetype>(file.size()));
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    return reader.read().convertToFormat(QImage::Format_RGB32);
}

bool hasSecret(const Bytes &file) {
    return textOf(file).find(secret.substr(0, 6)) != std::string_view::npos;
}

// Two entries: something secret, and the orientation; the order of bytes may be either.
Bytes tiff(std::uint8_t orientation, bool little) {
    Bytes out = little ? bytesOf(std::string_view("II*\0\x08\0\0\0\x02\0", 10))
                       : bytesOf(std::string_view("MM\0*\0\0\0\x08\0\x02", 10));
    const auto entry = [&](std::uint8_t high, std::uint8_t low, std::uint8_t kind,
                           std::uint8_t count, std::uint8_t value) {
        if (little)
            append(out, Bytes{low, high, kind, 0, count, 0, 0, 0, value, 0, 0, 0});
        else
            append(out, Bytes{high, low, 0, kind, 0, 0, 0, count, 0, value, 0, 0});
    };
    entry(0x01, 0x0f, 2, 4, 38); // maker of the camera
    entry(0x01, 0x12, 3, 1, orientation);
    return out + Bytes(4, 0) + bytesOf(secret);
}

Bytes segment(std::uint8_t marker, const Bytes &content) {
    const std::size_t size = content.size() + 2;
    return Bytes{0xff, marker, static_cast<std::uint8_t>(size >> 8U),
                 static_cast<std::uint8_t>(size & 255U)}
           + content;
}

Bytes photoJpeg(std::uint8_t orientation, bool little = true) {
    const Bytes plain = encoded("JPEG");
    const Bytes s = bytesOf(secret);
    return Bytes{0xff, 0xd8}
           + segment(0xe1, bytesOf(std::string_view("Exif\0\0", 6)) + tiff(orientation, little))
           + segment(0xe1, bytesOf("http://ns.adobe.com/xap/1.0/") + s)
           + segment(0xe2, bytesOf("MPF") + s) + segment(0xed, bytesOf("Photoshop 3.0") + s)
           + segment(0xe0, bytesOf("JFXX") + s) + segment(0xfe, s) + Bytes{0xff, 0xff}
           + Bytes(plain.begin() + 3, plain.end()) + s; // a film may follow the picture
}

Bytes chunk(std::string_view type, const Bytes &data) {
    const auto four = [](std::size_t n) {
        return Bytes{static_cast<std::uint8_t>(n >> 24U), static_cast<std::uint8_t>(n >> 16U),
                     static_cast<std::uint8_t>(n >> 8U), static_cast<std::uint8_t>(n)};
    };
    const Bytes body = bytesOf(type) + data;
    return four(data.size()) + body + four(crc32(0, body.data(), static_cast<uInt>(body.size())));
}

Bytes photoPng() {
    const Bytes plain = encoded("PNG"), s = bytesOf(secret);
    constexpr std::ptrdiff_t afterHead = 33;
    return Bytes(plain.begin(), plain.begin() + afterHead) + chunk("tEXt", s) + chunk("iTXt", s)
           + chunk("zTXt", s) + chunk("eXIf", tiff(6, true)) + chunk("tIME", Bytes(7, 1))
           + chunk("prVt", s) + Bytes(plain.begin() + afterHead, plain.end()) + s;
}

Bytes riff(std::string_view type, const Bytes &data) {
    const auto size = static_cast<std::uint32_t>(data.size());
    Bytes out =
        bytesOf(type)
        + Bytes{static_cast<std::uint8_t>(size), static_cast<std::uint8_t>(size >> 8U),
                static_cast<std::uint8_t>(size >> 16U), static_cast<std::uint8_t>(size >> 24U)}
        + data;
    if (size % 2 != 0) out.push_back(0);
    return out;
}

Bytes photoWebp(std::uint8_t orientation) {
    const Bytes plain = encoded("WEBP"), s = bytesOf(secret);
    Bytes picture(plain.begin() + 12, plain.end());
    if (textOf(picture).starts_with("VP8X")) picture.erase(picture.begin(), picture.begin() + 18);
    const QSize size = scene().size();
    const Bytes head = {0x08 | 0x04,
                        0,
                        0,
                        0,
                        static_cast<std::uint8_t>(size.width() - 1),
                        0,
                        0,
                        static_cast<std::uint8_t>(size.height() - 1),
                        0,
                        0};
    return riff("RIFF", bytesOf("WEBP") + riff("VP8X", head) + picture
                            + riff("EXIF", tiff(orientation, true)) + riff("XMP ", s)
                            + riff("abcd", s))
           + s;
}

} // namespace

class test_photo : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void onlyThePictureStays_data() {
        QTest::addColumn<QByteArray>("file");
        const auto row = [](const char *name, const Bytes &file) {
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char *>(file.data()),
                                              static_cast<qsizetype>(file.size()));
        };
        row("jpeg", photoJpeg(1));
        row("jpeg-turned", photoJpeg(6));
        row("jpeg-turned-big-endian", photoJpeg(8, false));
        row("jpeg-mirrored", photoJpeg(2));
        row("jpeg-impossible-side", photoJpeg(99));
        row("png", photoPng());
        row("webp", photoWebp(1));
        row("webp-turned", photoWebp(6));
    }
    void onlyThePictureStays() {
        QFETCH(const QByteArray, file);
        const Bytes before = rawOf(file);
        QVERIFY(hasSecret(before));
        QVERIFY(!shown(before).isNull());
        const auto after = withoutMetadata(before);
        QVERIFY(after);
        QVERIFY(!hasSecret(*after));
        QCOMPARE(shown(*after), shown(before)); // each pixel, and the same side up
        QCOMPARE(withoutMetadata(*after).value(), *after);
    }

    void aTurnedPictureIsTurned() { // that the test above sees it
        QCOMPARE(shown(*withoutMetadata(photoJpeg(6))).size(), scene().size().transposed());
        QCOMPARE(shown(*withoutMetadata(photoJpeg(1))).size(), scene().size());
    }

    // What is needed for the colours stays.
    void aPlainPictureIsNotChanged() {
        for (const char *format : {"JPEG", "PNG", "WEBP"}) {
            const Bytes plain = encoded(format);
            const auto after = withoutMetadata(plain);
            QVERIFY(after);
            QCOMPARE(shown(*after), shown(plain));
        }
    }

    void damagedOnesAreRefusedAndNothingIsReadBeyondTheirEnd() {
        QVERIFY(!withoutMetadata({}));
        QVERIFY(!withoutMetadata(bytesOf("%PDF-1.4")));
        QVERIFY(!withoutMetadata(bytesOf(std::string_view("\xff\xd8\xff", 3))));
        QVERIFY(!withoutMetadata(bytesOf("RIFF\xff\xff\xff\xffWEBP")));
        for (const Bytes &whole : {photoJpeg(6), photoPng(), photoWebp(6)}) {
            // Copies of their own, so that a sanitizer sees one byte too many.
            for (std::size_t size = 0; size < whole.size(); ++size) {
                const Bytes part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
                const auto after = withoutMetadata(part);
                if (after) QVERIFY(!hasSecret(*after));
            }
            std::uint32_t chance = 12345;
            for (int n = 0; n < 4000; ++n) {
                Bytes broken = whole;
                for (int k = 0; k < 3; ++k) {
                    chance = chance * 1664525U + 1013904223U;
                    broken[chance % std::min<std::size_t>(broken.size(), 400)] =
                        static_cast<std::uint8_t>(chance >> 24U);
                }
                const auto after = withoutMetadata(broken);
                if (after) QVERIFY(after->size() <= broken.size() + 64);
            }
        }
    }

    void whatIsTakenUpHasNone() {
        QTemporaryDir folder;
        SystemClock clock;
        SystemRandom random;
        std::string phrase = "four plum trees";
        const auto passphrase =
            SecretBytes::take({reinterpret_cast<std::uint8_t *>(phrase.data()), phrase.size()});
        auto vault = Vault::create(std::filesystem::path(folder.path().toStdString()) / "v",
                                   passphrase, leastPasswordCost, random, clock);
        QVERIFY(vault.ok());
        const auto id =
            addDocument(**vault, {"photo", photoJpeg(6), clock.now(), 480}, clock, random);
        QVERIFY(id.ok());
        const auto record = (*vault)->record(*id);
        QVERIFY(record.ok());
        QCOMPARE(record->attachments.size(), std::size_t{1});
        QVERIFY(!hasSecret(record->attachments.front().content));
        QCOMPARE(shown(record->attachments.front().content), shown(photoJpeg(6)));

        const Bytes damaged = bytesOf(std::string_view("\xff\xd8\xff\xe1\xff\xff short", 12));
        const auto refused =
            addDocument(**vault, {"photo", damaged, clock.now(), 480}, clock, random);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::DocumentRefused);
        QCOMPARE((*vault)->count({}).value(), std::uint64_t{1});
    }
};

APRICOT_TEST(test_photo)
#include "test_photo.moc"
