// SPDX-License-Identifier: GPL-3.0-or-later
// A request by relay: who carries it learns nothing of it but one of a few sizes, and can change
// neither it nor its answer unnoticed.
#include "crypto/crypto.h"
#include "crypto/seal.h"
#include "crypto/system_random.h"
#include "gateway/nodes.h"
#include "gateway/relay.h"
#include "gateway/routes.h"
#include "program/test_program.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace apricot;
using namespace apricot::gateway;

namespace {

OpenKey keyOf(Random &random) {
    OpenKey key;
    random.fill(key.writable());
    return key;
}

// The relay: another operator's node, and all that it sees.
const FixedClock fixedNow{1'800'000'000};

class Carrier final : public net::HttpClient {
  public:
    Carrier(const OpenKey &node, Random &random) : m_node(node), m_random(random) {}
    std::string name() const override { return "carrier"; }
    Result<net::HttpAnswer> send(const net::HttpRequest &request) override {
        seen.push_back(request);
        Bytes wire = request.body;
        if (changeRequest) wire.back() ^= 1U;
        const auto opened = openRequest(m_node, wire);
        if (!opened) return net::HttpAnswer{misfitStatus, {}, {}};
        heard.push_back(opened->request);
        auto answer = sealAnswer(opened->answerKey,
                                 {200, Bytes(answerBytes, 7), "application/cbor"}, m_random);
        if (changeAnswer) answer->back() ^= 1U;
        answerSizes.insert(answer->size());
        return net::HttpAnswer{200, std::move(answer).value(), {}};
    }
    std::vector<net::HttpRequest> seen, heard;
    std::set<std::size_t> answerSizes;
    std::size_t answerBytes = 10;
    bool changeRequest = false, changeAnswer = false;

  private:
    const OpenKey &m_node;
    Random &m_random;
};

} // namespace

class TestRelay : public QObject {
    Q_OBJECT
    SeededRandom m_random{11};

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void theNodeHearsWhatAndTheRelayOnlyThat() {
        const OpenKey node = keyOf(m_random);
        Carrier carrier(node, m_random);
        const auto phone = relayedThrough(carrier, "b", sealKeyOf(node), fixedNow, m_random);
        std::set<std::size_t> sizes;
        for (const std::string path : {"/v1/states?prefix=a0&bits=3", "/v1/ledger"}) {
            const auto answer = phone->send({"GET", path, Bytes(path.size() * 3, 1), "192.0.2.7"});
            QVERIFY(answer && answer->status == 200 && answer->body == Bytes(10, 7));
            QCOMPARE(carrier.heard.back().path, path);
            QVERIFY(carrier.heard.back().from.empty());
            const Bytes &wire = carrier.seen.back().body;
            QVERIFY(std::ranges::search(wire, viewOf(path)).empty());
            QCOMPARE(carrier.seen.back().path, std::string("/v1/relay?to=b"));
            sizes.insert(wire.size());
            carrier.answerBytes = 3000;
            QVERIFY(phone->send({"GET", path, {}, {}})->body.size() == 3000);
            carrier.answerBytes = 10;
        }
        QCOMPARE(sizes.size(), std::size_t{1});               // all short questions look alike
        QCOMPARE(carrier.answerSizes.size(), std::size_t{1}); // and all short answers
        // The same question twice is not the same to the relay.
        QVERIFY(carrier.seen[0].body != carrier.seen[1].body);
    }

    void whatIsChangedOnTheWayIsRefused() {
        const OpenKey node = keyOf(m_random);
        Carrier carrier(node, m_random);
        const auto phone = relayedThrough(carrier, "b", sealKeyOf(node), fixedNow, m_random);
        carrier.changeAnswer = true;
        QCOMPARE(phone->send({"GET", "/", {}, {}}).error().code, ErrorCode::CiphertextRejected);
        carrier.changeAnswer = false;
        carrier.changeRequest = true;
        QCOMPARE(phone->send({"GET", "/", {}, {}})->status, misfitStatus);
        QCOMPARE(carrier.heard.size(), std::size_t{1});
    }

    // By relay as long as directly: the relay, which cannot see what it carries, as long as the
    // longest; whoever asks it a little longer, so that it is the relay that says who is silent.
    void whatWaitsForABlockIsWaitedForAsLongByRelay() {
        const OpenKey node = keyOf(m_random);
        Carrier carrier(node, m_random);
        gateway::Node by(relayedThrough(carrier, "b", sealKeyOf(node), fixedNow, m_random));
        const auto relaysOwn = bounded({"POST", "/v1/relayed", {}, {}}).within;
        QVERIFY(relaysOwn > net::ClientOptions().answering);
        for (const RouteLimits &route : routes) {
            if (!goesByRelay(route)) continue;
            const std::string path(route.path);
            static_cast<void>(route.method == "GET" ? by.get(path) : by.post(path, {}));
            const auto waited = carrier.seen.back().within;
            QVERIFY2(route.within.count() == 0 ? waited.count() == 0
                                               : relaysOwn >= route.within && waited > relaysOwn,
                     path.c_str());
        }
        static_cast<void>(by.get("/v1/ledger", std::chrono::seconds(2)));
        QCOMPARE(carrier.seen.back().within, std::chrono::seconds(2) + carryingTakes);
    }

    void badInputIsRefused() {
        const OpenKey node = keyOf(m_random);
        const OpenKey other = keyOf(m_random);
        const auto sealed =
            sealRequest(sealKeyOf(node), {"GET", "/v1/ledger", {}, {}}, fixedNow.now(), m_random);
        QVERIFY(sealed.ok());
        QVERIFY(openRequest(node, sealed->wire).ok());
        QVERIFY(!openRequest(other, sealed->wire).ok());
        for (std::size_t length = 0; length < sealed->wire.size(); length += 37)
            QVERIFY(!openRequest(node, ByteView(sealed->wire).first(length)).ok());
        QVERIFY(!openRequest(node, Bytes(largestRelayed + 1, 0)).ok());
        // Too large to be padded.
        QVERIFY(!sealRequest(sealKeyOf(node), {"POST", "/", Bytes(65536, 1), {}}, fixedNow.now(),
                             m_random)
                     .ok());
        QVERIFY(!sealAnswer(sealed->answerKey, {200, Bytes(5U << 20U, 1), {}}, m_random).ok());
        // An answer to another request is none to this one.
        const auto second =
            sealRequest(sealKeyOf(node), {"GET", "/", {}, {}}, fixedNow.now(), m_random);
        const auto answer = sealAnswer(second->answerKey, {200, {1}, {}}, m_random);
        QVERIFY(!openAnswer(sealed->answerKey, *answer).ok());
        QVERIFY(openAnswer(second->answerKey, *answer).ok());
        // Rightly sealed, and no answer.
        for (const Bytes &content :
             {Bytes{}, Bytes{0xff}, Bytes{0x83, 0x18}, Bytes{0x81, 0x01}, // cut; of other fields
              Bytes{0x83, 0x18, 0x63, 0x60, 0x40},                        // status 99
              Bytes{0x83, 0x18, 0xc8, 0x60, 0x40, 0x00},                  // and more behind it
              Bytes{0x83, 0x18, 0xc8, 0x40, 0x60}}) {
            Bytes whole;
            append(whole, bigEndian<4>(content.size()));
            append(whole, content);
            whole.resize(relayedAnswerSizes.front(), 0);
            const Bytes wire =
                encrypt(second->answerKey, whole, viewOf("apricot relayed answer 1"), m_random);
            QCOMPARE(openAnswer(second->answerKey, wire).error().code,
                     ErrorCode::GatewayMessageMalformed);
        }
    }
};

APRICOT_TEST(TestRelay)
#include "test_relay.moc"
