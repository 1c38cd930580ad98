// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/base45.h"
#include "codec/base64.h"
#include "codec/compress.h"
#include "crypto/system_random.h"
#include "program/test_program.h"

#include <QTest>

using namespace apricot;

class TestTextCodes : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void base45FollowsItsRfc() { // RFC 9285 section 4.3 and 4.4
        QCOMPARE(toBase45(viewOf("AB")), std::string("BB8"));
        QCOMPARE(toBase45(viewOf("Hello!!")), std::string("%69 VD92EX0"));
        QCOMPARE(toBase45(viewOf("base-45")), std::string("UJCLQE7W581"));
        QVERIFY(textOf(*fromBase45("QED8WEX0")) == "ietf!");
    }

    void base45RefusesEverythingElse() {
        for (const char *text : {"GGW", ":::", "A", "BB8A", "bb8", "BB\xc3", "ZZ", "::"})
            QCOMPARE(fromBase45(text).error().code, ErrorCode::Base45Malformed);
        QVERIFY(fromBase45("")->empty());
        QVERIFY(*fromBase45("FGW") == (Bytes{0xff, 0xff}));
    }

    void everyLengthRoundTrips() {
        SeededRandom random(5);
        for (std::size_t n = 0; n < 200; ++n) {
            Bytes data(n);
            random.fill(data);
            QVERIFY(*fromBase45(toBase45(data)) == data);
            QVERIFY(*fromBase64(toBase64(data)) == data);
            QVERIFY(*gunzip(gzip(data), 1000) == data);
        }
    }

    void base64TakesTheCanonicalSpellingOnly() { // RFC 4648 section 10
        QCOMPARE(toBase64(viewOf("fooba")), std::string("Zm9vYmE="));
        QVERIFY(fromBase64("Zm9vYmE=").has_value());
        for (const char *text :
             {"Zm9vYmE", "Zm9vYmF=", "Zm9v YmE=", "Zm9vYmE=\n", "Zm9vYm-_", "====", "Z==="})
            QVERIFY2(!fromBase64(text).has_value(), text);
    }

    void gzipHasALimit() {
        const Bytes packed = gzip(Bytes(10'000'000));
        QVERIFY(packed.size() < 20'000);
        QCOMPARE(gunzip(packed, 9'999'999).error().code, ErrorCode::GzipTooLarge);
        QCOMPARE(gunzip(packed, 10'000'000)->size(), std::size_t{10'000'000});
    }

    void cutOrChangedGzipIsRefused() {
        SeededRandom random(6);
        Bytes data(3000);
        random.fill(data);
        Bytes packed = gzip(data);
        for (std::size_t n = 0; n < packed.size(); n += 7)
            QCOMPARE(gunzip(ByteView(packed).first(n), 10'000).error().code,
                     ErrorCode::GzipTruncated);
        packed[packed.size() - 6] ^= 1U; // in the checksum
        QCOMPARE(gunzip(packed, 10'000).error().code, ErrorCode::GzipMalformed);
        QCOMPARE(gunzip(viewOf("not gzip at all"), 10'000).error().code, ErrorCode::GzipMalformed);
    }

    void membersOneAfterAnotherAreOneStream() {
        Bytes both = gzip(viewOf("one "));
        append(both, gzip(viewOf("two")));
        QVERIFY(textOf(*gunzip(both, 100)) == "one two");
    }

    void feedingByteByByteGivesTheSame() {
        const Bytes data(100'000, 'x');
        Gunzip stream(1'000'000);
        Bytes out;
        for (const std::uint8_t byte : gzip(data))
            QVERIFY(stream.feed(ByteView(&byte, 1), out).ok());
        QVERIFY(stream.finish().ok());
        QVERIFY(out == data);
    }
};

APRICOT_TEST(TestTextCodes)
#include "test_text_codes.moc"
