// SPDX-License-Identifier: GPL-3.0-or-later
// A code in several parts: read in any order, more than once, mixed with another's, and damaged.
#include "exchange/frames.h"
#include "program/test_program.h"

#include <QTest>

#include <random>

using namespace apricot;

namespace {

std::string codeOf(std::size_t length, unsigned seed = 1) {
    constexpr std::string_view all = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    std::mt19937 random(seed);
    std::string out = "APRICOT:1:";
    while (out.size() < length) out += all[random() % all.size()];
    return out;
}

} // namespace

class TestFrames : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aShortCodeIsItself() {
        const std::string code = codeOf(1100);
        QCOMPARE(*framesOf(code), std::vector{code});
    }

    void aLongOneComesBack_data() {
        QTest::addColumn<int>("length");
        for (const int length : {1140, 1200, 2350, 5000, 470 * 64})
            QTest::newRow(std::to_string(length).c_str()) << length;
    }
    void aLongOneComesBack() {
        QFETCH(int, length);
        const std::string code = codeOf(static_cast<std::size_t>(length));
        auto frames = *framesOf(code);
        QVERIFY(frames.size() > 1);
        for (const std::string &frame : frames) {
            QVERIFY(isFrame(frame));
            QVERIFY(encodeQr(frame)->version <= 14);
        }
        // Backwards, from the middle on, each twice.
        std::ranges::reverse(frames);
        std::ranges::rotate(frames,
                            frames.begin() + static_cast<std::ptrdiff_t>(frames.size() / 2));
        FrameCollector collector;
        std::optional<std::string> whole;
        for (std::size_t at = 0; at < frames.size(); ++at) {
            QVERIFY(!whole);
            QCOMPARE(collector.here(), at);
            if (at + 1 < frames.size()) QVERIFY(!*collector.take(frames[at]));
            whole = *collector.take(frames[at]);
        }
        QCOMPARE(*whole, code);
        QCOMPARE(collector.of(), 0U); // forgotten: the next one begins anew
    }

    void whatNoFramesCarryIsRefused() {
        QCOMPARE(framesOf(codeOf(470 * 64 + 1)).error().code, ErrorCode::QrTooLong);
        QCOMPARE(framesOf(std::string(3000, 'a')).error().code, ErrorCode::QrTooLong);
    }

    void anotherCodeBeginsAnew() {
        const std::string one = codeOf(2000, 1), other = codeOf(2000, 2);
        const auto first = *framesOf(one), second = *framesOf(other);
        FrameCollector collector;
        QVERIFY(!*collector.take(first[0]));
        QVERIFY(!*collector.take(first[1]));
        QVERIFY(!*collector.take(second[0]));
        QCOMPARE(collector.here(), 1U);
        std::optional<std::string> whole;
        for (const auto &frame : second) whole = *collector.take(frame);
        QCOMPARE(*whole, other);
    }

    void damageIsRefusedAndChangesNothing_data() {
        QTest::addColumn<QString>("frame");
        const QString good = QStringLiteral(":0123456789ABCDEF:SLICE");
        for (const char *numbers : {"0/3", "4/3", "1/1", "1/65", "01/3", "1/", "/3", "1", "-1/3",
                                    "99999999999999999999/3", "1/3x", "", "1 /3"})
            QTest::newRow(numbers) << QStringLiteral("APRICOT:F1:") + QLatin1String(numbers) + good;
        QTest::newRow("no slice") << QStringLiteral("APRICOT:F1:1/3:0123456789ABCDEF:");
        QTest::newRow("cut in its hash") << QStringLiteral("APRICOT:F1:1/3:0123456789");
        QTest::newRow("too long a slice")
            << QStringLiteral("APRICOT:F1:1/3:0123456789ABCDEF:") + QString(471, u'A');
        QTest::newRow("other characters") << QStringLiteral("APRICOT:F1:1/3:0123456789ABCDEF:abc");
        QTest::newRow("another code") << QStringLiteral("APRICOT:1:ABC");
        QTest::newRow("nothing") << QString();
    }
    void damageIsRefusedAndChangesNothing() {
        QFETCH(QString, frame);
        const std::string code = codeOf(1500);
        const auto frames = *framesOf(code);
        FrameCollector collector;
        QVERIFY(!*collector.take(frames[0]));
        QCOMPARE(collector.take(frame.toStdString()).error().code, ErrorCode::FramesIncomplete);
        QCOMPARE(collector.here(), 1U);
    }

    void aChangedSliceIsNoticedAtTheEnd() {
        auto frames = *framesOf(codeOf(1500));
        frames[1].back() = frames[1].back() == 'A' ? 'B' : 'A';
        FrameCollector collector;
        for (std::size_t at = 0; at + 1 < frames.size(); ++at)
            QVERIFY(!*collector.take(frames[at]));
        QCOMPARE(collector.take(frames.back()).error().code, ErrorCode::FramesIncomplete);
        QCOMPARE(collector.of(), 0U);
    }

    void onePictureShowsThemSideBySide() {
        const std::string one = codeOf(2000, 1), other = codeOf(2000, 2);
        std::vector<std::string> page{"https://example.org"};
        for (const std::string &code : {one, other}) {
            const auto frames = *framesOf(code);
            page.insert(page.end(), frames.begin(), frames.end());
        }
        page.pop_back(); // the other one lacks a part
        QCOMPARE(*joinFrames(page), (std::vector<std::string>{one, "https://example.org"}));
        page.erase(page.begin(), page.begin() + 2);
        QCOMPARE(joinFrames(page).error().code, ErrorCode::FramesIncomplete);
        QCOMPARE(*joinFrames({"HELLO"}), std::vector<std::string>{"HELLO"});
    }

    // Off one picture of all parts, as it is printed or saved.
    void theyAreReadOffOnePicture_data() {
        QTest::addColumn<int>("length");
        for (const int length : {300, 1200, 1800, 3000, 4200}) // 1, 3, 4, 7, 9 parts
            QTest::newRow(std::to_string(length).c_str()) << length;
    }
    void theyAreReadOffOnePicture() {
        QFETCH(int, length);
        const std::string code = codeOf(static_cast<std::size_t>(length));
        const auto texts = decodeQr(*decodePicture(*qrToPng(*sheetOf(code), 4)));
        QVERIFY(texts.ok());
        QCOMPARE(texts->size(), framesOf(code)->size());
        QCOMPARE(*joinFrames(*texts), std::vector<std::string>{code});
    }
};

APRICOT_TEST(TestFrames)
#include "test_frames.moc"
