// SPDX-License-Identifier: GPL-3.0-or-later
// What a node can do to a phone by what it says waits in an inbox: over a real port, and by relay.
#include "base/clock.h"
#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/system_random.h"
#include "exchange/notices.h"
#include "gateway/messages.h"
#include "gateway/relay.h"
#include "gateway/remote_mailbox.h"
#include "program/test_program.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <fstream>
#include <thread>

using namespace apricot;
using namespace apricot::gateway;
using namespace std::chrono_literals;

namespace {

const FixedClock now{1'800'000'000};

// A node that says that so many letters wait, and gives them.
struct Served {
    SealKey inbox;
    std::size_t letters = 1;
    std::uint64_t bytes = pieceBytes;
    std::uint8_t mark = 0;
    std::size_t piece = pieceBytes;
    std::chrono::milliseconds slow{0};
    std::atomic<std::size_t> asked = 0; // for pieces

    [[nodiscard]] Bytes part(std::size_t letter, std::uint64_t from, std::size_t size) const {
        Bytes out(static_cast<std::size_t>(std::min<std::uint64_t>(size, bytes - from)), mark);
        if (from == 0) out[0] = std::uint8_t(letter);
        return out;
    }
    void begin() {
        for (std::size_t i = 0; i < letters; ++i) ids.push_back(sha256(part(i, 0, bytes)));
    }
    net::HttpAnswer answer(const net::HttpRequest &request) {
        if (request.path.starts_with("/v1/notices")) {
            Notices page{1, false, {}};
            for (std::size_t i = 0; i < ids.size(); ++i) {
                page.notices.push_back({{sha256(inbox.view()), i + 1}, ids[i], bytes, {}});
                if (bytes <= inlineBody) page.notices.back().body = part(i, 0, bytes);
            }
            return {200, encode(page), {}};
        }
        if (request.path != "/v1/messages") return {404, {}, {}};
        ++asked;
        std::this_thread::sleep_for(slow);
        const ByteView body = request.body;
        const auto found = std::ranges::find(ids, *Digest::from(body.first(Digest::size)));
        return {200,
                part(static_cast<std::size_t>(found - ids.begin()),
                     fromBigEndian(body.subspan(Digest::size)), piece),
                {}};
    }
    std::vector<Digest> ids;
};

// By relay: what the node would seal.
class Carrier final : public net::HttpClient {
  public:
    Carrier(Served &node, const OpenKey &key, Random &random)
        : m_node(node), m_key(key), m_random(random) {}
    [[nodiscard]] std::string name() const override { return "carrier"; }
    [[nodiscard]] Result<net::HttpAnswer> send(const net::HttpRequest &request) override {
        const auto opened = openRequest(m_key, request.body);
        if (!opened) return net::HttpAnswer{misfitStatus, {}, {}};
        APRICOT_TRY_ASSIGN(wire,
                           sealAnswer(opened->answerKey, m_node.answer(opened->request), m_random));
        return net::HttpAnswer{200, std::move(wire), {}};
    }

  private:
    Served &m_node;
    const OpenKey &m_key;
    Random &m_random;
};

struct Scene {
    SeededRandom random{5};
    SealKey inbox = randomFixed<SealKey>(random);
    OpenKey key;
    std::vector<std::unique_ptr<Served>> served;
    std::vector<std::unique_ptr<net::HttpServer>> ports;
    std::vector<std::unique_ptr<net::HttpClient>> carriers;
    Nodes nodes;
    Scene() { random.fill(key.writable()); }
    Served &node(std::size_t letters, std::uint64_t bytes, std::uint8_t mark) {
        served.push_back(std::make_unique<Served>());
        Served &one = *served.back();
        one.inbox = inbox;
        one.letters = letters;
        one.bytes = bytes;
        one.mark = mark;
        one.begin();
        return one;
    }
    void connect(Served &one, bool byRelay) {
        if (byRelay) {
            carriers.push_back(std::make_unique<Carrier>(one, key, random));
            nodes.push_back(std::make_unique<Node>(
                relayedThrough(*carriers.back(), "b", sealKeyOf(key), now, random)));
            return;
        }
        auto port = net::serveHttp(
            {},
            [](const net::HttpRequest &, std::uint64_t) {
                return net::Judgement{{}, 2U << 20U};
            },
            [&one](const net::HttpRequest &request) { return one.answer(request); });
        if (!port) qFatal("port");
        auto client = net::connectHttp("http://127.0.0.1:" + std::to_string((*port)->port()));
        if (!client) qFatal("client");
        ports.push_back(std::move(*port));
        nodes.push_back(std::make_unique<Node>(std::move(*client)));
    }
    // How many letters came that bear a mark.
    struct Came {
        std::map<std::uint8_t, std::size_t> marks;
        std::vector<std::uint8_t> order;
        ErrorCode code = ErrorCode::None;
    };
    Came look(const LookPatience &patience = {}) {
        RemoteMailbox mailbox(nodes, {}, {}, patience);
        Came out;
        const auto done = mailbox.fetchEach(inbox, {}, [&out](const Bytes &letter) -> Result<> {
            ++out.marks[letter.back()];
            out.order.push_back(letter.back());
            return {};
        });
        if (!done) out.code = done.error().code;
        return out;
    }
};

// The most that this process has held since, in KiB.
std::size_t peak() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:")) return std::stoul(line.substr(6));
    return 0;
}
void forgetPeak() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

constexpr std::uint64_t mega = 1U << 20U;
constexpr std::uint8_t lying = 7, honest = 9;

} // namespace

class TestLyingMailbox : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void manyLargeLettersCostNoMemory_data() {
        QTest::addColumn<bool>("byRelay");
        QTest::newRow("directly") << false;
        QTest::newRow("by relay") << true;
    }
    void manyLargeLettersCostNoMemory() {
        QFETCH(bool, byRelay);
        {
            Scene s; // more than an inbox holds: nothing of it is asked for
            Served &liar = s.node(5, largestMessage, lying);
            s.connect(liar, byRelay);
            s.connect(s.node(2, 100, honest), byRelay);
            const auto came = s.look();
            QCOMPARE(came.code, ErrorCode::None);
            QCOMPARE(came.marks, (std::map<std::uint8_t, std::size_t>{{honest, 2}}));
            QCOMPARE(liar.asked.load(), std::size_t{0});
            Scene many;
            many.connect(many.node(mostInInbox + 1, 1, lying), byRelay);
            QCOMPARE(many.look().code, ErrorCode::GatewayMessageMalformed);
        }
        Scene s; // as much as it holds: one message at a time
        s.connect(s.node(mostBytesInInbox / largestMessage, largestMessage, lying), byRelay);
        s.connect(s.node(1, 2 * mega, honest), byRelay);
        forgetPeak();
        const std::size_t before = peak();
        const auto came = s.look();
        qInfo("%zu KiB before, %zu KiB at most", before, peak());
        QCOMPARE(came.marks, (std::map<std::uint8_t, std::size_t>{{lying, 4}, {honest, 1}}));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        QVERIFY(peak() < before + 40 * 1024);
#endif
    }

    void aSlowNodeHidesNoLetter() {
        Scene s;
        Served &liar = s.node(40, 20'000, lying);
        liar.slow = 50ms;
        Served &other = s.node(5, 20'000, honest);
        s.connect(liar, false);
        s.connect(other, false);
        QElapsedTimer timer;
        timer.start();
        const auto came = s.look({200ms, 1000ms});
        qInfo("%lld ms, %zu letters of the slow one", timer.elapsed(), liar.asked.load());
        QCOMPARE(came.marks.at(honest), std::size_t{5});
        QVERIFY(liar.asked >= 1 && liar.asked <= 5);
        // The honest one waits for one of the other's letters at most.
        QVERIFY(std::ranges::count(ByteView(came.order).first(7), honest) == 5);
        // A message as such.
        Scene one;
        Served &drips = one.node(2, 10 * pieceBytes, lying);
        drips.slow = 60ms;
        one.connect(drips, false);
        QCOMPARE(one.look({0ms, 0ms}).code, ErrorCode::NodeBusy);
        QVERIFY(one.nodes[0]
                    ->message(drips.ids[0], drips.bytes, std::chrono::steady_clock::now() + 100ms)
                    .error()
                    .code
                == ErrorCode::NodeBusy);
        QVERIFY(drips.asked <= 3);
    }

    void piecesAreWhole() {
        Scene s;
        Served &liar = s.node(2, largestMessage, lying);
        liar.piece = 1;
        s.connect(liar, false);
        s.connect(s.node(1, pieceBytes + 1, honest), false);
        QCOMPARE(s.look().marks, (std::map<std::uint8_t, std::size_t>{{honest, 1}}));
        QCOMPARE(liar.asked.load(), std::size_t{2}); // one a message
    }

    void aTakersErrorEndsIt() {
        Scene s;
        s.connect(s.node(3, 100, honest), false);
        RemoteMailbox mailbox(s.nodes);
        int taken = 0;
        const auto done = mailbox.fetchEach(s.inbox, {}, [&taken](const Bytes &) -> Result<> {
            ++taken;
            return Error{ErrorCode::FileUnwritable, "test", {}};
        });
        QCOMPARE(done.error().code, ErrorCode::FileUnwritable);
        QCOMPARE(taken, 1);
    }
};

APRICOT_TEST(TestLyingMailbox)
#include "test_lying_mailbox.moc"
