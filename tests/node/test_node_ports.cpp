// SPDX-License-Identifier: GPL-3.0-or-later
// A real apricot-node, and what strangers do to its ports, and a second node on what is the
// first's.
#include "codec/compress.h"
#include "crypto/crypto.h"
#include "gateway/messages.h"
#include "gateway/remote_mailbox.h"
#include "gateway/routes.h"
#include "ledger/embedded_ledger.h"
#include "ledger/parties.h"
#include "net/raw_client.h"

#include "program/test_program.h"
#include <QProcess>

#include <QtTest>
#include <fstream>
#include <sys/resource.h>
#include <sys/un.h>
#include <thread>

using namespace apricot;

namespace {

// core/net/README.md says so.
constexpr std::size_t mostMemory = std::size_t{768} << 10U; // KiB

std::string text(const QString &string) {
    return string.toStdString();
}

struct Scene {
    QTemporaryDir folder;
    Parties parties;
    QProcess node;
    int port = 0;

    [[nodiscard]] QString in(const char *name) const {
        return folder.filePath(QLatin1String(name));
    }
    Scene() {
        if (!createEmbeddedLedger(text(in("ledger")), parties.genesis(), parties.clock,
                                  parties.random))
            qFatal("ledger");
    }
    ~Scene() {
        node.terminate();
        if (node.state() != QProcess::NotRunning) node.waitForFinished(10'000);
    }
    [[nodiscard]] static QStringList embedded(const QString &ledger, const QString &mailbox,
                                              int port = 0) {
        return {QStringLiteral("--ledger"),  ledger,
                QStringLiteral("--mailbox"), mailbox,
                QStringLiteral("--listen"),  QStringLiteral("127.0.0.1:%1").arg(port)};
    }
    // Its first line; with the port that it got.
    static QByteArray begin(QProcess &process, const QStringList &words) {
        process.setReadChannel(QProcess::StandardError);
        process.start(QStringLiteral(APRICOT_BIN_DIR "/apricot-node"), words);
        QByteArray line;
        while (!line.endsWith('\n') && process.waitForReadyRead(20'000))
            line += process.readAllStandardError();
        return line;
    }
    void start(const QStringList &more = {}) {
        const QByteArray line = begin(node, embedded(in("ledger"), in("mailbox")) + more);
        const auto at = line.lastIndexOf("127.0.0.1:");
        port = line.mid(at + 10).split('"').front().toInt();
        if (!line.contains("started") || port == 0) qFatal("%s", line.constData());
    }
    // KiB.
    [[nodiscard]] std::size_t peak() const {
        std::ifstream status("/proc/" + std::to_string(node.processId()) + "/status");
        for (std::string line; std::getline(status, line);)
            if (line.starts_with("VmHWM:")) return std::stoul(line.substr(6));
        return 0;
    }
};

std::string post(const std::string &path, std::size_t length, const std::string &more = {}) {
    return "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + more
           + "Content-Length: " + std::to_string(length) + "\r\n\r\n";
}

} // namespace

class TestNodePorts : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        if (!startCrypto()) qFatal("crypto");
        rlimit files{};
        getrlimit(RLIMIT_NOFILE, &files);
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }

    void whatIsPackedCostsNothing() {
        Scene s;
        s.start();
        const std::size_t before = s.peak();
        const Bytes zeros(std::size_t{64} << 20U, 0);
        const Bytes packed = gzip(zeros);
        RawClient client(s.port);
        client.send(post("/v1/transactions", packed.size(), "Content-Encoding: gzip\r\n"));
        client.send(textOf(packed));
        QCOMPARE(client.status(), 415);
        RawClient chunks(s.port, "127.0.0.2");
        chunks.send("POST /v1/transactions HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
        const std::string chunk = "100000\r\n" + std::string(1U << 20U, 'x') + "\r\n";
        for (int i = 0; i < 30 && chunks.send(chunk); ++i) {
        }
        QCOMPARE(chunks.status(), 411);
        qInfo("%zu KiB before, %zu KiB after", before, s.peak());
        QVERIFY(s.peak() < before + 4096);
    }

    // From forty addresses: as much as each may of everything, all at once.
    void aFloodStaysWithinTheBound() {
        Scene s;
        s.start();
        const std::string block(1U << 20U, 'x');
        std::vector<RawClient> clients;
        for (int i = 0; i < 400; ++i) {
            const std::string from = "127.0.1." + std::to_string(1 + i % 40);
            RawClient client(s.port, from.c_str());
            switch (i % 4) {
            case 0: // large ones, whole but for the end
                if (client.send(post("/v1/packages", std::size_t{60} << 20U)))
                    for (int m = 0; m < 59 && client.send(block); ++m) {
                    }
                break;
            case 1:
                client.send(post("/v1/transactions", 16'384) + block.substr(0, 16'000));
                break;
            case 2:
                client.send("GET /" + block.substr(0, 8000));
                break;
            default: // small ones, answered
                client.send(post("/v1/messages", 40) + std::string(40, 'x'));
            }
            clients.push_back(std::move(client));
        }
        RawClient nurse(s.port, "127.0.0.9");
        const auto start = std::chrono::steady_clock::now();
        nurse.send("GET /v1/ledger HTTP/1.1\r\n\r\n");
        QCOMPARE(nurse.status(), 200);
        const auto took = std::chrono::steady_clock::now() - start;
        qInfo("%zu KiB at most; another is answered in %lld ms", s.peak(),
              static_cast<long long>(
                  std::chrono::duration_cast<std::chrono::milliseconds>(took).count()));
        QVERIFY(s.peak() < mostMemory);
    }

    void oneMachinesRateIsJudgedBeforeItsBodies() {
        Scene s;
        s.start({QStringLiteral("--requests-per-second"), QStringLiteral("1")});
        for (const auto &[from, path] :
             {std::pair("127.0.0.1", "/v1/packages"), std::pair("127.0.0.3", "/v1/relayed")}) {
            int limited = 0;
            for (int i = 0; i < 12; ++i) {
                RawClient client(s.port, from);
                client.send(post(path, 50'000)); // and no body
                limited += client.status(200) == 429 ? 1 : 0;
            }
            QVERIFY(limited >= 2);
        }
        RawClient other(s.port, "127.0.0.2");
        other.send("GET /v1/ledger HTTP/1.1\r\n\r\n");
        QCOMPARE(other.status(), 200);
    }

    void itsLogHoldsNoKeys() {
        Scene s;
        s.start();
        gateway::Nodes nodes;
        auto http = net::connectHttp("http://127.0.0.1:" + std::to_string(s.port));
        nodes.push_back(std::make_unique<gateway::Node>(std::move(http).value()));
        gateway::RemoteMailbox mailbox(nodes);
        const auto inbox = randomFixed<SealKey>(s.parties.random);
        QVERIFY(mailbox.post(inbox, Bytes{1, 2}).ok());
        QCOMPARE(mailbox.fetch(inbox)->size(), 1U);
        s.node.terminate();
        QVERIFY(s.node.waitForFinished(10'000));
        const QByteArray log = s.node.readAllStandardError() + s.node.readAllStandardOutput();
        QVERIFY(!log.contains(toHex(inbox.view()).c_str()));
    }

    void aSecondNodeOnTheSameFoldersOrPortEndsWithOneError_data() {
        QTest::addColumn<QString>("ledger");
        QTest::addColumn<QString>("mailbox");
        QTest::addColumn<bool>("samePort");
        QTest::addColumn<QByteArray>("error");
        const QString own = QStringLiteral("ledger");
        const QString box = QStringLiteral("mailbox");
        const QString other = QStringLiteral("other");
        QTest::newRow("ledger") << own << other << false << QByteArray("InUseElsewhere");
        QTest::newRow("mailbox") << other << box << false << QByteArray("InUseElsewhere");
        QTest::newRow("port") << other << other << true << QByteArray("HttpServerUnavailable");
    }
    void aSecondNodeOnTheSameFoldersOrPortEndsWithOneError() {
        QFETCH(QString, ledger);
        QFETCH(QString, mailbox);
        QFETCH(bool, samePort);
        QFETCH(QByteArray, error);
        Scene s;
        QVERIFY(createEmbeddedLedger(text(s.in("other")), s.parties.genesis(), s.parties.clock,
                                     s.parties.random)
                    .ok());
        s.start();
        QProcess second;
        const QByteArray said = Scene::begin(second, Scene::embedded(s.folder.filePath(ledger),
                                                                     s.folder.filePath(mailbox),
                                                                     samePort ? s.port : 0));
        QVERIFY(second.waitForFinished(10'000));
        QCOMPARE(second.exitCode(), 1);
        QVERIFY2(said.contains(error), said.constData());
        RawClient still(s.port);
        still.send("GET /v1/ledger HTTP/1.1\r\n\r\n");
        QCOMPARE(still.status(), 200);
    }

    void aKilledNodesLockStopsNobody() {
        Scene s;
        s.start();
        s.node.kill();
        QVERIFY(s.node.waitForFinished(10'000));
        s.start();
    }

    // Who it was stands beside its packages: keys that are gone or damaged are missed at a start.
    void withoutItsKeysItDoesNotBecomeAnother() {
        Scene s;
        s.start();
        const QString keys = s.in("ledger") + QStringLiteral("/host-keys");
        const auto stop = [&] {
            s.node.terminate();
            QVERIFY(s.node.waitForFinished(10'000));
        };
        stop();
        const auto refused = [&](const char *what) {
            const QByteArray said =
                Scene::begin(s.node, Scene::embedded(s.in("ledger"), s.in("mailbox")));
            QVERIFY(s.node.waitForFinished(10'000));
            QCOMPARE(s.node.exitCode(), 1);
            QVERIFY2(said.contains("HostKeysDamaged") && said.contains(what), said.constData());
        };
        QVERIFY(QFile::rename(keys, s.in("kept")));
        refused("is gone");
        QVERIFY(!QFile::exists(keys));
        QVERIFY(QFile::copy(s.in("kept"), keys));
        QFile file(keys);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(20) && file.write("x", 1) == 1);
        file.close();
        refused("host-keys");
        QVERIFY(QFile::remove(keys) && QFile::copy(s.in("kept"), keys));
        s.start();
        stop();
        QVERIFY(QFile::remove(keys) && QFile::remove(s.in("mailbox") + QStringLiteral("/node-id")));
        s.start(); // as another, since somebody wants it so
    }

    // The ledger here was begun in January 2027, whatever the machine's clock says.
    void itsKeysTurnByTheLedgersTime() {
        Scene s;
        s.start();
        auto http = net::connectHttp("http://127.0.0.1:" + std::to_string(s.port)).value();
        const auto facts = gateway::decodeHost(http->send({"GET", "/v1/shares", {}, {}})->body);
        QVERIFY(facts.ok());
        QCOMPARE(facts->keys.front().month, monthOf(s.parties.clock.now()));
    }

    void whatCannotBeReadIsTheAskersMistake_data() {
        QTest::addColumn<QByteArray>("route");
        QTest::addColumn<qsizetype>("largest");
        const auto row = [](const char *route, qsizetype largest) {
            QTest::newRow(route) << QByteArray(route) << largest;
        };
        for (const gateway::RouteLimits &route : gateway::routes)
            if (route.method == "POST")
                row(("POST " + std::string(route.path)).c_str(), qsizetype(route.largestBody));
        row("GET /v1/states", 0);
        row("GET /v1/states?prefix=00&bits=x", 0);
        row("GET /v1/states?prefix=zz&bits=8", 0);
        row("GET /v1/events?from=-1", 0);
        row("GET /v1/light-block?height=", 0);
        row("GET /v1/notices?prefix=00&bits=999", 0);
        row("GET /v1/notices?prefix=00&bits=8&inbox=00&number=1", 0);
    }
    void whatCannotBeReadIsTheAskersMistake() {
        QFETCH(QByteArray, route);
        QFETCH(qsizetype, largest);
        static Scene s;
        if (s.port == 0) s.start();
        const auto status = [&](const std::string &body, std::size_t length) {
            RawClient client(s.port);
            client.send(route.toStdString() + " HTTP/1.1\r\nContent-Length: "
                        + std::to_string(length) + "\r\n\r\n" + body);
            return client.status();
        };
        QCOMPARE(status("x", std::size_t(largest) + 1), 413);
        if (largest == 0) {
            QCOMPARE(status({}, 0), 400);
            return;
        }
        // Nothing; a piece of something; CBOR of another kind; an array of empty things.
        const std::string empties = "\x85" + std::string(5, '\x40');
        for (const std::string &body : {std::string(),
                                        std::string("\x85\x58\x20"
                                                    "abc"),
                                        std::string("\x63"
                                                    "abc"),
                                        empties, std::string(39, '\xff')}) {
            const bool isTaken = (route.contains("inbox") && body.size() > 32)
                                 || (route.contains("transactions") && !body.empty()); // an outcome
            const int refusal = route.contains("relayed") ? 421 : 400;
            QCOMPARE(status(body, body.size()), isTaken ? 200 : refusal);
        }
    }

    // Eight machines that ask a consortium's node for blocks to come, as fast as they can.
    void whoAsksForBlocksToComeHoldsNobodyUp() {
        Scene s;
        const QByteArray line = Scene::begin(
            s.node, {QStringLiteral("--home"), s.in("home"), QStringLiteral("--mailbox"),
                     s.in("mailbox"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                     QStringLiteral("--abci"), QStringLiteral("unix://") + s.in("abci.sock")});
        const int port = line.mid(line.lastIndexOf("127.0.0.1:") + 10).split('"').front().toInt();
        QVERIFY2(line.contains("started"), line.constData());
        std::atomic<int> asked = 0;
        std::vector<std::jthread> strangers;
        for (int i = 0; i < 8; ++i)
            strangers.emplace_back(
                [&, from = "127.0.1." + std::to_string(1 + i)](const std::stop_token &isOver) {
                    while (!isOver.stop_requested()) {
                        std::vector<RawClient> clients;
                        for (int c = 0; c < 30; ++c) {
                            clients.emplace_back(port, from.c_str());
                            clients.back().send("GET /v1/light-block?height=3 HTTP/1.1\r\n\r\n");
                        }
                        for (RawClient &client : clients)
                            if (!isOver.stop_requested() && client.status() != 0) ++asked;
                    }
                });
        std::vector<double> took;
        for (int i = 0; i < 9; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            const auto start = std::chrono::steady_clock::now();
            RawClient nurse(port, "127.0.0.9");
            nurse.send("GET /v1/shares HTTP/1.1\r\n\r\n");
            QCOMPARE(nurse.status(), 200);
            took.push_back(
                std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        }
        strangers.clear();
        std::ranges::sort(took);
        qInfo("%d answers to strangers; another's median %.1f ms, at most %.1f ms", asked.load(),
              took[4] * 1000, took.back() * 1000);
        QVERIFY(took[4] < 3);
    }

    // The socket of the first, and its file, stay.
    void aSecondNodeLeavesTheSocketAlone() {
        Scene s;
        const QString socket = s.in("abci.sock");
        const auto words = [&](const char *home) {
            return QStringList{QStringLiteral("--home"),    s.in(home),
                               QStringLiteral("--mailbox"), s.in((std::string(home) + "m").c_str()),
                               QStringLiteral("--listen"),  QStringLiteral("127.0.0.1:0"),
                               QStringLiteral("--abci"),    QStringLiteral("unix://") + socket};
        };
        const auto connects = [&] {
            const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
            sockaddr_un address{};
            address.sun_family = AF_UNIX;
            std::strncpy(address.sun_path, socket.toUtf8().constData(),
                         sizeof address.sun_path - 1);
            const bool ok =
                ::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
            ::close(fd);
            return ok;
        };
        const QByteArray first = Scene::begin(s.node, words("home"));
        QVERIFY2(first.contains("started"), first.constData());
        for (const char *home : {"home", "elsewhere"}) { // the same home; the same socket
            QProcess second;
            const QByteArray said = Scene::begin(second, words(home));
            QVERIFY(second.waitForFinished(10'000));
            QCOMPARE(second.exitCode(), 1);
            QVERIFY2(said.contains("InUseElsewhere"), said.constData());
            QVERIFY(connects());
        }
        s.node.kill(); // leaves the socket's file
        QVERIFY(s.node.waitForFinished(10'000));
        QVERIFY(QFile::exists(socket) && !connects());
        const QByteArray again = Scene::begin(s.node, words("home"));
        QVERIFY2(again.contains("started"), again.constData());
        QVERIFY(connects());
        s.node.terminate();
        QVERIFY(s.node.waitForFinished(10'000));
        QVERIFY(!QFile::exists(socket));
        // What is no socket is not removed.
        QFile file(socket);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
        file.close();
        QProcess third;
        QVERIFY(Scene::begin(third, words("home")).contains("AbciUnavailable"));
        QVERIFY(third.waitForFinished(10'000));
        QVERIFY(QFile::exists(socket));
    }
};

APRICOT_TEST(TestNodePorts)
#include "test_node_ports.moc"
