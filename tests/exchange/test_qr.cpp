// SPDX-License-Identifier: GPL-3.0-or-later
// QR codes: what is written as a picture is read again; bad pictures are refused, cheaply.
#include "base/file.h"
#include "crypto/crypto.h"
#include "crypto/system_random.h"
#include "exchange/finder_patterns.h"
#include "exchange/qr.h"
#include "program/test_program.h"

#include <QTest>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <jpeglib.h>

using namespace apricot;

namespace {

const std::string alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

std::string textOfLength(std::size_t length, Random &random) {
    Bytes dice(length);
    random.fill(dice);
    std::string out;
    for (const std::uint8_t d : dice) out += alphabet[d % alphabet.size()];
    if (!out.empty()) out.front() = 'A', out.back() = 'Z'; // no blanks at the ends
    return out;
}

Picture pictureOf(const std::string &text) {
    return decodePicture(*qrToPng(*encodeQr(text, 40), 4)).value();
}

ErrorCode codeFor(ByteView file) {
    const auto picture = decodePicture(file);
    return picture ? ErrorCode::None : picture.error().code;
}

Bytes jpegOf(const Picture &picture) {
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char *memory = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &memory, &size);
    info.image_width = static_cast<unsigned>(picture.width);
    info.image_height = static_cast<unsigned>(picture.height);
    info.input_components = 1;
    info.in_color_space = JCS_GRAYSCALE;
    jpeg_set_defaults(&info);
    jpeg_start_compress(&info, TRUE);
    Bytes pixels = picture.grey;
    while (info.next_scanline < info.image_height) {
        JSAMPROW row = pixels.data() + std::size_t{info.next_scanline} * info.image_width;
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    Bytes out(memory, memory + size);
    std::free(memory);
    return out;
}

Picture turned(const Picture &in) { // a quarter
    Picture out{in.height, in.width, Bytes(in.grey.size())};
    const auto width = static_cast<std::size_t>(in.width),
               height = static_cast<std::size_t>(in.height);
    for (std::size_t y = 0; y < height; ++y)
        for (std::size_t x = 0; x < width; ++x)
            out.grey[x * height + (height - 1 - y)] = in.grey[y * width + x];
    return out;
}

} // namespace

class TestQr : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void whatIsWrittenIsRead() {
        SeededRandom random(3);
        for (const std::size_t length : {1U, 2U, 20U, 100U, 500U, 1100U, 2000U}) {
            const std::string text = textOfLength(length, random);
            const auto texts = decodeQr(pictureOf(text));
            QVERIFY2(texts.ok(), std::to_string(length).c_str());
            QCOMPARE(texts->front(), text);
        }
    }

    void chineseTextComesBack() {
        const auto texts = decodeQr(pictureOf("请武进医院查看化验结果"));
        QVERIFY(texts.ok());
        QCOMPARE(texts->front(), std::string("请武进医院查看化验结果"));
    }

    void theLimitOfTheVersionIsKept() {
        QCOMPARE(encodeQr(std::string(1130, 'A'), 22)->version, 22); // 1132 characters at level M
        QCOMPARE(encodeQr(std::string(1140, 'A'), 22).error().code, ErrorCode::QrTooLong);
        QCOMPARE(encodeQr(std::string(8000, 'A'), 40).error().code, ErrorCode::QrTooLong);
    }

    void turnedNoisyLightOnDarkAndAsJpeg() {
        const std::string text = "APRICOT:1:SOMETHING LONGER THAN A WORD";
        const Picture plain = pictureOf(text);
        Picture noisy = plain, inverted = plain;
        SeededRandom random(4);
        Bytes dice(plain.grey.size());
        random.fill(dice);
        for (std::size_t i = 0; i < dice.size(); ++i) {
            const int grey = (plain.grey[i] > 127 ? 200 : 60) + dice[i] % 50 - 25;
            noisy.grey[i] = static_cast<std::uint8_t>(grey);
            inverted.grey[i] = static_cast<std::uint8_t>(255 - plain.grey[i]);
        }
        for (const Picture &picture : {turned(plain), turned(turned(plain)), noisy, inverted,
                                       *decodePicture(jpegOf(noisy))}) {
            const auto texts = decodeQr(picture);
            QVERIFY(texts.ok());
            QCOMPARE(texts->front(), text);
        }
    }

    void aCodeOfOnePixelAModuleIsRead() {
        const auto code = encodeQr("APRICOT:1:SMALL");
        const auto texts = decodeQr(*decodePicture(*qrToPng(*code, 1)));
        QVERIFY(texts.ok());
        QCOMPARE(texts->front(), std::string("APRICOT:1:SMALL"));
    }

    void severalCodesInOnePicture() {
        const Picture one = pictureOf("FIRST"), two = pictureOf("OTHER");
        QCOMPARE(one.width, two.width);
        const auto width = static_cast<std::size_t>(one.width);
        Picture both{one.width * 2, one.height, {}};
        for (std::size_t y = 0; y < static_cast<std::size_t>(one.height); ++y)
            for (const Picture *half : {&one, &two})
                both.grey.insert(both.grey.end(),
                                 half->grey.begin() + static_cast<std::ptrdiff_t>(y * width),
                                 half->grey.begin() + static_cast<std::ptrdiff_t>((y + 1) * width));
        auto texts = decodeQr(both);
        QVERIFY(texts.ok());
        std::sort(texts->begin(), texts->end());
        QCOMPARE(*texts, (std::vector<std::string>{"FIRST", "OTHER"}));
    }

    void theSvgHasEveryDarkModule() {
        const auto code = encodeQr("APRICOT");
        const std::string svg = qrToSvg(*code);
        std::size_t squares = 0;
        for (std::size_t at = 0; (at = svg.find("h1v1h-1z", at)) != std::string::npos; ++at)
            ++squares;
        QCOMPARE(squares,
                 static_cast<std::size_t>(std::count(code->dark.begin(), code->dark.end(), true)));
    }

    void aPictureWithoutACode() {
        const Picture white{300, 300, Bytes(90000, 255)};
        QCOMPARE(decodeQr(white).error().code, ErrorCode::NoQrFound);
        SeededRandom random(5);
        Picture noise{200, 200, Bytes(40000)};
        random.fill(noise.grey);
        QCOMPARE(decodeQr(noise).error().code, ErrorCode::NoQrFound);
    }

    void aPictureWhoseSizeIsALie() {
        for (const Picture &picture : {Picture{300, 300, Bytes(10)}, Picture{-1, -1, Bytes(1)},
                                       Picture{0, 0, {}}, Picture{10, 10, Bytes(101)}})
            QCOMPARE(decodeQr(picture).error().code, ErrorCode::PictureUnreadable);
    }

    // The library tries each three corners together: a small file could keep it busy for hours.
    void aFieldOfCornersTakesNoTime_data() {
        QTest::addColumn<int>("side");
        QTest::addColumn<int>("pixel");
        for (const int side : {250, 500, 1000, 2000})
            for (const int pixel : {1, 2, 4})
                QTest::addRow("%d by %d, modules of %d", side, side, pixel) << side << pixel;
    }
    void aFieldOfCornersTakesNoTime() {
        QFETCH(const int, side);
        QFETCH(const int, pixel);
        static const std::array<std::string_view, 8> corner = {"1111111.", "1.....1.", "1.111.1.",
                                                               "1.111.1.", "1.111.1.", "1.....1.",
                                                               "1111111.", "........"};
        Picture field{side, side, {}};
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x)
                field.grey.push_back(corner[static_cast<std::size_t>(y / pixel % 8)]
                                           [static_cast<std::size_t>(x / pixel % 8)]
                                             == '1'
                                         ? 0
                                         : 255);
        const std::clock_t start = std::clock();
        QCOMPARE(decodeQr(field).error().code, ErrorCode::NoQrFound);
        for (unsigned turn = 0; turn < 4; ++turn) QVERIFY(!decodeFrame(field, turn).ok());
        const double took = double(std::clock() - start) / CLOCKS_PER_SEC;
        QVERIFY2(took < 6 * test::timeFactor, qPrintable(QString::number(took)));
        qInfo("%.2f s", took);
    }

    // A camera in the dark sees nothing else, and a code in it is to be looked for.
    void noiseHasFewCorners() {
        SeededRandom random(5);
        Picture noise{1920, 1080, Bytes(std::size_t{1920} * 1080)};
        random.fill(noise.grey);
        const std::size_t found = finderPatternsIn(noise);
        QVERIFY2(found < mostFinderPatterns, std::to_string(found).c_str());
    }

    // Hard pictures with their text in a .txt beside each: with ZXing-C++ 1.4, 66 are read. None is
    // read as something else, and nothing is read where there is nothing.
    void theHardPicturesOfTheSharedData() {
        const char *named = std::getenv("APRICOT_SHARED_DATA");
        const std::filesystem::path folder =
            std::filesystem::path(named ? named : APRICOT_SOURCE_DIR "/../shared/data")
            / "qr-images";
        if (!std::filesystem::exists(folder)) QSKIP("the hard pictures are not here");
        int right = 0, inFrames = 0;
        for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
            std::filesystem::path beside = entry.path();
            if (beside.extension() == ".txt" || !entry.is_regular_file()) continue;
            const auto picture = decodePicture(*readFile(entry.path(), 64U << 20U));
            if (!picture) continue;
            const auto texts = decodeQr(*picture);
            bool found = false;
            for (unsigned turn = 0; turn < 4 && !found; ++turn)
                found = decodeFrame(*picture, turn).ok();
            inFrames += found ? 1 : 0;
            if (beside.string().find("falsepositive") != std::string::npos) {
                QVERIFY2(!texts.ok() && !found, entry.path().c_str());
                continue;
            }
            const auto expected = readFile(beside.replace_extension(".txt"), 1U << 20U);
            if (!texts || !expected) continue;
            const auto trimmed = [](std::string_view text) {
                return QByteArray(text.data(), static_cast<qsizetype>(text.size())).trimmed();
            };
            const bool same =
                std::any_of(texts->begin(), texts->end(), [&](const std::string &text) {
                    return trimmed(text) == trimmed(textOf(ByteView(*expected)));
                });
            QVERIFY2(same, entry.path().c_str());
            ++right;
        }
        QVERIFY2(right >= 64, std::to_string(right).c_str());
        QVERIFY2(inFrames >= 60, std::to_string(inFrames).c_str());
    }

    // Four frames, each looked at in another way: what one does not see another does.
    void framesOfACameraAreReadInTurns() {
        const Picture code = pictureOf("APRICOT:1:BEFORE THE CAMERA");
        const auto held = [&](int dark, int light, int around) {
            Picture frame{1920, 1080, Bytes(std::size_t{1920} * 1080)};
            for (std::size_t y = 0; y < 1080; ++y)
                for (std::size_t x = 0; x < 1920; ++x) {
                    const std::size_t u = (x - 500) / 6, v = (y - 90) / 6;
                    const bool inside = x >= 500 && y >= 90
                                        && u < static_cast<std::size_t>(code.width)
                                        && v < static_cast<std::size_t>(code.height);
                    int grey = around;
                    if (inside) {
                        const auto width = static_cast<std::size_t>(code.width);
                        grey = code.grey[v * width + u] > 127 ? light : dark;
                    }
                    frame.grey[y * 1920 + x] = static_cast<std::uint8_t>(grey);
                }
            return frame;
        };
        for (const Picture &frame : {held(20, 230, 120), held(230, 20, 120), held(12, 60, 150)}) {
            bool found = false;
            for (unsigned turn = 0; turn < 4 && !found; ++turn) {
                const auto texts = decodeFrame(frame, turn);
                found = texts.ok() && texts->front() == "APRICOT:1:BEFORE THE CAMERA";
            }
            QVERIFY2(found, std::to_string(frame.grey[540 * 1920 + 960]).c_str());
        }
        QCOMPARE(decodeFrame(Picture{300, 300, Bytes(10)}, 0).error().code,
                 ErrorCode::PictureUnreadable);
        QCOMPARE(decodeFrame(Picture{0, 0, {}}, 1).error().code, ErrorCode::PictureUnreadable);
        QCOMPARE(decodeFrame(Picture{1, 1, Bytes(1)}, 2).error().code, ErrorCode::NoQrFound);
    }

    void whatIsCutOffIsRefused() {
        const Bytes png = *qrToPng(*encodeQr("APRICOT")), jpeg = jpegOf(pictureOf("APRICOT"));
        for (const Bytes &file : {png, jpeg})
            for (std::size_t size = 0; size + 20 < file.size(); size += 7)
                QVERIFY2(codeFor(ByteView(file).first(size)) != ErrorCode::None,
                         std::to_string(size).c_str());
    }

    void otherThingsAreNoPictures() {
        QCOMPARE(codeFor({}), ErrorCode::PictureUnreadable);
        QCOMPARE(codeFor(viewOf("<svg/>")), ErrorCode::PictureUnreadable);
        QCOMPARE(codeFor(viewOf("GIF89a")), ErrorCode::PictureUnreadable);
    }

    // A few bytes that claim to be thousands of megapixels.
    void aBombIsRefusedByItsHead() {
        Bytes png = *qrToPng(*encodeQr("APRICOT"));
        for (std::size_t i = 16; i < 24; ++i) png[i] = i % 4 < 2 ? 0 : 0xff; // 65535 by 65535
        QVERIFY(codeFor(png) == ErrorCode::PictureTooLarge
                || codeFor(png) == ErrorCode::PictureUnreadable);
        Bytes jpeg = jpegOf(pictureOf("APRICOT"));
        for (std::size_t i = 0; i + 9 < jpeg.size(); ++i)
            if (jpeg[i] == 0xff && jpeg[i + 1] == 0xc0) {
                for (std::size_t k = 5; k < 9; ++k) jpeg[i + k] = 0x7f; // 32639 by 32639
                break;
            }
        QCOMPARE(codeFor(jpeg), ErrorCode::PictureTooLarge);
    }
};

APRICOT_TEST(TestQr)
#include "test_qr.moc"
