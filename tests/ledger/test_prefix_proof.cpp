// SPDX-License-Identifier: GPL-3.0-or-later
// Everything under a prefix of the state: shown whole, or refused.
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

Bytes bytesOf(std::uint64_t number) {
    const std::string text = std::to_string(number);
    return {text.begin(), text.end()};
}

struct State {
    Nodes nodes;
    NodeRef root;
    std::map<Bytes, Bytes> values;
};

State stateOf(std::uint64_t count, std::size_t valueBytes = 8) {
    State out;
    Writes writes;
    for (std::uint64_t i = 0; i < count; ++i) {
        Bytes value = bytesOf(i * 3);
        value.resize(valueBytes, 7);
        writes[bytesOf(i)] = value;
        out.values[bytesOf(i)] = value;
    }
    auto tree = updateTree(out.nodes, {}, 1, writes);
    for (auto &[key, node] : tree->written) out.nodes.map[key] = std::move(node);
    out.root = tree->root;
    return out;
}

std::vector<PrefixEntry> expected(const State &state, const StatePrefix &prefix) {
    std::vector<PrefixEntry> out;
    for (const auto &[key, value] : state.values)
        if (isUnder(prefix, sha256(key))) out.push_back({sha256(key), value});
    std::ranges::sort(out, {}, &PrefixEntry::keyHash);
    return out;
}

} // namespace

class TestPrefixProof : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    // In states of every size, at every width: the entries are those of a plain scan, the proof
    // verifies and comes back from its bytes as it was.
    void isTheWholeBucket() {
        for (const std::uint64_t count : {0, 1, 2, 3, 17, 200, 600}) {
            const State state = stateOf(count);
            for (std::size_t bits = 0; bits <= mostPrefixBits; ++bits)
                for (std::uint64_t i = 0; i < 6; ++i) {
                    const StatePrefix prefix = prefixOf(sha256(bytesOf(i * 97)), bits);
                    const auto found = findUnder(state.nodes, state.root, prefix);
                    QVERIFY(found.ok());
                    QVERIFY(found->entries == expected(state, prefix));
                    QVERIFY(verifyPrefixProof(*found, state.root.hash, prefix).ok());
                    const auto again = decodePrefixProof(encodePrefixProof(*found));
                    QVERIFY(again && *again == *found);
                }
        }
    }

    // Every lie about a bucket: a leaf out, a leaf in, another value, another order, what belongs
    // to a neighbour, another prefix, another root.
    void liesAreRefused() {
        const State state = stateOf(300);
        for (std::size_t bits = 0; bits <= 12; ++bits)
            for (std::uint64_t i = 0; i < 5; ++i) {
                const StatePrefix prefix = prefixOf(sha256(bytesOf(i)), bits);
                const PrefixProof truth = *findUnder(state.nodes, state.root, prefix);
                const auto isRefused = [&](const PrefixProof &proof, const StatePrefix &at) {
                    const auto result = verifyPrefixProof(proof, state.root.hash, at);
                    return !result && result.error().code == ErrorCode::ProofRefused;
                };
                QVERIFY(!truth.entries.empty());
                for (std::size_t k = 0; k < truth.entries.size(); k += 1 + k / 4) {
                    PrefixProof lie = truth;
                    lie.entries.erase(lie.entries.begin() + static_cast<std::ptrdiff_t>(k));
                    QVERIFY(isRefused(lie, prefix));
                    lie = truth;
                    lie.entries[k].value.push_back(1);
                    QVERIFY(isRefused(lie, prefix));
                    lie = truth;
                    lie.entries.insert(lie.entries.begin() + static_cast<std::ptrdiff_t>(k),
                                       truth.entries[k]);
                    QVERIFY(isRefused(lie, prefix));
                    lie = truth;
                    lie.entries[k].keyHash.bytes[31] ^= 1U;
                    QVERIFY(isRefused(lie, prefix));
                }
                if (truth.entries.size() > 1) {
                    PrefixProof lie = truth;
                    std::swap(lie.entries[0], lie.entries[1]);
                    QVERIFY(isRefused(lie, prefix));
                }
                PrefixProof lie = truth;
                lie.entries.clear();
                QVERIFY(isRefused(lie, prefix));
                lie = truth;
                lie.outside = ProofLeaf{sha256(bytesOf(1)), sha256(bytesOf(2))};
                QVERIFY(isRefused(lie, prefix));
                if (!truth.siblings.empty()) {
                    lie = truth;
                    lie.siblings.pop_back();
                    QVERIFY(isRefused(lie, prefix));
                    lie = truth;
                    lie.siblings.back().bytes[0] ^= 1U;
                    QVERIFY(isRefused(lie, prefix));
                }
                lie = truth;
                lie.siblings.push_back(emptyHash());
                QVERIFY(isRefused(lie, prefix));
                // The true answer to a narrower question does not pass for the wider one.
                if (bits > 0) {
                    const StatePrefix wider = prefixOf(prefix.path, bits - 1);
                    QVERIFY(isRefused(truth, wider)
                            || truth == *findUnder(state.nodes, state.root, wider));
                    StatePrefix other = prefix;
                    other.path.bytes[(bits - 1) / 8] ^=
                        static_cast<std::uint8_t>(0x80U >> ((bits - 1) % 8));
                    QVERIFY(isRefused(truth, other));
                }
                QVERIFY(!verifyPrefixProof(truth, emptyHash(), prefix).ok());
            }
    }

    // What is cut out of a bucket is the very proof that a question for the key alone gets: of keys
    // that are there and of those that are not.
    void aKeysOwnProofIsCutOut() {
        for (const std::uint64_t count : {0, 1, 2, 90, 700}) {
            const State state = stateOf(count);
            for (std::size_t bits = 0; bits <= 14; ++bits)
                for (std::uint64_t i = 0; i < 12; ++i) {
                    const Bytes key = bytesOf(i * 13);
                    const StatePrefix prefix = prefixOf(sha256(key), bits);
                    ProvenPrefix whole{prefix, *findUnder(state.nodes, state.root, prefix), {5}, 9};
                    const ProvenAnswer cut = answerWithin(whole, key);
                    const Found alone = *findInTree(state.nodes, state.root, key);
                    QVERIFY(cut.value == alone.value);
                    QVERIFY(cut.proof == encodeProof(alone.proof));
                    QVERIFY(cut.key == key && cut.height == 9 && cut.header == Bytes{5});
                }
        }
    }

    void aBucketIsBounded() {
        const State many = stateOf(mostPrefixEntries + 1);
        const auto all = findUnder(many.nodes, many.root, {});
        QVERIFY(!all && all.error().code == ErrorCode::StatePrefixTooWide);
        QVERIFY(findUnder(many.nodes, many.root, prefixOf(sha256(bytesOf(0)), 1)).ok());
        const State large = stateOf(9, mostPrefixBytes / 8);
        const auto heavy = findUnder(large.nodes, large.root, {});
        QVERIFY(!heavy && heavy.error().code == ErrorCode::StatePrefixTooWide);
    }

    void damagedAnswersAreRefused() {
        const State state = stateOf(100);
        const StatePrefix prefix = prefixOf(sha256(bytesOf(5)), 3);
        const ProvenPrefix answer{prefix, *findUnder(state.nodes, state.root, prefix), {1, 2}, 44};
        const Bytes wire = encodeProvenPrefix(answer);
        const auto back = decodeProvenPrefix(wire);
        QVERIFY(back && back->prefix == prefix && back->proof == answer.proof
                && back->header == answer.header && back->height == 44);
        for (std::size_t length = 0; length < wire.size(); length += 7)
            QVERIFY(!decodeProvenPrefix(ByteView(wire).first(length)).ok());
        std::mt19937 random(3);
        for (int i = 0; i < 3000; ++i) {
            Bytes changed = wire;
            changed[random() % changed.size()] ^= static_cast<std::uint8_t>(1 + random() % 255);
            const auto read = decodeProvenPrefix(changed);
            if (!read) continue;
            const bool same = read->prefix == prefix && read->proof == answer.proof;
            QVERIFY(same || !verifyPrefixProof(read->proof, state.root.hash, prefix).ok()
                    || read->prefix != prefix);
        }
        QVERIFY(!prefixFrom(Bytes{0x81}, 1));    // more than the bits
        QVERIFY(!prefixFrom(Bytes{0x80, 0}, 1)); // more bytes than they need
        QVERIFY(!prefixFrom(Bytes(5, 0), 33));   // too many
        QVERIFY(prefixFrom(Bytes{0x80}, 1) && prefixFrom(Bytes{}, 0));
    }
};

APRICOT_TEST(TestPrefixProof)
#include "test_prefix_proof.moc"
