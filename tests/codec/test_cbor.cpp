// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/cbor.h"
#include "crypto/system_random.h"
#include "program/test_program.h"

#include <QTest>

using namespace apricot;
using cbor::Reader;
using cbor::Writer;

namespace {

Bytes hex(std::string_view text) {
    return *fromHex(text);
}
ErrorCode refusal(std::string_view text) {
    const auto reader = Reader::create(hex(text));
    return reader.ok() ? ErrorCode::None : reader.error().code;
}

} // namespace

class TestCbor : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void writesTheShortestForm() { // RFC 8949 appendix A
        const auto written = [](std::uint64_t v) {
            Writer w;
            return toHex(w.unsignedInteger(v).take());
        };
        QCOMPARE(written(0), std::string("00"));
        QCOMPARE(written(23), std::string("17"));
        QCOMPARE(written(24), std::string("1818"));
        QCOMPARE(written(255), std::string("18ff"));
        QCOMPARE(written(256), std::string("190100"));
        QCOMPARE(written(1000000), std::string("1a000f4240"));
        QCOMPARE(written(1000000000000), std::string("1b000000e8d4a51000"));
        QCOMPARE(written(18446744073709551615U), std::string("1bffffffffffffffff"));
        Writer w;
        w.integer(-1).integer(-1000).integer(std::numeric_limits<std::int64_t>::min());
        QCOMPARE(toHex(w.take()), std::string("203903e73b7fffffffffffffff"));
    }

    void readsBackWhatItWrote() {
        Writer w;
        w.array(7).integer(-5).bytes(Bytes{1, 2}).text("血糖").boolean(true).null();
        w.map(2).integer(1).text("a").integer(2).array(0);
        w.tag(18).unsignedInteger(9);
        const Bytes encoded = w.take();
        auto created = Reader::create(encoded);
        QVERIFY(created.ok());
        Reader &r = *created;
        QCOMPARE(r.array().value(), std::size_t{7});
        QCOMPARE(r.integer().value(), std::int64_t{-5});
        QVERIFY(r.bytes().value() == (Bytes{1, 2}));
        QCOMPARE(r.text().value(), std::string("血糖"));
        QCOMPARE(r.boolean().value(), true);
        QVERIFY(r.null().ok());
        QCOMPARE(r.map().value(), std::size_t{2});
        QCOMPARE(r.integer().value(), std::int64_t{1});
        QCOMPARE(r.text().value(), std::string("a"));
        QCOMPARE(r.integer().value(), std::int64_t{2});
        QVERIFY(r.raw().value() == Bytes{0x80});
        QCOMPARE(r.tag().value(), std::uint64_t{18});
        QCOMPARE(r.unsignedInteger().value(), std::uint64_t{9});
        QVERIFY(r.atEnd());
    }

    void anotherTypeIsAnErrorAndNothingIsLost() {
        auto r = Reader::create(hex("182a"));
        QVERIFY(r.ok());
        QCOMPARE(r->text().error().code, ErrorCode::CborUnexpectedType);
        QCOMPARE(r->array().error().code, ErrorCode::CborUnexpectedType);
        QCOMPARE(r->integer().value(), std::int64_t{42});
        QCOMPARE(r->integer().error().code, ErrorCode::CborUnexpectedType); // at the end
    }

    void aFixedValueHasItsLength() {
        auto r = Reader::create(hex("430a0b0c"));
        QVERIFY(r.ok());
        using Four = FixedBytes<struct FourTag, 4>;
        QCOMPARE(r->fixed<Four>().error().code, ErrorCode::CborWrongLength);
    }

    void anIntegerAbove64SignedBitsIsRefused() {
        auto large = Reader::create(hex("1bffffffffffffffff"));
        QVERIFY(large.ok());
        QCOMPARE(large->integer().error().code, ErrorCode::CborUnexpectedType);
        QCOMPARE(large->unsignedInteger().value(), std::numeric_limits<std::uint64_t>::max());
        auto low = Reader::create(hex("3bffffffffffffffff"));
        QVERIFY(low.ok());
        QVERIFY(!low->integer().ok());
    }

    void aSecondEncodingOfTheSameValueIsRefused_data() {
        QTest::addColumn<QString>("encoding");
        for (const char *text :
             {"1817", "190017", "1900ff", "1a0000ffff", "1b00000000ffffffff", "3800", "5803010203",
              "7801"
              "61",
              "9800", "b800",
              "d812"
              "00",
              "5f420102ff", "7f6161ff", "9f00ff", "bf0000ff", "f4f4"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void aSecondEncodingOfTheSameValueIsRefused() {
        QFETCH(QString, encoding);
        const ErrorCode code = refusal(encoding.toStdString());
        if (encoding == QStringLiteral("d81200")) {
            QCOMPARE(code, ErrorCode::CborNotDeterministic);
        } else if (encoding == QStringLiteral("f4f4")) {
            QCOMPARE(code, ErrorCode::CborMalformed); // something follows
        } else {
            QCOMPARE(code, ErrorCode::CborNotDeterministic);
        }
    }

    void mapKeysStandInOrderAndOnce() {
        QCOMPARE(refusal("a201000200"), ErrorCode::None);
        QCOMPARE(refusal("a202000100"), ErrorCode::CborNotDeterministic);
        QCOMPARE(refusal("a201000100"), ErrorCode::CborNotDeterministic);
        QCOMPARE(refusal("a2200018ff00"), ErrorCode::CborNotDeterministic);
        QCOMPARE(refusal("a218ff002000"), ErrorCode::None); // bytewise: 18ff before 20
    }

    void floatsUndefinedAndUnknownSimpleValuesAreRefused() {
        for (const char *text :
             {"f90000", "fa00000000", "fb0000000000000000", "f7", "e0", "f3", "f820", "f8ff"})
            QVERIFY2(refusal(text) != ErrorCode::None, text);
        for (const char *text : {"f4", "f5", "f6"})
            QVERIFY2(refusal(text) == ErrorCode::None, text);
    }

    void textIsUtf8() {
        for (const char *text : {"6180", "62c080", "62c1bf", "63eda080", "63e08080",
                                 "64f08080"
                                 "80",
                                 "64f4908080", "61c3", "64f5808080"})
            QVERIFY2(refusal(text) == ErrorCode::CborMalformed, text);
        QCOMPARE(refusal("63e8a180"), ErrorCode::None);
        QCOMPARE(refusal("64f09f8d91"), ErrorCode::None);
    }

    void lengthsThatPromiseMoreThanThereIsAreRefused() {
        for (const char *text : {"", "18", "1b00", "41", "5bffffffffffffffff", "9bffffffffffffffff",
                                 "bbffffffffffffffff", "8201", "a101", "c0"})
            QVERIFY2(refusal(text) == ErrorCode::CborMalformed, text);
    }

    void depthAndSizeHaveLimits() {
        Bytes deep(17, 0x81);
        deep.push_back(0x00);
        QCOMPARE(Reader::create(deep).error().code, ErrorCode::CborTooLarge);
        QVERIFY(Reader::create(deep, {.bytes = 100, .depth = 18}).ok());
        QCOMPARE(Reader::create(deep, {.bytes = 17, .depth = 18}).error().code,
                 ErrorCode::CborTooLarge);
        const Bytes million(1'000'000, 0x81); // no stack is spent on it
        QCOMPARE(Reader::create(million).error().code, ErrorCode::CborTooLarge);
    }

    void everyCutIsRefused() {
        Writer w;
        w.map(2).integer(1).array(2).text("abc").bytes(Bytes(30)).integer(2).tag(1).integer(-70000);
        const Bytes whole = w.take();
        QVERIFY(Reader::create(whole).ok());
        for (std::size_t n = 0; n < whole.size(); ++n)
            QCOMPARE(Reader::create(ByteView(whole).first(n)).error().code,
                     ErrorCode::CborMalformed);
    }
};

APRICOT_TEST(TestCbor)
#include "test_cbor.moc"
