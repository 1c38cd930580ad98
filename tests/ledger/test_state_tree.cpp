// SPDX-License-Identifier: GPL-3.0-or-later
// The state tree against a naive one that is rebuilt from the whole set of keys each time.
#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "ledger/state_tree.h"
#include "program/test_program.h"

#include <QTest>

#include <random>

using namespace apricot;

namespace {

class Nodes final : public NodeSource {
  public:
    Result<Bytes> node(ByteView key) const override {
        const auto it = map.find(Bytes(key.begin(), key.end()));
        if (it == map.end()) return ledgerDamaged("missing");
        return it->second;
    }
    std::map<Bytes, Bytes> map;
};

using Leaves = std::vector<ProofLeaf>;

// The definition of the tree, word for word.
Digest naiveRoot(const Leaves &leaves, std::size_t depth = 0) {
    if (leaves.empty()) return emptyHash();
    if (leaves.size() == 1) return leafHash(leaves.front());
    Leaves left, right;
    for (const ProofLeaf &leaf : leaves)
        (bitOf(leaf.keyHash, depth) ? right : left).push_back(leaf);
    return innerHash(naiveRoot(left, depth + 1), naiveRoot(right, depth + 1));
}

Digest naiveRoot(const std::map<Bytes, Bytes> &state) {
    Leaves leaves;
    for (const auto &[key, value] : state) leaves.push_back({sha256(key), sha256(value)});
    return naiveRoot(leaves);
}

Bytes bytesOf(std::uint64_t number) {
    const std::string text = std::to_string(number);
    return {text.begin(), text.end()};
}

} // namespace

class TestStateTree : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void theHashesAreThoseOfTheSpecification() {
        QCOMPARE(emptyHash().view().size(), std::size_t{32});
        const ProofLeaf leaf{sha256(bytesOf(1)), sha256(bytesOf(2))};
        Bytes raw;
        append(raw, viewOf("JMT::LeafNode"));
        append(raw, leaf.keyHash.view());
        append(raw, leaf.valueHash.view());
        QVERIFY(leafHash(leaf) == sha256(raw));
        raw.clear();
        append(raw, viewOf("JMT::IntrnalNode"));
        append(raw, leaf.keyHash.view());
        append(raw, leaf.valueHash.view());
        QVERIFY(innerHash(leaf.keyHash, leaf.valueHash) == sha256(raw));
    }

    // Random puts, changes and removals in batches; after each the root, every proof, and the
    // absence of removed and never-seen keys are as the naive tree says; what is replaced is
    // exactly what the new root no longer needs.
    void behavesAsTheNaiveTree() {
        std::mt19937_64 random(7);
        for (int run = 0; run < 8; ++run) {
            Nodes nodes;
            NodeRef root;
            std::map<Bytes, Bytes> state;
            for (Height version = 1; version <= 30; ++version) {
                Writes writes;
                const std::uint64_t changes = random() % 12;
                for (std::uint64_t i = 0; i < changes; ++i) {
                    const Bytes key = bytesOf(random() % 60);
                    if (random() % 3 == 0)
                        writes[key] = std::nullopt;
                    else
                        writes[key] = bytesOf(random() % 5);
                }
                auto update = updateTree(nodes, root, version, writes);
                QVERIFY(update.ok());
                for (auto &[key, value] : writes) {
                    if (value)
                        state[key] = *value;
                    else
                        state.erase(key);
                }
                for (auto &[key, node] : update->written) nodes.map[key] = node;
                for (const Bytes &key : update->replaced) QCOMPARE(nodes.map.erase(key), 1U);
                root = update->root;
                QVERIFY(root.hash == naiveRoot(state));
                const auto count = checkTree(nodes, root);
                QVERIFY(count.ok());
                QCOMPARE(*count, state.size());
                for (std::uint64_t i = 0; i < 64; ++i) {
                    const auto found = findInTree(nodes, root, bytesOf(i));
                    QVERIFY(found.ok());
                    const auto it = state.find(bytesOf(i));
                    QCOMPARE(found->value.has_value(), it != state.end());
                    if (it != state.end()) QVERIFY(*found->value == it->second);
                    QVERIFY(verifyProof(found->proof, root.hash, bytesOf(i), found->value).ok());
                }
            }
            // Nothing is left over: removing every key removes every node.
            Writes all;
            for (const auto &[key, value] : state) all[key] = std::nullopt;
            const auto emptied = updateTree(nodes, root, 99, all);
            for (const Bytes &key : emptied->replaced) nodes.map.erase(key);
            QVERIFY(emptied->root.hash == emptyHash());
            QVERIFY(nodes.map.empty());
        }
    }

    void everyTamperedProofIsRefused() {
        Nodes nodes;
        Writes writes;
        for (std::uint64_t i = 0; i < 200; ++i) writes[bytesOf(i)] = bytesOf(i * i);
        const auto update = updateTree(nodes, {}, 1, writes);
        for (const auto &[key, node] : update->written) nodes.map[key] = node;
        const Digest root = update->root.hash;
        for (const std::uint64_t i : {7U, 150U, 1000U, 1001U, 1002U}) { // there, and not
            const auto found = findInTree(nodes, update->root, bytesOf(i));
            const Bytes encoded = encodeProof(found->proof);
            QVERIFY(decodeProof(encoded).ok() && *decodeProof(encoded) == found->proof);
            for (std::size_t at = 0; at < encoded.size(); ++at) {
                Bytes bad = encoded;
                bad[at] ^= static_cast<std::uint8_t>(1U << (at % 8));
                const auto proof = decodeProof(bad);
                QVERIFY(!proof.ok() || !verifyProof(*proof, root, bytesOf(i), found->value).ok());
                bad.resize(at);
                QVERIFY(!decodeProof(bad).ok());
            }
            const auto claims = [&](std::uint64_t key, std::optional<Bytes> value) {
                return verifyProof(found->proof, root, bytesOf(key), value).ok();
            };
            QVERIFY(!claims(i, bytesOf(12345)));
            QVERIFY(!claims(i + 1, found->value));
            QVERIFY(!found->value || !claims(i, std::nullopt));
        }
    }

    void anAbsentKeyIsNotProvenByAnotherPlace() {
        // A true leaf far from the key's path shows nothing about the key.
        Nodes nodes;
        Writes writes;
        for (std::uint64_t i = 0; i < 50; ++i) writes[bytesOf(i)] = bytesOf(i);
        const auto update = updateTree(nodes, {}, 1, writes);
        for (const auto &[key, node] : update->written) nodes.map[key] = node;
        for (std::uint64_t i = 0; i < 50; ++i) {
            const auto found = findInTree(nodes, update->root, bytesOf(i));
            for (std::uint64_t other = 0; other < 50; ++other)
                QVERIFY(!verifyProof(found->proof, update->root.hash, bytesOf(other), std::nullopt)
                             .ok());
        }
    }

    void aDamagedNodeIsNoticed() {
        Nodes nodes;
        Writes writes;
        for (std::uint64_t i = 0; i < 20; ++i) writes[bytesOf(i)] = bytesOf(i);
        const auto update = updateTree(nodes, {}, 1, writes);
        for (const auto &[key, node] : update->written) nodes.map[key] = node;
        for (auto &[key, node] : nodes.map) {
            const Bytes good = node;
            node.back() ^= 1U;
            QCOMPARE(checkTree(nodes, update->root).error().code, ErrorCode::LedgerDamaged);
            node = good;
        }
        QVERIFY(checkTree(nodes, update->root).ok());
    }
};

APRICOT_TEST(TestStateTree)
#include "test_state_tree.moc"
