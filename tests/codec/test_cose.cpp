// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/cbor.h"
#include "codec/cose.h"
#include "crypto/crypto.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "program/test_program.h"

#include <QTest>

using namespace apricot;

class TestCose : public QObject {
    Q_OBJECT
    SigningKey m_key;
    VerifyKey m_verifying;
    Bytes m_payload = {1, 2, 3};

    // A COSE_Sign1 with any headers, rightly signed.
    Bytes foreign(const Bytes &protectedHeader, const Bytes &open, std::uint64_t tag = 18) {
        cbor::Writer s;
        s.array(4).text("Signature1").bytes(protectedHeader).bytes({}).bytes(m_payload);
        const Signature signature = sign(m_key, s.take());
        cbor::Writer w;
        w.tag(tag)
            .array(4)
            .bytes(protectedHeader)
            .raw(open)
            .bytes(m_payload)
            .bytes(signature.view());
        return w.take();
    }

  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startCrypto().ok());
        SeededRandom random(3);
        random.fill(m_key.writable());
        m_verifying = verifyKeyOf(m_key);
    }

    void verifiesWhatItSigned() {
        const Bytes message = cose::sign1(m_key, m_payload);
        const auto decoded = cose::decodeSign1(message);
        QVERIFY(decoded.ok());
        QVERIFY(decoded->payload == m_payload);
        QVERIFY(cose::verifies(*decoded, m_verifying));
        QVERIFY(!cose::verifies(*decoded, m_verifying, Bytes{1}));
        QVERIFY(!cose::verifies(*decoded, VerifyKey{}));
        const auto bound = cose::decodeSign1(cose::sign1(m_key, m_payload, Bytes{1}));
        QVERIFY(bound.ok());
        QVERIFY(cose::verifies(*bound, m_verifying, Bytes{1}));
        QVERIFY(!cose::verifies(*bound, m_verifying));
    }

    void everyChangedBitIsRefused() {
        const Bytes message = cose::sign1(m_key, m_payload);
        for (std::size_t bit = 0; bit < message.size() * 8; ++bit) {
            Bytes changed = message;
            changed[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
            const auto decoded = cose::decodeSign1(changed);
            QVERIFY(!decoded.ok() || !cose::verifies(*decoded, m_verifying));
        }
    }

    void onlyItsOwnFormIsTaken() {
        const Bytes edDsa = {0xa1, 0x01, 0x27};
        QVERIFY(cose::decodeSign1(foreign(edDsa, {0xa0})).ok());
        QCOMPARE(cose::decodeSign1(foreign(edDsa, {0xa1, 0x04, 0x41, 0x31})).error().code,
                 ErrorCode::CoseMalformed);
        QCOMPARE(cose::decodeSign1(foreign({0xa1, 0x01, 0x26}, {0xa0})).error().code,
                 ErrorCode::CoseMalformed);
        QCOMPARE(cose::decodeSign1(foreign(edDsa, {0xa0}, 98)).error().code,
                 ErrorCode::CoseMalformed);
        QCOMPARE(cose::decodeSign1(Bytes{0x01}).error().code, ErrorCode::CborUnexpectedType);
    }

    void othersHeadersAreUnderstoodOrRefused() {
        const auto accepts = [this](const Bytes &header, const Bytes &open) {
            const auto decoded = cose::decodeForeign(foreign(header, open));
            return decoded.ok() && cose::verifies(*decoded, m_verifying);
        };
        const Bytes kid = {0xa1, 0x04, 0x41, 0x31};
        QVERIFY(accepts({0xa1, 0x01, 0x27}, kid));
        QVERIFY(accepts({}, {0xa1, 0x01, 0x27}));
        QVERIFY(accepts({0xa2, 0x01, 0x27, 0x02, 0x81, 0x01}, kid)); // alg is critical, and known
        const auto unknown =
            cose::decodeForeign(foreign({0xa2, 0x01, 0x27, 0x02, 0x81, 0x18, 0x63}, kid));
        QCOMPARE(unknown.error().code, ErrorCode::CoseUnsupported);
        const auto both = cose::decodeForeign(foreign({0xa1, 0x01, 0x27}, {0xa1, 0x01, 0x27}));
        QCOMPARE(both.error().code, ErrorCode::CoseMalformed);
        const auto es256 = cose::decodeForeign(foreign({0xa1, 0x01, 0x26}, kid));
        QCOMPARE(es256.error().code, ErrorCode::CoseUnsupported);
        const auto openCritical =
            cose::decodeForeign(foreign({0xa1, 0x01, 0x27}, {0xa1, 0x02, 0x81, 0x01}));
        QCOMPARE(openCritical.error().code, ErrorCode::CoseMalformed);
    }

    void everyCutOfAForeignMessageIsRefused() {
        const Bytes message = foreign({0xa1, 0x01, 0x27}, {0xa1, 0x04, 0x41, 0x31});
        for (std::size_t n = 0; n < message.size(); ++n)
            QVERIFY(!cose::decodeForeign(ByteView(message).first(n)).ok());
        Bytes longer = message;
        longer.push_back(0);
        QVERIFY(!cose::decodeForeign(longer).ok());
    }
};

APRICOT_TEST(TestCose)
#include "test_cose.moc"
