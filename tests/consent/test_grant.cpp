// SPDX-License-Identifier: GPL-3.0-or-later
#include "example_grant.h"

#include "codec/base45.h"
#include "codec/cbor.h"
#include "codec/cose.h"
#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "crypto/sign.h"
#include "program/test_program.h"

#include <QTest>
#include <qrcodegen/qrcodegen.hpp>

#include <functional>

using namespace apricot;

namespace {

ErrorCode refusalOf(const std::function<void(Grant &)> &change) {
    Grant grant = exampleGrant();
    change(grant);
    const auto made = signGrant(grant, signingKeyOf(1));
    return made ? ErrorCode::None : made.error().code;
}

template <class T>
ErrorCode codeOf(const Result<T> &result) {
    return result ? ErrorCode::None : result.error().code;
}

// Claims as somebody else might write and sign them.
struct Claims {
    std::vector<std::pair<std::int64_t, Bytes>> items;
    static Bytes number(std::int64_t n) { return cbor::Writer().integer(n).take(); }
    static Bytes bytes(std::size_t size) { return cbor::Writer().bytes(Bytes(size, 1)).take(); }

    Claims() {
        const VerifyKey signer = verifyKeyOf(signingKeyOf(1));
        items = {{3, bytes(16)},
                 {4, number(2000)},
                 {5, number(1000)},
                 {7, bytes(16)},
                 {-1, cbor::Writer().bytes(signer.view()).take()},
                 {-2, number(1)},
                 {-3, number(1)},
                 {-4, number(1)},
                 {-5, cbor::Writer().text("c").take()},
                 {-6, bytes(32)}};
    }
    Claims &set(std::int64_t key, Bytes value) {
        for (auto &[k, v] : items)
            if (k == key) v = std::move(value);
        return *this;
    }
    [[nodiscard]] Bytes sign() const {
        cbor::Writer w;
        w.map(items.size());
        for (const auto &[key, value] : items) w.integer(key).raw(value);
        return cose::sign1(signingKeyOf(1), w.take(), viewOf(grantSigningContext));
    }
};

} // namespace

class TestGrant : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void everyFieldTravels() {
        for (Grant grant : {exampleGrant(), largeGrant()}) {
            grant.closed.nodes.emplace_back("desk:8080");
            grant.closed.shareHolders = 7;
            grant.closed.extensions[64] = {cbor::Writer().text("later").take()};
            grant.closed.scope.from = -2208988800; // somebody born in 1900
            const auto made = signGrant(grant, signingKeyOf(1));
            QVERIFY(made.ok());
            const auto read = grantFromText(grantToText(*made));
            QVERIFY(read.ok());
            QVERIFY(read->publicPart == made->publicPart && read->privatePart == made->privatePart);
            const auto back = verifyGrant(*read);
            QVERIFY(back.ok());
            QVERIFY(back->open.signer == verifyKeyOf(signingKeyOf(1)));
            QVERIFY(back->open.id == grant.open.id && back->open.audience == grant.open.audience);
            QVERIFY(back->open.notBefore == grant.open.notBefore);
            QVERIFY(back->open.expiry == grant.open.expiry && back->open.uses == grant.open.uses);
            QVERIFY(back->open.purpose == grant.open.purpose);
            QVERIFY(back->open.level == grant.open.level);
            QVERIFY(back->open.chainId == grant.open.chainId);
            QVERIFY(back->open.privateDigest == grant.open.privateDigest);
            QVERIFY(back->closed.scope == grant.closed.scope);
            QVERIFY(back->closed.locator == grant.closed.locator);
            QVERIFY(back->closed.packageHash == grant.closed.packageHash);
            QVERIFY(back->closed.sealedHalf == grant.closed.sealedHalf);
            QVERIFY(back->closed.salt == grant.closed.salt);
            QVERIFY(back->closed.textVersion == grant.closed.textVersion);
            QVERIFY(back->closed.textHash == grant.closed.textHash);
            QVERIFY(back->closed.eraseBy == grant.closed.eraseBy);
            QVERIFY(back->closed.inbox == grant.closed.inbox);
            QVERIFY(back->closed.nodes == grant.closed.nodes);
            QCOMPARE(back->closed.utcOffsetMinutes, grant.closed.utcOffsetMinutes);
            QVERIFY(back->open.subject == back->open.signer);
            QCOMPARE(back->closed.shareHolders, grant.closed.shareHolders);
            QVERIFY(back->closed.extensions == grant.closed.extensions);
        }
    }

    void aGrantThatBreaksARuleIsNotMade() {
        using G = Grant &;
        const std::vector<std::function<void(G)>> breaks = {
            [](G g) { g.open.expiry = g.open.notBefore; },
            [](G g) { g.open.expiry = g.open.notBefore + longestGrant + 1; },
            [](G g) { g.open.notBefore = -1; },
            [](G g) { g.open.expiry = 253402300800; },
            [](G g) { g.open.uses = 0; },
            [](G g) { g.open.uses = 1001; },
            [](G g) { g.open.level = g.closed.scope.level = 0; },
            [](G g) { g.open.level = g.closed.scope.level = 6; },
            [](G g) { g.closed.scope.level = 2; },
            [](G g) { g.open.purpose = static_cast<Purpose>(0); },
            [](G g) { g.open.purpose = static_cast<Purpose>(8); },
            [](G g) { g.open.chainId.clear(); },
            [](G g) { g.open.chainId = std::string(33, 'a'); },
            [](G g) { g.open.chainId = "a b"; },
            [](G g) { g.open.delegations.resize(3); },
            [](G g) { g.closed.scope.kinds = 1U << kindCount; },
            [](G g) { g.closed.scope.kinds = 0; },
            [](G g) { g.closed.scope.from = g.closed.scope.until = 5; },
            [](G g) { g.closed.scope.until = 253402300800; },
            [](G g) { g.closed.scope.records.resize(2); },
            [](G g) {
                RecordName high;
                high.bytes[0] = 1;
                g.closed.scope.records = {high, {}};
            },
            [](G g) {
                g.closed.scope.records.resize(maxNamedRecords + 1);
                for (std::size_t i = 0; i <= maxNamedRecords; ++i) {
                    g.closed.scope.records[i].bytes[0] = static_cast<std::uint8_t>(i >> 8U);
                    g.closed.scope.records[i].bytes[1] = static_cast<std::uint8_t>(i);
                }
            },
            [](G g) { g.closed.scope.alwaysKinds = 1; }, // there are no dates
            [](G g) {
                g.closed.scope.from = 1;
                g.closed.scope.alwaysKinds = 1U << kindCount;
            },
            [](G g) { g.closed.scope.struckOut.resize(2); },
            [](G g) {
                g.closed.scope.kinds = 0;
                g.closed.scope.records.resize(1);
                g.closed.scope.struckOut = {RecordName{{1}}};
            },
            [](G g) {
                g.closed.scope.records.resize(1);
                g.closed.scope.struckOut.resize(1);
            },
            [](G g) { g.closed.shareHolders = 2; },
            [](G g) { g.closed.shareHolders = 8; },
            [](G g) { g.closed.extensions[1] = {Bytes{0}}; },
            [](G g) { g.closed.extensions[63] = {Bytes{0}}; },
            [](G g) { g.closed.openings.resize(3); },
            [](G g) { g.closed.sealedHalf.resize(257); },
            [](G g) { g.closed.textVersion = 0; },
            [](G g) { g.closed.eraseBy = g.open.notBefore; },
            [](G g) { g.closed.eraseBy = -1; },
            [](G g) { g.closed.nodes.resize(5, "a"); },
            [](G g) { g.closed.nodes = {""}; },
            [](G g) { g.closed.nodes = {std::string(65, 'a')}; },
            [](G g) { g.closed.nodes = {"a\nb"}; },
            [](G g) { g.closed.utcOffsetMinutes = 7; },
            [](G g) { g.closed.utcOffsetMinutes = 855; },
            [](G g) { g.closed.utcOffsetMinutes = -735; },
        };
        QCOMPARE(refusalOf([](G) {}), ErrorCode::None);
        for (std::size_t i = 0; i < breaks.size(); ++i)
            QVERIFY2(refusalOf(breaks[i]) == ErrorCode::GrantInvalid, std::to_string(i).c_str());
        // And the last values that are right.
        QCOMPARE(refusalOf([](G g) { g.open.expiry = g.open.notBefore + longestGrant; }),
                 ErrorCode::None);
        QCOMPARE(refusalOf([](G g) { g.open.uses = 1000; }), ErrorCode::None);
        QCOMPARE(refusalOf([](G g) { g.open.chainId = std::string(32, 'a'); }), ErrorCode::None);
        QCOMPARE(refusalOf([](G g) { g.closed.eraseBy = 0; }), ErrorCode::None);
    }

    // Genuine signatures over claims that break a rule.
    void aSignedBreachIsRefusedInReading() {
        const auto verdict = [](const Claims &c) { return codeOf(verifyPublicPart(c.sign())); };
        const auto with = [&](std::int64_t key, Bytes value) {
            Claims c;
            return verdict(c.set(key, std::move(value)));
        };
        QCOMPARE(verdict({}), ErrorCode::None);
        const std::vector<std::pair<std::int64_t, Bytes>> breaches = {
            {3, Claims::bytes(15)},
            {3, Claims::number(1)},
            {4, Claims::number(1000)},
            {4, Claims::number(-1)},
            {5, Claims::number(2000)},
            {7, Claims::bytes(17)},
            {-1, Claims::bytes(31)},
            {-2, Claims::number(0)},
            {-2, Claims::number(1001)},
            {-2, Claims::number(-1)},
            {-2, Claims::number(1LL << 32U)},
            {-3, Claims::number(0)},
            {-3, Claims::number(8)},
            {-3, Claims::number(257)},
            {-4, Claims::number(0)},
            {-4, Claims::number(6)},
            {-4, Claims::number(257)},
            {-5, Claims::bytes(1)},
            {-6, Claims::bytes(31)},
            {-5, cbor::Writer().text(std::string(33, 'a')).take()},
            {-5, cbor::Writer().text("").take()}};
        for (const auto &[key, value] : breaches)
            QVERIFY2(with(key, value) == ErrorCode::GrantMalformed, toHex(value).c_str());
        for (std::size_t i = 0; i < 10; ++i) {
            Claims missing;
            missing.items.erase(missing.items.begin() + static_cast<std::ptrdiff_t>(i));
            QCOMPARE(verdict(missing), ErrorCode::GrantMalformed);
        }
        for (const std::int64_t unknown : {-7, -8, -100}) {
            Claims more;
            more.items.emplace_back(unknown, Claims::number(1));
            QCOMPARE(verdict(more), ErrorCode::GrantMalformed);
        }
        // The signer's claim is another key's, never the subject's own.
        for (const std::uint8_t signer : std::to_array<std::uint8_t>({1, 2})) {
            Claims more;
            const VerifyKey key = verifyKeyOf(signingKeyOf(signer));
            more.items.emplace_back(-8, cbor::Writer().bytes(key.view()).take());
            QCOMPARE(verdict(more),
                     signer == 1 ? ErrorCode::GrantMalformed : ErrorCode::GrantForged);
        }
        Claims noDelegations;
        noDelegations.items.emplace_back(-7, cbor::Writer().array(0).take());
        QCOMPARE(verdict(noDelegations), ErrorCode::GrantMalformed);
    }

    void anotherSignatureIsAForgery() {
        Grant grant = exampleGrant();
        const auto made = signGrant(grant, signingKeyOf(1));
        auto message = cose::decodeSign1(made->publicPart);
        // The right claims, signed by another key, or by the right key for another context.
        for (const Bytes &part :
             {cose::sign1(signingKeyOf(2), message->payload, viewOf(grantSigningContext)),
              cose::sign1(signingKeyOf(1), message->payload, viewOf(delegationSigningContext)),
              cose::sign1(signingKeyOf(1), message->payload)}) {
            QCOMPARE(codeOf(verifyPublicPart(part)), ErrorCode::GrantForged);
            QCOMPARE(codeOf(verifyGrant({part, made->privatePart})), ErrorCode::GrantForged);
            QVERIFY(decodePublicPart(part).ok());
        }
    }

    // Nobody signs for a subject who did not let them.
    void theSubjectIsTheSignerUnlessSomebodyDelegated() {
        Claims c;
        c.set(-1, cbor::Writer().bytes(verifyKeyOf(signingKeyOf(2)).view()).take());
        const VerifyKey signer = verifyKeyOf(signingKeyOf(1));
        c.items.emplace_back(-8, cbor::Writer().bytes(signer.view()).take());
        QCOMPARE(codeOf(verifyPublicPart(c.sign())), ErrorCode::DelegationRefused);
    }

    // What a later Apricot may need to be understood is refused; what may be ignored is.
    void anUnknownCriticalExtensionIsRefused() {
        Grant grant = exampleGrant();
        grant.closed.extensions[64] = {cbor::Writer().integer(5).take()};
        auto made = *signGrant(grant, signingKeyOf(1));
        QVERIFY(verifyGrant(made).ok());
        // The private part ends with the map's one pair: 64 (two bytes) and 5.
        for (const std::uint8_t number : std::to_array<std::uint8_t>({24, 63})) {
            Bytes &part = made.privatePart;
            part[part.size() - 2] = number;
            grant.open.privateDigest = sha256({grant.closed.salt.view(), part});
            Claims c;
            c.set(-6, cbor::Writer().bytes(grant.open.privateDigest.view()).take());
            QCOMPARE(codeOf(verifyGrant({c.sign(), part})), ErrorCode::GrantTooNew);
        }
    }

    void partsOfTwoGrantsDoNotMix() {
        Grant one = exampleGrant(1), two = exampleGrant(2);
        const auto a = signGrant(one, signingKeyOf(1)), b = signGrant(two, signingKeyOf(1));
        QCOMPARE(codeOf(verifyGrant({a->publicPart, b->privatePart})), ErrorCode::GrantPartsDiffer);
        QCOMPARE(codeOf(verifyGrant({b->publicPart, a->privatePart})), ErrorCode::GrantPartsDiffer);
    }

    void aCutOrLongerGrantIsRefused() {
        Grant grant = exampleGrant();
        const Bytes whole = encodeGrant(*signGrant(grant, signingKeyOf(1)));
        for (std::size_t size = 0; size < whole.size(); ++size)
            QCOMPARE(codeOf(decodeGrant(ByteView(whole).first(size))), ErrorCode::GrantMalformed);
        Bytes longer = whole;
        longer.push_back(0);
        QCOMPARE(codeOf(decodeGrant(longer)), ErrorCode::GrantMalformed);
        QCOMPARE(codeOf(decodeGrant(Bytes(70000))), ErrorCode::GrantMalformed);
    }

    void textThatIsNoGrantIsToldApart() {
        Grant grant = exampleGrant();
        const std::string text = grantToText(*signGrant(grant, signingKeyOf(1)));
        QVERIFY(grantFromText(text).ok());
        for (const std::string &other :
             {std::string(), std::string("https://example.org"), "APRICOT:2:" + text.substr(10),
              " " + text, "apricot" + text.substr(7), "APRICOT:1:" + std::string(200000, 'A')})
            QCOMPARE(codeOf(grantFromText(other)), ErrorCode::NotAGrant);
        for (const std::string &broken :
             {std::string("APRICOT:1:"), text + "A", text + " ", text.substr(0, text.size() - 1)})
            QCOMPARE(codeOf(grantFromText(broken)), ErrorCode::GrantMalformed);
    }

    void fitsOneQrCode() {
        using namespace qrcodegen;
        Grant grant = largeGrant();
        const auto made = signGrant(grant, signingKeyOf(1));
        QVERIFY(made.ok());
        const std::size_t size = encodeGrant(*made).size();
        qInfo("the largest usual grant: %zu bytes", size);
        QVERIFY(size <= grantQrBudget);
        const auto versionOf = [](const std::string &text) {
            return QrCode::encodeSegments({QrSegment::makeAlphanumeric(text.c_str())},
                                          QrCode::Ecc::MEDIUM, 1, 40, -1, false)
                .getVersion();
        };
        QVERIFY(versionOf(grantToText(*made)) <= 22);
        // The budget is the true one: all of it fits, one byte more does not.
        const auto sized = [&](std::size_t bytes) {
            return versionOf(std::string(grantPrefix) + toBase45(Bytes(bytes, 0xa5)));
        };
        QCOMPARE(sized(grantQrBudget), 22);
        QCOMPARE(sized(grantQrBudget + 1), 23);
    }
};

APRICOT_TEST(TestGrant)
#include "test_grant.moc"
