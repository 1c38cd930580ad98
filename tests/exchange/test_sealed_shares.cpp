// SPDX-License-Identifier: GPL-3.0-or-later
// Shares of a package's second half: to whom they are sealed, what they are bound to, which keys
// open them and for how long.
#include "base/file.h"
#include "crypto/crypto.h"
#include "crypto/seal.h"
#include "crypto/system_random.h"
#include "exchange/holders.h"
#include "exchange/host_keys.h"
#include "program/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace apricot;

namespace {

constexpr UnixTime january2030 = 1'893'456'000; // 2030-01-01T00:00:00Z: month 720
constexpr UnixTime day = 86400;

struct Node {
    VerifyKey id;
    OpenKey key;
};
std::vector<Node> nodesOf(std::size_t count, Random &random) {
    std::vector<Node> out;
    for (std::size_t i = 0; i < count; ++i) {
        out.push_back({randomFixed<VerifyKey>(random), {}});
        random.fill(out.back().key.writable());
    }
    return out;
}
Holders holdersOf(const std::vector<Node> &nodes, MonthNumber month) {
    Holders out{month, {}};
    for (const Node &node : nodes) out.nodes.push_back({node.id, sealKeyOf(node.key)});
    return out;
}
AskedShare asked(const ShareHeader &header, std::size_t i) {
    return {header.month, static_cast<std::uint8_t>(i + 1), header.ephemeral,
            header.shares[i].sealed};
}
OrganisationId organisation(std::uint8_t number) {
    OrganisationId out;
    out.bytes.fill(number);
    return out;
}

} // namespace

class TestSealedShares : public QObject {
    Q_OBJECT

    SeededRandom m_random{31};
    ShareBinding m_binding;

  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startCrypto().ok());
        m_binding = {randomFixed<VerifyKey>(m_random), randomFixed<VerifyKey>(m_random),
                     randomFixed<GrantId>(m_random), organisation(1)};
    }

    void monthsAreCalendarMonths() {
        QCOMPARE(monthOf(0), MonthNumber{0});
        QCOMPARE(monthOf(31 * day - 1), MonthNumber{0});
        QCOMPARE(monthOf(31 * day), MonthNumber{1});
        QCOMPARE(monthOf(january2030 - 1), MonthNumber{719});
        QCOMPARE(monthOf(january2030), MonthNumber{720});
        // The longest grant's shares find a key: signed on the last of January, over on the first
        // of February a year later.
        QCOMPARE(keyMonthOf(january2030 + 30 * day + longestGrant), MonthNumber{720 + monthsAhead});
    }

    void asManyAsNeededRebuildTheHalf() {
        const SymmetricKey half = randomKey(m_random);
        for (const std::size_t n : {1, 3, 4, 5, 6, 7}) {
            const auto nodes = nodesOf(n, m_random);
            const auto header = sealShares(half, m_binding, holdersOf(nodes, 700), m_random);
            QVERIFY(header.ok());
            QCOMPARE(encode(*header).size(), 35 + 112 * n);
            QVERIFY(*decodeShareHeader(encode(*header)) == *header);
            for (std::size_t have = 0; have <= n; ++have) {
                std::vector<SecretShare> shares;
                for (std::size_t i = n - have; i < n; ++i) {
                    auto share = openShare(asked(*header, i), nodes[i].key, nodes[i].id, m_binding);
                    QVERIFY(share.ok());
                    shares.push_back({static_cast<std::uint8_t>(i + 1), std::move(*share)});
                }
                // A liar's share, a foreign place and one share twice do neither harm nor good.
                for (const std::uint8_t at : {std::uint8_t{1}, std::uint8_t{0}, std::uint8_t{200}})
                    shares.insert(shares.begin(), {at, SecretBytes(32)});
                if (have > 0) shares.push_back({shares.back().at, shares.back().value.clone()});
                const auto joined = joinHalf(*header, m_binding, std::move(shares));
                QCOMPARE(joined.ok(), have >= n / 2 + 1);
                if (joined) QVERIFY(std::ranges::equal(joined->view(), half.view()));
                if (!joined) QCOMPARE(joined.error().code, ErrorCode::TooFewShares);
            }
        }
    }

    void aShareOpensForNothingElse() {
        const auto nodes = nodesOf(3, m_random);
        const auto header =
            sealShares(randomKey(m_random), m_binding, holdersOf(nodes, 700), m_random).value();
        const auto opens = [&](const AskedShare &share, const Node &node, const VerifyKey &id,
                               const ShareBinding &binding) {
            return openShare(share, node.key, id, binding).ok();
        };
        const AskedShare good = asked(header, 0);
        QVERIFY(opens(good, nodes[0], nodes[0].id, m_binding));
        QVERIFY(!opens(good, nodes[1], nodes[1].id, m_binding));
        QVERIFY(!opens(good, nodes[0], nodes[1].id, m_binding));
        for (int field = 0; field < 4; ++field) {
            ShareBinding other = m_binding;
            std::array{other.subject.bytes.data(), other.signer.bytes.data(),
                       other.grant.bytes.data(),
                       other.audience.bytes.data()}[static_cast<std::size_t>(field)][0] ^= 1U;
            QVERIFY(!opens(good, nodes[0], nodes[0].id, other));
            auto share = openShare(good, nodes[0].key, nodes[0].id, m_binding);
            const SecretShare one{1, std::move(*share)};
            QVERIFY(!isCommitted(header, other, one) && isCommitted(header, m_binding, one));
        }
        for (const auto &change : std::vector<std::function<void(AskedShare &)>>{
                 [](AskedShare &a) { ++a.month; }, [](AskedShare &a) { ++a.at; },
                 [](AskedShare &a) { a.ephemeral.bytes[3] ^= 1U; },
                 [](AskedShare &a) { a.ephemeral = {}; },
                 [](AskedShare &a) { a.sealed.bytes[40] ^= 1U; }}) {
            AskedShare other = good;
            change(other);
            QVERIFY(!opens(other, nodes[0], nodes[0].id, m_binding));
        }
    }

    void badHeadersAreRefused() {
        const auto nodes = nodesOf(4, m_random);
        const auto header =
            sealShares(randomKey(m_random), m_binding, holdersOf(nodes, 700), m_random).value();
        const Bytes good = encode(header);
        for (std::size_t size = 0; size < good.size(); ++size)
            QVERIFY(!decodeShareHeader(ByteView(good).first(size)));
        Bytes large(5000);
        for (unsigned n = 0; n < 256; ++n) {
            large[0] = static_cast<std::uint8_t>(n);
            QCOMPARE(decodeShareHeader(large).has_value(), n == 1); // else one node twice
        }
        ShareHeader twice = header;
        twice.shares[3].node = twice.shares[0].node;
        QVERIFY(!decodeShareHeader(encode(twice)));
        for (const std::size_t n : {0, 2, 8}) {
            const auto few = holdersOf(nodesOf(n, m_random), 700);
            QCOMPARE(sealShares(randomKey(m_random), m_binding, few, m_random).error().code,
                     ErrorCode::HoldersUnknown);
        }
        Holders noKey = holdersOf(nodes, 700);
        noKey.nodes[2].key = {};
        QCOMPARE(sealShares(randomKey(m_random), m_binding, noKey, m_random).error().code,
                 ErrorCode::KeyAgreementRefused);
    }

    void neverTheAudiencesOwnNodes() {
        // Five operators, the first with two nodes; one node of the second serves the clinic 9.
        std::vector<HolderNode> nodes;
        for (const std::uint8_t operatedBy : Bytes{1, 1, 2, 3, 4, 5})
            nodes.push_back({randomFixed<VerifyKey>(m_random),
                             organisation(operatedBy),
                             {},
                             {{700, randomFixed<SealKey>(m_random)}}});
        nodes[2].actsFor = {organisation(9)};
        std::map<VerifyKey, int> drawn;
        for (int i = 0; i < 60; ++i) {
            const auto forClinic = chooseHolders(nodes, organisation(9), 700, m_random);
            QVERIFY(forClinic.has_value());
            QCOMPARE(forClinic->nodes.size(), std::size_t{4}); // of 1, 3, 4, 5
            for (const Holder &holder : forClinic->nodes) ++drawn[holder.node];
            const auto forFirst = chooseHolders(nodes, organisation(1), 700, m_random);
            QCOMPARE(forFirst->nodes.size(), std::size_t{4}); // of 2 to 5
            for (const Holder &holder : forFirst->nodes)
                QVERIFY(holder.node != nodes[0].id && holder.node != nodes[1].id);
        }
        QVERIFY(!drawn.contains(nodes[2].id));
        QVERIFY(drawn[nodes[0].id] > 10 && drawn[nodes[1].id] > 10); // by chance
        QCOMPARE(drawn[nodes[0].id] + drawn[nodes[1].id], 60);
        // Without a key for the month a node cannot hold; with too few operators nobody promises.
        QVERIFY(!chooseHolders(nodes, organisation(9), 701, m_random));
        nodes[4].keys.clear();
        QCOMPARE(chooseHolders(nodes, organisation(9), 700, m_random)->nodes.size(),
                 std::size_t{3});
        nodes[5].keys.clear();
        QVERIFY(!chooseHolders(nodes, organisation(9), 700, m_random));
        QCOMPARE(singleHolder(nodes, organisation(9), 700)->nodes.front().node, nodes[2].id);
        QVERIFY(!singleHolder({}, organisation(9), 700));
        // Seven at most.
        for (std::uint8_t operatedBy = 10; operatedBy < 30; ++operatedBy)
            nodes.push_back({randomFixed<VerifyKey>(m_random),
                             organisation(operatedBy),
                             {},
                             {{700, randomFixed<SealKey>(m_random)}}});
        QCOMPARE(chooseHolders(nodes, organisation(9), 700, m_random)->nodes.size(),
                 std::size_t{7});
        QVERIFY(*decodeNodes(encode(nodes)) == nodes);
    }

    void aMonthsKeyGoesWithItsMonth() {
        QTemporaryDir folder;
        const std::filesystem::path file =
            folder.filePath(QStringLiteral("host-keys")).toStdString();
        FixedClock clock(january2030);
        const auto keys = HostKeys::open(file, clock).value();
        const auto first = keys->turn().value();
        QCOMPARE(first.size(), std::size_t{15});
        QCOMPARE(first.front().month, MonthNumber{720});
        QCOMPARE(first.back().month, MonthNumber{734});
        QCOMPARE(std::filesystem::status(file).permissions(), std::filesystem::perms{0600});
        for (const MonthKey &key : first) QVERIFY(sealKeyOf(**keys->keyOf(key.month)) == key.key);
        const Bytes backup = readFile(file, 65536).value();
        clock.advance(31 * day - 1);
        QVERIFY(*keys->turn() == first);
        clock.advance(1); // February
        QVERIFY(!keys->keyOf(720)->has_value());
        const auto second = keys->turn().value();
        QCOMPARE(second.size(), std::size_t{15});
        QVERIFY(std::equal(first.begin() + 1, first.end(), second.begin()));
        const Bytes now = readFile(file, 65536).value();
        const auto gone = ByteView(backup).subspan(8 + 32 + 2, 32);
        QVERIFY(std::ranges::search(now, gone).empty());
        // A restored node deletes what is past at its start, and is who it was.
        QVERIFY(writeFile(file, backup).ok());
        const auto restored = HostKeys::open(file, clock).value();
        QVERIFY(restored->id() == keys->id());
        const Bytes after = readFile(file, 65536).value();
        QVERIFY(std::ranges::search(after, gone).empty());
        QCOMPARE(restored->turn()->size(), std::size_t{15});
        // Told of a month long ago, as when a chain is played anew, it keeps what is in use.
        const auto held = *restored->turn();
        clock.set(january2030 - 400 * day);
        QVERIFY(*restored->turn() == held);
        clock.set(january2030 + 31 * day);
        // Two processes make the same file.
        QVERIFY(*HostKeys::open(file, clock).value()->turn() == *restored->turn());
        QVERIFY(*HostKeys::idIn(file) == keys->id());
        // A damaged file is not replaced, nor one that has gone made anew while it is in use.
        std::filesystem::remove(file);
        QCOMPARE(restored->turn().error().code, ErrorCode::HostKeysDamaged);
        QCOMPARE(HostKeys::idIn(file).ok(), false);
        QVERIFY(!std::filesystem::exists(file));
        Bytes otherKey = backup, otherMonth = backup;
        otherKey[20] ^= 1U;
        otherMonth[60] ^= 1U;
        for (const auto &bad : {Bytes{}, Bytes(100), Bytes(backup.begin(), backup.end() - 1),
                                otherKey, otherMonth, Bytes(backup.begin(), backup.begin() + 20)}) {
            QVERIFY(writeFile(file, bad).ok());
            QCOMPARE(HostKeys::open(file, clock).error().code, ErrorCode::HostKeysDamaged);
            QCOMPARE(readFile(file, 65536).value(), bad);
        }
    }
};

APRICOT_TEST(TestSealedShares)
#include "test_sealed_shares.moc"
