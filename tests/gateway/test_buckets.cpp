// SPDX-License-Identifier: GPL-3.0-or-later
// A phone finds what it looks for without naming it: never in a bucket of fewer than 64 keys, and
// no node can talk it into a narrower one.
#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "crypto/system_random.h"
#include "gateway/buckets.h"
#include "ledger/state_tree.h"
#include "program/test_program.h"

#include <QTest>

using namespace apricot;
using namespace apricot::gateway;

namespace {

Bytes keyNumber(std::uint64_t number) {
    const std::string text = "key " + std::to_string(number);
    return {text.begin(), text.end()};
}

// A node with so many keys, and what it was asked.
class Asked final : public NodeSource {
  public:
    explicit Asked(std::uint64_t count) {
        Writes writes;
        for (std::uint64_t i = 0; i < count; ++i) writes[keyNumber(i)] = keyNumber(i + 1);
        auto tree = updateTree(*this, {}, 1, writes);
        for (auto &[key, node] : tree->written) m_nodes[key] = std::move(node);
        m_root = tree->root;
    }
    Result<Bytes> node(ByteView key) const override {
        return m_nodes.at(Bytes(key.begin(), key.end()));
    }
    Result<ProvenPrefix> operator()(const StatePrefix &prefix) {
        const auto proof = findUnder(*this, m_root, prefix);
        if (!proof) return proof.error();
        asked.push_back({prefix, proof->entries.size()});
        return ProvenPrefix{prefix, *proof, {}, height};
    }
    [[nodiscard]] Digest root() const { return m_root.hash; }
    std::vector<std::pair<StatePrefix, std::size_t>> asked;
    Height height = 5;

  private:
    std::map<Bytes, Bytes> m_nodes;
    NodeRef m_root;
};

} // namespace

class TestBuckets : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void aKeyIsAskedForAmongManyOthers() {
        for (const std::uint64_t count : {1, 63, 200, 3000}) {
            Asked node(count);
            FixedClock clock{1000};
            SeededRandom random{count};
            Buckets buckets(clock, random, 0);
            const auto ask = [&](const StatePrefix &prefix) { return node(prefix); };
            for (std::uint64_t i = 0; i < 40; ++i) {
                const Bytes key = keyNumber(i * 50); // some of them are not there
                const auto answer = buckets.query(key, ask);
                QVERIFY(answer.ok());
                QVERIFY(answer->value
                        == (i * 50 < count ? std::optional(keyNumber(i * 50 + 1)) : std::nullopt));
                QVERIFY(
                    verifyProof(*decodeProof(answer->proof), node.root(), key, answer->value).ok());
            }
            // Whatever a key was asked for with: a bucket of 64 keys, or everything there is.
            for (const auto &[prefix, keys] : node.asked) {
                bool isOfAKey = false;
                for (std::uint64_t i = 0; i < 40; ++i)
                    isOfAKey |= prefix.bits > 3 && isUnder(prefix, sha256(keyNumber(i * 50)));
                if (isOfAKey) QVERIFY(keys >= leastBucket || keys == count);
            }
        }
    }

    void whatWasAskedLatelyIsNotAskedAgain() {
        Asked node(100);
        FixedClock clock{1000};
        SeededRandom random{3};
        Buckets buckets(clock, random, 15);
        const auto ask = [&](const StatePrefix &prefix) { return node(prefix); };
        QVERIFY(!buckets.kept(keyNumber(1), 0));
        QVERIFY(buckets.query(keyNumber(1), ask).ok());
        QVERIFY(buckets.kept(keyNumber(2), 5)->value == keyNumber(3)); // all keys are in it
        QVERIFY(!buckets.kept(keyNumber(2), 6));                       // something newer was seen
        clock.advance(15);
        QVERIFY(!buckets.kept(keyNumber(2), 5));
        QVERIFY(buckets.query(keyNumber(1), ask).ok());
        clock.set(10); // a clock that went back keeps nothing for ever
        QVERIFY(!buckets.kept(keyNumber(2), 5));
    }

    // "Too wide" is a node's word: nothing more of the key is told for it.
    void aNodeCannotNarrowTheQuestion() {
        Asked node(1000);
        FixedClock clock{1000};
        SeededRandom random{4};
        Buckets buckets(clock, random, 0);
        const Digest key = sha256(keyNumber(7));
        std::size_t narrowest = 0;
        bool lies = false;
        const auto ask = [&](const StatePrefix &prefix) -> Result<ProvenPrefix> {
            if (isUnder(prefix, key)) narrowest = std::max(narrowest, prefix.bits);
            if (lies) return Error{ErrorCode::StatePrefixTooWide, {}, {}};
            return node(prefix);
        };
        QVERIFY(buckets.query(keyNumber(7), ask).ok());
        const std::size_t before = narrowest;
        QVERIFY(before > 0 && before <= 4);
        lies = true;
        for (int i = 0; i < 50; ++i) QVERIFY(!buckets.query(keyNumber(7), ask).ok());
        QVERIFY(narrowest <= before + 1);
    }
};

APRICOT_TEST(TestBuckets)
#include "test_buckets.moc"
