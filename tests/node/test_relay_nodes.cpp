// SPDX-License-Identifier: GPL-3.0-or-later
// Two real nodes: one carries what is sealed to the other. Between them and the phone, and in their
// places, a third that looks at all that it is given and lies about it.
#include "codec/cbor.h"
#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/system_random.h"
#include "exchange/host_keys.h"
#include "gateway/nodes.h"
#include "gateway/relay.h"
#include "gateway/relay_server.h"
#include "ledger/embedded_ledger.h"
#include "ledger/node_state.h"
#include "ledger/parties.h"
#include "net/raw_client.h"
#include "net/raw_server.h"

#include "program/test_program.h"
#include <QProcess>

#include <QtTest>
#include <algorithm>

using namespace apricot;
using gateway::relayedThrough;

namespace {

// A clinic's node in a process of its own.
struct Process {
    QTemporaryDir folder;
    QProcess process;
    SystemClock clock;
    int port = 0;
    NodeId id;
    SealKey key; // this month's

    [[nodiscard]] std::string in(const char *name) const {
        return folder.filePath(QLatin1String(name)).toStdString();
    }
    explicit Process(Parties &parties, const std::vector<std::pair<NodeId, int>> &named = {}) {
        auto made = createEmbeddedLedger(in("ledger"), parties.genesis(), clock, parties.random);
        if (!made) qFatal("ledger");
        const auto must = [&](Action action) {
            const auto outcome = (*made)->submit(signTransaction(
                makeTransaction(parties.chainId, std::move(action), clock, parties.random),
                parties.admin));
            if (!outcome || !outcome->accepted()) qFatal("not accepted");
        };
        must(RegisterOrganisation{parties.organisation()});
        for (const auto &[node, at] : named)
            must(RegisterNode{node, apricot::Node{parties.clinic,
                                                  {parties.clinic},
                                                  "http://127.0.0.1:" + std::to_string(at),
                                                  NodeStatus::Active}});
        made->reset();
        start();
    }
    void start() {
        process.setReadChannel(QProcess::StandardError);
        process.start(QStringLiteral(APRICOT_BIN_DIR "/apricot-node"),
                      {QStringLiteral("--ledger"), folder.filePath(QStringLiteral("ledger")),
                       QStringLiteral("--mailbox"), folder.filePath(QStringLiteral("mailbox")),
                       QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
        QByteArray line;
        while (!line.endsWith('\n') && process.waitForReadyRead(20'000))
            line += process.readAllStandardError();
        port = line.mid(line.lastIndexOf("127.0.0.1:") + 10).split('"').front().toInt();
        if (!line.contains("started") || port == 0) qFatal("%s", line.constData());
        auto keys = HostKeys::open(in("ledger") + "/host-keys", clock);
        if (!keys) qFatal("keys");
        id = (*keys)->id();
        key = sealKeyOf(**(*keys)->keyOf(monthOf(clock.now())));
        if (!line.contains(toHex(id.view()).c_str())) qFatal("it does not say its name");
    }
    ~Process() { stop(); }
    void stop() {
        process.terminate();
        process.waitForFinished(10'000);
    }
    [[nodiscard]] std::string name() const { return toHex(id.view()); }
    [[nodiscard]] std::unique_ptr<net::HttpClient> client() const {
        return std::move(net::connectHttp("http://127.0.0.1:" + std::to_string(port))).value();
    }
};

// In a node's place: keeps all that it is given.
struct Watcher {
    std::vector<net::HttpRequest> seen;
    net::HttpAnswer answer{200, Bytes(5000, 3), {}};
    std::unique_ptr<net::HttpServer> server =
        std::move(net::serveHttp(
                      {},
                      [](const net::HttpRequest &, std::uint64_t) {
                          return net::Judgement{std::nullopt, 8U << 20U};
                      },
                      [this](net::HttpRequest &request) {
                          seen.push_back(request);
                          return answer;
                      }))
            .value();
};

// In a relay's place: goes straight to the node, and does to what it carries what it likes.
struct Liar final : net::HttpClient {
    explicit Liar(const Process &node) : to(node.client()) {}
    std::unique_ptr<net::HttpClient> to;
    std::function<void(Bytes &)> request, answer;
    bool twice = false;
    Bytes sent, first;
    [[nodiscard]] std::string name() const override { return "liar"; }
    Result<net::HttpAnswer> send(const net::HttpRequest &asked) override {
        sent = asked.body;
        if (request) request(sent);
        if (twice) (void)to->send({"POST", "/v1/relayed", sent, {}});
        auto got = to->send({"POST", "/v1/relayed", sent, {}});
        if (got && answer) answer(got->body);
        if (got && first.empty()) first = got->body;
        return got;
    }
};

} // namespace

class TestRelayNodes : public QObject {
    Q_OBJECT
    SystemRandom m_random;
    SystemClock m_clock;
    Parties m_parties;

    [[nodiscard]] SealKey sealingKey() {
        OpenKey key;
        m_random.fill(key.writable());
        return sealKeyOf(key);
    }

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void oneNodeCarriesWhatAnotherAnswers() {
        Parties others;
        others.chainId = "the-other-chain";
        const Process b(others);
        const Process a(m_parties, {{b.id, b.port}});
        const auto relay = a.client();
        gateway::Node node(relayedThrough(*relay, b.name(), b.key, m_clock, m_random));
        QElapsedTimer timer;
        timer.start();
        const auto described = node.describe();
        QVERIFY2(described.ok(), described ? "" : described.error().detail.c_str());
        QCOMPARE(described->chainId, others.chainId); // b's own answer
        QVERIFY(node.queryPrefix(prefixOf(sha256(nodeIndexKey()), 0)).ok());
        qInfo("carried twice in %lld ms", static_cast<long long>(timer.elapsed()));
        // The same routes and sizes as directly, and its errors come as they are.
        QCOMPARE(node.get("/v1/nothing").error().code, ErrorCode::GatewayNoSuchRequest);
        QCOMPARE(node.post("/v1/transactions", Bytes(30'000, 1)).error().code,
                 ErrorCode::GatewayRequestMalformed);
        QCOMPARE(node.post("/v1/packages", Bytes(70'000, 1)).error().code,
                 ErrorCode::GatewayMessageMalformed); // does not go by relay
        // No open proxy: nobody whom the state does not name, nor the relay itself.
        for (const std::string &to :
             {a.name(), std::string(64, '0'), std::string("127.0.0.1:80"), std::string()}) {
            gateway::Node nowhere(relayedThrough(*relay, to, b.key, m_clock, m_random));
            QCOMPARE(nowhere.describe().error().code, ErrorCode::RelayUnavailable);
        }
        // Sealed to a key that is not b's.
        gateway::Node wrong(relayedThrough(*relay, b.name(), sealingKey(), m_clock, m_random));
        QCOMPARE(wrong.describe().error().code, ErrorCode::GatewayMessageMalformed);
        // More than can be sealed is refused before it is read.
        const auto large = relay->send({"POST", "/v1/relay?to=" + b.name(), Bytes(70'000, 1), {}});
        QCOMPARE(large->status, 413);
    }

    void theNodeSeesTheRelayAndTheRelayNothing() {
        Watcher watcher;
        const auto id = randomFixed<NodeId>(m_random);
        const auto gone = randomFixed<NodeId>(m_random);
        const Process a(m_parties, {{id, watcher.server->port()}, {gone, 1}});
        const auto sealed = gateway::sealRequest(
            sealingKey(), {"POST", "/v1/messages", Bytes(32, 0x41), {}}, m_clock.now(), m_random);
        {
            RawClient phone(a.port, "127.0.0.9");
            phone.send("POST /v1/relay?to=" + toHex(id.view())
                       + " HTTP/1.1\r\nContent-Length: " + std::to_string(sealed->wire.size())
                       + "\r\n\r\n" + std::string(textOf(sealed->wire)));
            QCOMPARE(phone.status(), 200);
        }
        QCOMPARE(watcher.seen.size(), std::size_t{1});
        const net::HttpRequest &seen = watcher.seen.front();
        QCOMPARE(seen.from, std::string("127.0.0.1")); // a's, not the phone's
        QCOMPARE(seen.path, std::string("/v1/relayed"));
        // What a carried is what the phone sealed: in it neither path nor body.
        QVERIFY(seen.body == sealed->wire);
        QVERIFY(std::ranges::search(seen.body, viewOf("/v1/messages")).empty());
        QVERIFY(std::ranges::search(seen.body, Bytes(32, 0x41)).empty());
        // An answer that is none of ours.
        const auto relay = a.client();
        gateway::Node node(
            relayedThrough(*relay, toHex(id.view()), sealingKey(), m_clock, m_random));
        QCOMPARE(node.describe().error().code, ErrorCode::CiphertextRejected);
        watcher.answer.body = Bytes(gateway::relayedAnswerSizes.back() + 2000, 1);
        QCOMPARE(node.describe().error().code, ErrorCode::AnswerTooLarge);
        gateway::Node silent(
            relayedThrough(*relay, toHex(gone.view()), sealingKey(), m_clock, m_random));
        QCOMPARE(silent.describe().error().code, ErrorCode::NodeUnreachable);
    }

    // A node that gives its answer byte by byte, without end.
    void aRelayEndsThoughTheNodeItAsksDoesNot() {
        RawServer dripping([](const RawServer::Say &say) {
            if (say("HTTP/1.1 200 OK\r\nX: ")) drip(say);
        });
        const auto id = randomFixed<NodeId>(m_random);
        Process a(m_parties, {{id, dripping.port}});
        RawClient phone(a.port);
        phone.send("POST /v1/relay?to=" + toHex(id.view())
                   + " HTTP/1.1\r\nContent-Length: 4\r\n\r\nabcd");
        QTRY_VERIFY(dripping.said > 20);
        QElapsedTimer timer;
        timer.start();
        a.process.terminate();
        QVERIFY(a.process.waitForFinished(20'000));
        QCOMPARE(a.process.exitCode(), 0);
        qInfo("ended in %lld ms", static_cast<long long>(timer.elapsed()));
        QVERIFY(timer.elapsed() < 4500); // and not the 5 s of what has begun
    }

    void whoSendsGarbageThroughARelayShutsHimselfOff() {
        const Process b(m_parties);
        Watcher watcher;
        const auto other = randomFixed<NodeId>(m_random);
        const Process a(m_parties, {{b.id, b.port}, {other, watcher.server->port()}});
        const auto carried = [&](const char *from, const NodeId &to, std::size_t bytes) {
            RawClient phone(a.port, from);
            phone.send("POST /v1/relay?to=" + toHex(to.view()) + " HTTP/1.1\r\nContent-Length: "
                       + std::to_string(bytes) + "\r\n\r\n" + std::string(bytes, 'x'));
            return phone.status();
        };
        int reached = 0;
        for (int i = 0; i < 40; ++i) reached += carried("127.0.0.9", b.id, 1000) == 421 ? 1 : 0;
        QCOMPARE(reached, 8);
        QCOMPARE(carried("127.0.0.9", b.id, 1000), 404);
        // To that node alone, and nobody else.
        QCOMPARE(carried("127.0.0.9", other, 1000), 200);
        const auto relay = a.client();
        gateway::Node node(relayedThrough(*relay, b.name(), b.key, m_clock, m_random));
        QVERIFY(node.describe().ok());
        // What is not refused costs the relay's own rate at the node: a machine has its part of it.
        watcher.seen.clear();
        int busy = 0;
        for (int i = 0; i < 12; ++i) busy += carried("127.0.0.8", other, 60'000) == 503 ? 1 : 0;
        QVERIFY(busy >= 3);
        QVERIFY(watcher.seen.size() >= 8);
        QCOMPARE(carried("127.0.0.7", other, 60'000), 200);
        QVERIFY(node.describe().ok());
    }

    // What came whole to the node is answered, sealed, and counts against nobody; nor does a clock
    // that goes wrong, which is named.
    void onlyWhatIsNotForANodeCountsAgainstWhoSentIt() {
        const Process b(m_parties);
        const Process a(m_parties, {{b.id, b.port}});
        const auto relay = a.client();
        gateway::Node node(relayedThrough(*relay, b.name(), b.key, m_clock, m_random));
        struct Off final : Clock {
            UnixTime by = 0;
            [[nodiscard]] UnixTime now() const override { return SystemClock().now() + by; }
        } off;
        gateway::Node wrong(relayedThrough(*relay, b.name(), b.key, off, m_random));
        const auto codeOf = [](const Result<Bytes> &got) {
            return got ? ErrorCode::None : got.error().code;
        };
        const struct {
            std::function<ErrorCode()> ask;
            ErrorCode code;
        } rows[] = {
            {[&] {
                 off.by = -gateway::relayedWithin - 5;
                 return codeOf(wrong.get("/v1/ledger"));
             },
             ErrorCode::TransactionExpired},
            {[&] {
                 off.by = gateway::relayedWithin + 5;
                 return codeOf(wrong.get("/v1/ledger"));
             },
             ErrorCode::TransactionTooLongLived},
            {[&] {
                 off.by = gateway::relayedWithin - 5;
                 return codeOf(wrong.get("/v1/ledger"));
             },
             ErrorCode::None},
            // A relay by relay, and what might be larger than can be sealed: not asked at all.
            {[&] { return codeOf(node.post("/v1/relay?to=" + a.name(), Bytes(50, 1))); },
             ErrorCode::GatewayNoSuchRequest},
            {[&] { return codeOf(node.post("/v1/relayed", Bytes(50, 1))); },
             ErrorCode::GatewayNoSuchRequest},
            {[&] { return codeOf(node.get("/v1/events?from=1")); },
             ErrorCode::GatewayNoSuchRequest},
            {[&] { return codeOf(node.post("/v1/packages/collect", Bytes(50, 1))); },
             ErrorCode::GatewayNoSuchRequest},
            // What the node cannot read.
            {[&] { return codeOf(node.get("/v1/states?prefix=zz&bits=3")); },
             ErrorCode::GatewayRequestMalformed},
            {[&] { return codeOf(node.post("/v1/transactions", {})); },
             ErrorCode::GatewayRequestMalformed},
        };
        for (const auto &row : rows)
            for (int i = 0; i < 10; ++i) QCOMPARE(row.ask(), row.code);
        // One a second time: only whoever sealed it is told.
        const auto sealed =
            gateway::sealRequest(b.key, {"GET", "/v1/ledger", {}, {}}, m_clock.now(), m_random);
        for (int i = 0; i < 10; ++i) {
            const auto got = relay->send({"POST", "/v1/relay?to=" + b.name(), sealed->wire, {}});
            QCOMPARE(got->status, 200);
            QCOMPARE(gateway::openAnswer(sealed->answerKey, got->body)->status, i == 0 ? 200 : 400);
        }
        QVERIFY(node.describe().ok());
    }

    // One machine fills neither the memory of what was answered nor the places of what is carried.
    void oneMachineLeavesRoomForOthers() {
        QTemporaryDir folder;
        const std::string in = folder.path().toStdString();
        const auto ledger = createEmbeddedLedger(in + "/ledger", m_parties.genesis(),
                                                 m_parties.clock, m_parties.random);
        const auto keys = HostKeys::open(in + "/host-keys", m_parties.clock);
        QVERIFY(ledger.ok() && keys.ok());
        gateway::RelayLimits limits;
        limits.remembered = 16;
        FixedClock &clock = m_parties.clock;
        gateway::RelayServer server(**ledger, **keys, clock, {}, limits);
        const SealKey key = sealKeyOf(**(*keys)->keyOf(monthOf(clock.now())));
        const auto ask = [&](const char *from, UnixTime at) {
            const auto sealed =
                gateway::sealRequest(key, {"GET", "/v1/ledger", {}, {}}, at, m_random);
            const auto admitted = server.admit(*server.open(sealed->wire), from);
            return admitted ? ErrorCode::None : admitted.error().code;
        };
        int answered = 0;
        for (int i = 0; i < 20; ++i)
            answered += ask("192.0.2.1", clock.now()) == ErrorCode::None ? 1 : 0;
        QCOMPARE(answered, 8);
        QCOMPARE(ask("192.0.2.1", clock.now()), ErrorCode::NodeBusy);
        QCOMPARE(ask("192.0.2.2", clock.now()), ErrorCode::None);
        // What is older than the program may have been answered before it.
        QCOMPARE(ask("192.0.2.2", clock.now() - 1), ErrorCode::NodeBusy);
        clock.advance(gateway::relayedWithin + 1); // and then the old ones are forgotten
        QCOMPARE(ask("192.0.2.1", clock.now()), ErrorCode::None);
    }

    void oneRequestIsAnsweredOnceOverARestart() {
        Process b(m_parties);
        const auto sealed =
            gateway::sealRequest(b.key, {"GET", "/v1/ledger", {}, {}}, m_clock.now(), m_random);
        const net::HttpRequest request{"POST", "/v1/relayed", sealed->wire, {}};
        const auto status = [&] {
            const auto carried = b.client()->send(request);
            const auto inner = gateway::openAnswer(sealed->answerKey, carried->body);
            return inner ? inner->status : -1;
        };
        QCOMPARE(status(), 200);
        QCOMPARE(status(), 400);
        const UnixTime asked = m_clock.now();
        b.stop();
        while (m_clock.now() == asked) QTest::qWait(50); // a time is in whole seconds
        b.start();
        QCOMPARE(status(), 503); // asked anew, it is answered
    }

    void aLyingRelayIsOneClearError() {
        const Process b(m_parties);
        Liar liar(b);
        gateway::Node node(relayedThrough(liar, b.name(), b.key, m_clock, m_random));
        QVERIFY(node.describe().ok());
        const auto saysOf = [&](std::function<void(Bytes &)> request,
                                std::function<void(Bytes &)> answer) {
            liar.request = std::move(request);
            liar.answer = std::move(answer);
            const auto got = node.describe();
            return got ? ErrorCode::None : got.error().code;
        };
        const auto bit = [](Bytes &bytes) { bytes[bytes.size() / 2] ^= 1U; };
        const auto cut = [](Bytes &bytes) { bytes.resize(bytes.size() / 2); };
        const auto none = [](Bytes &bytes) { bytes.clear(); };
        for (const std::function<void(Bytes &)> &lie :
             std::initializer_list<std::function<void(Bytes &)>>{bit, cut, none}) {
            QCOMPARE(saysOf(lie, {}), ErrorCode::GatewayMessageMalformed);
            QCOMPARE(saysOf({}, lie), ErrorCode::CiphertextRejected);
        }
        // An answer of before, and one request twice.
        QCOMPARE(saysOf({}, [&](Bytes &bytes) { bytes = liar.first; }),
                 ErrorCode::CiphertextRejected);
        liar.twice = true;
        QCOMPARE(saysOf({}, {}), ErrorCode::GatewayMessageMalformed);
        liar.twice = false;
        QCOMPARE(saysOf({}, {}), ErrorCode::None);
    }
};

APRICOT_TEST(TestRelayNodes)
#include "test_relay_nodes.moc"
