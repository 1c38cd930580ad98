// SPDX-License-Identifier: GPL-3.0-or-later
// Inboxes are asked for by the first bits of their hash, among 64 or more, whatever a node says.
#include "crypto/crypto.h"
#include "gateway/buckets.h"
#include "program/test_program.h"
#include "scene.h"

#include <QtTest>
#include <fstream>

using namespace apricot;
using namespace apricot::gateway;

namespace {

bool isNotices(const net::HttpRequest &request) {
    return request.path.starts_with("/v1/notices");
}
std::size_t bitsIn(const net::HttpRequest &request) {
    return std::stoul(*net::queryField(request.path, "bits"));
}

// Notes how many bits each question of a phone had, but those that only count.
struct Questions {
    std::vector<std::size_t> bits;
    Wire::Lie note(std::function<void(net::HttpAnswer &)> lie = {}) {
        return
            [this, lie = std::move(lie)](const net::HttpRequest &asked, net::HttpAnswer &answer) {
                if (!isNotices(asked)) return;
                if (bitsIn(asked) < mostPrefixBits) bits.push_back(bitsIn(asked));
                if (lie) lie(answer);
            };
    }
};

void saysLive(net::HttpAnswer &answer, std::uint64_t live) {
    auto page = decodeNotices(answer.body);
    if (!page) qFatal("page");
    page->live = live;
    answer.body = encode(*page);
}

} // namespace

class TestInboxPrefix : public QObject {
    Q_OBJECT
    SeededRandom m_random{3};

    // As they lie in the folder before the node starts: written by post they would take a sync
    // each.
    void lay(Scene &s, const SealKey &inbox, std::uint64_t number, const Bytes &message) {
        const std::filesystem::path folder = std::filesystem::path(s.folder.path().toStdString())
                                             / "inboxes" / toHex(sha256(inbox.view()).view());
        std::filesystem::create_directories(folder);
        std::string name = std::to_string(number);
        name.insert(0, 12 - name.size(), '0');
        std::ofstream(folder
                          / (name + "-" + std::to_string(s.parties.clock.now()) + "-"
                             + toHex(sha256(message).view()) + "-own.message"),
                      std::ios::binary)
            .write(reinterpret_cast<const char *>(message.data()),
                   static_cast<std::streamsize>(message.size()));
    }
    std::vector<SealKey> fill(Scene &s, std::size_t inboxes) {
        std::vector<SealKey> out;
        for (std::size_t i = 0; i < inboxes; ++i) {
            out.push_back(randomFixed<SealKey>(m_random));
            lay(s, out.back(), 1, {std::uint8_t(i), std::uint8_t(i >> 8U)});
        }
        return out;
    }

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void anInboxIsAskedForAmongManyOthers() {
        Scene s({"a", "b"});
        const auto inboxes = fill(s, 1100);
        Questions asked;
        s.lies = {asked.note(), asked.note()};
        RemoteMailbox mailbox(s.nodes, {}, [] { return Result<std::size_t>(20); });
        QCOMPARE(*mailbox.fetch(inboxes[300]), (std::vector<Bytes>{{44, 1}}));
        QVERIFY(!asked.bits.empty());
        for (const std::size_t bits : asked.bits) QVERIFY(bits > 0 && bits <= 3);
        // An empty one likewise; both of each question's nodes were asked.
        QVERIFY(mailbox.fetch(randomFixed<SealKey>(m_random))->empty());
        // What lies in a bucket of those bits.
        const auto page =
            s.nodes[0]->notices(prefixOf(sha256(inboxes[0].view()), asked.bits.back()), {});
        std::set<Digest> live;
        for (const InboxNotice &one : page->notices) live.insert(one.place.inbox);
        QVERIFY(live.size() >= leastBucket);
        QCOMPARE(page->live, std::uint64_t{1100});
    }

    void fewerThanSixtyFourAreAskedForWhole() {
        Scene s({"a", "b"});
        const auto inboxes = fill(s, 63);
        Questions asked;
        s.lies = {asked.note(), asked.note()};
        RemoteMailbox mailbox(s.nodes, {}, [] { return Result<std::size_t>(20); });
        QCOMPARE(mailbox.fetch(inboxes[5])->size(), std::size_t{1});
        QCOMPARE(asked.bits, (std::vector<std::size_t>{0, 0}));
    }

    // Whoever says that there are more inboxes would have a phone name its own.
    void noNodeNarrowsTheQuestion() {
        Scene s({"a", "b"});
        const auto inboxes = fill(s, 300);
        const auto asks = [&](std::vector<std::uint64_t> live, std::size_t state) {
            Questions asked;
            for (std::size_t i = 0; i < 2; ++i)
                s.lies[i] = asked.note([n = live[i]](net::HttpAnswer &a) {
                    if (n > 0) saysLive(a, n);
                });
            RemoteMailbox mailbox(s.nodes, {}, [=] { return Result<std::size_t>(state); });
            if (mailbox.fetch(inboxes[7])->size() != 1) qFatal("not found");
            return std::ranges::max(asked.bits);
        };
        const std::uint64_t many = 1U << 30U;
        QCOMPARE(asks({many, 0}, 20), std::size_t{1});   // the other's count
        QCOMPARE(asks({many, many}, 2), std::size_t{2}); // the state's bits, though both lie
        QCOMPARE(asks({many, many}, 0), std::size_t{0});
        QCOMPARE(asks({0, 1}, 20), std::size_t{0}); // fewer: more comes, no harm
        // One operator's count alone is none, where there are two.
        s.silent[1] = true;
        QCOMPARE(asks({many, 0}, 20), std::size_t{0});
    }

    void largeOnesAreBroughtByTheirIdOnce() {
        Scene s({"a", "b"});
        auto inboxes = fill(s, 10);
        const Bytes edge(inlineBody, 1);
        const Bytes more(inlineBody + 1, 2);
        const Bytes large(2 * pieceBytes + 7, 3);
        RemoteMailbox mailbox(s.nodes);
        for (const Bytes &one : {edge, more, large, large})
            QVERIFY(mailbox.post(inboxes[0], one).ok());
        int pieces = 0;
        const Wire::Lie count = [&](const net::HttpRequest &asked, net::HttpAnswer &) {
            pieces += asked.path == "/v1/messages" ? 1 : 0;
        };
        s.lies = {count, count};
        const auto got = *mailbox.fetch(inboxes[0]);
        QVERIFY(got == (std::vector<Bytes>{{0, 0}, edge, more, large}));
        QCOMPARE(pieces, 4);
        const auto known = [&](const Digest &id) { return id == sha256(large); };
        QCOMPARE(mailbox.fetch(inboxes[0], known)->size(), std::size_t{3});
        QCOMPARE(pieces, 5);
    }

    void whatALyingNodeSaysIsRefused() {
        Scene s({"a", "b"});
        const auto inboxes = fill(s, 200);
        const Bytes large(inlineBody + 1, 2);
        RemoteMailbox mailbox(s.nodes);
        QVERIFY(mailbox.post(inboxes[0], large).ok());
        const auto gets = [&](const Wire::Lie &lie) {
            s.lies = {lie, lie};
            return mailbox.fetch(inboxes[0]);
        };
        // Another message than the notice's.
        const auto other = gets([](const net::HttpRequest &asked, net::HttpAnswer &answer) {
            if (asked.path == "/v1/messages") answer.body[9] ^= 1U;
        });
        QCOMPARE(other->size(), std::size_t{1});
        const auto changed = [&](const std::function<void(Notices &)> &change) {
            const auto got = gets([&](const net::HttpRequest &asked, net::HttpAnswer &answer) {
                if (!isNotices(asked)) return;
                auto page = decodeNotices(answer.body);
                change(*page);
                answer.body = encode(*page);
            });
            return got ? ErrorCode::None : got.error().code;
        };
        QCOMPARE(changed([](Notices &) {}), ErrorCode::None);
        QCOMPARE(changed([](Notices &page) { page.notices[3].body[0] ^= 1U; }),
                 ErrorCode::GatewayMessageMalformed);
        QCOMPARE(changed([](Notices &page) { std::swap(page.notices[3], page.notices[4]); }),
                 ErrorCode::GatewayMessageMalformed);
        QCOMPARE(changed([](Notices &page) { page.notices[0].bytes = 17U << 20U; }),
                 ErrorCode::GatewayMessageMalformed);
        // The same page for ever, or never an end.
        QCOMPARE(changed([](Notices &page) { page.more = true; }),
                 ErrorCode::GatewayMessageMalformed);
        std::uint64_t n = 0;
        QCOMPARE(changed([&](Notices &page) {
                     page.more = true;
                     page.notices.resize(1);
                     page.notices[0].place = {{}, ++n};
                 }),
                 ErrorCode::GatewayMessageMalformed);
        QVERIFY(n <= 128 * 2);
        // Cut at each byte.
        s.lies = {Wire::Lie(), Wire::Lie()};
        const Bytes whole = encode(*s.nodes[0]->notices({}, {}));
        for (std::size_t size = 0; size < whole.size(); size += 1 + size / 50)
            QVERIFY(!decodeNotices(ByteView(whole).first(size)).ok());
    }

    void pagesHoldSoMuchAndMissNothing() {
        Scene s({"a"});
        std::vector<SealKey> inboxes;
        for (int i = 0; i < 4; ++i) inboxes.push_back(randomFixed<SealKey>(m_random));
        std::size_t posted = 0;
        for (std::size_t i = 0; i < 500; ++i, ++posted) {
            Bytes body(inlineBody, 4);
            body[0] = std::uint8_t(i);
            body[1] = std::uint8_t(i >> 8U);
            lay(s, inboxes[i % 4], 100 + i, body);
        }
        std::size_t seen = 0;
        std::size_t pages = 0;
        for (NoticePlace after;; ++pages) {
            const auto page = s.nodes[0]->notices({}, after);
            QVERIFY(encode(*page).size() < (1U << 20U) - 1024); // goes by relay
            seen += page->notices.size();
            if (!page->more) break;
            after = page->notices.back().place;
        }
        QCOMPARE(seen, posted);
        QVERIFY(pages >= 2);
        RemoteMailbox mailbox(s.nodes);
        QCOMPARE(mailbox.fetch(inboxes[2])->size(), std::size_t{125});
    }

    void aMessageLiesAtTwoOperators() {
        Scene s({"a", "a", "b", "c"});
        std::map<std::string, int> taken;
        const char *const names[] = {"a", "a", "b", "c"};
        for (std::size_t i = 0; i < 4; ++i)
            s.lies[i] = [&, i](const net::HttpRequest &asked, net::HttpAnswer &answer) {
                if (asked.path == "/v1/inbox" && answer.status == 200) ++taken[names[i]];
            };
        RemoteMailbox mailbox(s.nodes);
        for (std::uint8_t i = 0; i < 12; ++i) {
            taken.clear();
            QVERIFY(mailbox.post({}, Bytes{i}).ok());
            QCOMPARE(taken.size(), std::size_t{2});
            for (const auto &[name, times] : taken) QCOMPARE(times, 1);
        }
        s.silent = {true, true, true, false};
        taken.clear();
        QVERIFY(mailbox.post({}, Bytes{99}).ok());
        QCOMPARE(taken, (std::map<std::string, int>{{"c", 1}}));
        s.silent[3] = true;
        QCOMPARE(mailbox.post({}, Bytes{100}).error().code, ErrorCode::NodeUnreachable);
    }
};

APRICOT_TEST(TestInboxPrefix)
#include "test_inbox_prefix.moc"
