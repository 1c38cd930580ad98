// SPDX-License-Identifier: GPL-3.0-or-later
// A snapshot that somebody offers: what it may say, how large it may be, and what is left of it.
#include "base/file.h"
#include "codec/cbor.h"
#include "comet/snapshot.h"
#include "crypto/hash.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "ledger/store_lmdb.h"

#include "program/test_program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace apricot;
using namespace apricot::comet;

namespace {

constexpr UnixTime now = 1'800'000'000;
constexpr Height height = 5;

Bytes pieceOf(const Header &header, const std::vector<std::pair<Bytes, Bytes>> &items) {
    cbor::Writer out;
    out.array(2).bytes(encodeHeader(header)).array(items.size() * 2);
    for (const auto &[key, value] : items) out.bytes(key).bytes(value);
    return out.take();
}

Bytes numbered(std::uint32_t number) {
    Bytes out{'n'};
    for (int shift = 24; shift >= 0; shift -= 8)
        out.push_back(static_cast<std::uint8_t>(number >> static_cast<unsigned>(shift)));
    return out;
}

// The tree over nothing.
class NoNodes final : public NodeSource {
  public:
    Result<Bytes> node(ByteView) const override { return ledgerDamaged("none"); }
};

struct Offer {
    Snapshot snapshot{height, {}};
    std::vector<Bytes> pieces;
    void add(Bytes piece) {
        snapshot.chunks.push_back(sha256(piece));
        pieces.push_back(std::move(piece));
    }
};

// A state of 300 values, as a hospital has it.
struct State {
    QTemporaryDir folder;
    Header header{"test-chain", height, now - 5, {}, {}, {}};
    Writes values;
    Digest root;

    State() {
        SeededRandom random(4);
        SigningKey admin;
        random.fill(admin.writable());
        values[consortiumKey()] = encode(Consortium{"test-chain", {verifyKeyOf(admin)}, 1});
        for (std::uint32_t i = 0; i < 300; ++i) values[numbered(i)] = Bytes(40 + i, 7);
        auto tree = updateTree(NoNodes(), {}, height, values);
        if (!tree) qFatal("tree");
        root = tree->root.hash;
        header.stateRoot = root;
    }
    [[nodiscard]] std::string at(const char *name) const {
        return folder.filePath(QLatin1String(name)).toStdString();
    }
    // In pieces of a hundred values.
    [[nodiscard]] Offer offer(const Header &said) const {
        Offer out;
        std::vector<std::pair<Bytes, Bytes>> items;
        for (const auto &[key, value] : values) {
            items.emplace_back(key, *value);
            if (items.size() < 100) continue;
            out.add(pieceOf(said, items));
            items.clear();
        }
        out.add(pieceOf(said, items));
        return out;
    }
    // What becomes of an offer; "" when the state is taken over.
    [[nodiscard]] std::string taken(const Offer &offer, const std::string &chainId = "test-chain",
                                    const SnapshotLimits &limits = {}) const {
        const std::filesystem::path place = at("restoring");
        std::string said;
        {
            auto reader = SnapshotReader::begin(offer.snapshot, root, place, limits);
            if (!reader) qFatal("%s", reader.error().detail.c_str());
            for (std::uint32_t i = 0; i < offer.pieces.size() && said.empty(); ++i) {
                const auto added = (*reader)->add(i, offer.pieces[i]);
                if (!added) said = added.error().detail;
            }
            if (said.empty()) {
                const auto file = (*reader)->finish(chainId, now);
                if (!file)
                    said = file.error().detail;
                else if (!moveFile(*file, at("data.mdb")).ok())
                    said = "move";
            }
        }
        if (std::filesystem::exists(place)) said += " and something is left";
        return said;
    }
};

// Memory that is nobody's file, in MB.
double anonymousMemory() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("RssAnon:")) return line.simplified().split(' ')[1].toDouble() / 1024;
    return 0;
}

} // namespace

class TestSnapshot : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theStateIsTheSameWhateverTheBatches() {
        for (const std::size_t items : {1U, 7U, 64U, 2000U}) {
            State state;
            SnapshotLimits limits;
            limits.batchItems = items;
            QCOMPARE(state.taken(state.offer(state.header), "test-chain", limits), std::string());
            auto store = openLmdbStore(state.folder.path().toStdString(), {});
            QVERIFY(store.ok());
            const auto looked = (*store)->read([&](const CommittedState &taken) -> Result<> {
                APRICOT_TRY_ASSIGN(block, taken.block(height));
                if (!block || block->root.hash != state.root) return ledgerDamaged("root");
                APRICOT_TRY_ASSIGN(keys, checkTree(taken, block->root));
                if (keys != state.values.size()) return ledgerDamaged("keys");
                for (const auto &[key, value] : state.values) {
                    APRICOT_TRY_ASSIGN(found, findInTree(taken, block->root, key));
                    if (found.value != value) return ledgerDamaged("a value");
                }
                return {};
            });
            QVERIFY2(looked.ok(), looked.ok() ? "" : looked.error().detail.c_str());
        }
    }

    void whatAHeaderSaysIsProven() {
        const State state;
        QCOMPARE(state.taken(state.offer(state.header), ""), std::string()); // the engine is silent
        Header said = state.header;
        said.chainId = "another"; // the state's root is none the wiser
        QCOMPARE(state.taken(state.offer(said), "another"),
                 std::string("another chain than its state's"));
        QCOMPARE(state.taken(state.offer(state.header), "another"),
                 std::string("another chain than the engine's"));
        said = state.header;
        said.time = now + 3600;
        QCOMPARE(state.taken(state.offer(said)), std::string("a block from the future"));
        said = state.header;
        said.height = 6;
        QCOMPARE(state.taken(state.offer(said)), std::string("another height"));
        Offer two = state.offer(state.header);
        said = state.header;
        said.time -= 1;
        const Offer other = state.offer(said);
        two.snapshot.chunks[1] = other.snapshot.chunks[1];
        two.pieces[1] = other.pieces[1];
        QCOMPARE(state.taken(two), std::string("several headers"));
        State without;
        without.values.erase(consortiumKey());
        without.root = updateTree(NoNodes(), {}, height, without.values)->root.hash;
        QCOMPARE(without.taken(without.offer(without.header)),
                 std::string("a state of no consortium"));
    }

    void piecesAreJudgedAsTheyCome() {
        const State state;
        const auto one = [&](const std::vector<std::pair<Bytes, Bytes>> &items) {
            Offer offer;
            offer.add(pieceOf(state.header, items));
            return state.taken(offer);
        };
        QCOMPARE(one({{{2}, {}}, {{1}, {}}}), std::string("keys out of order"));
        QCOMPARE(one({{{2}, {}}, {{2}, {}}}), std::string("keys out of order"));
        QCOMPARE(one({{{}, {}}}), std::string("keys out of order"));
        QCOMPARE(one({{Bytes(512, 1), {}}}), std::string("keys out of order"));
        QCOMPARE(one({{{1}, {}}}), std::string("another state than the chain's"));
        for (const Bytes &broken :
             {Bytes{}, Bytes{0xff}, Bytes{0x80}, Bytes{0x82, 0x40, 0x80}, Bytes{0x82, 0x40}}) {
            Offer offer;
            offer.add(broken);
            QVERIFY(!state.taken(offer).empty());
        }
        // Across pieces too.
        Offer twice = state.offer(state.header);
        twice.add(twice.pieces[0]);
        QCOMPARE(state.taken(twice), std::string("keys out of order"));
        SnapshotLimits small;
        small.state = 0;
        for (const Bytes &piece : state.offer(state.header).pieces) small.state += piece.size();
        --small.state;
        QCOMPARE(state.taken(state.offer(state.header), "test-chain", small),
                 std::string("too large"));
        // Another piece than the snapshot names is asked for again.
        const Offer good = state.offer(state.header);
        auto reader = SnapshotReader::begin(good.snapshot, state.root, state.at("again"), {});
        QVERIFY(reader.ok());
        QVERIFY(!*(*reader)->add(1, good.pieces[1]));
        QVERIFY(!*(*reader)->add(0, good.pieces[1]));
        QVERIFY(!(*reader)->finish("test-chain", now).ok());
        QVERIFY(*(*reader)->add(0, good.pieces[0]));
    }

    void listsOfPiecesAreBounded() {
        const auto of = [](std::size_t pieces) {
            const Bytes metadata(pieces * 32, 1);
            return snapshotFrom(height, metadata, sha256(metadata).view()).ok();
        };
        QVERIFY(!of(0));
        QVERIFY(of(1));
        QVERIFY(of(16'384));
        QVERIFY(!of(16'385));
        QVERIFY(!snapshotFrom(height, Bytes(33, 1), sha256(Bytes(33, 1)).view()).ok());
        QVERIFY(!snapshotFrom(height, Bytes(32, 1), sha256(Bytes(32, 2)).view()).ok());
    }

    // 160 MB come through 48 MB of memory at most.
    void memoryIsBoundedWhateverIsOffered() {
        const State state;
        constexpr std::uint32_t pieces = 40, items = 256;
        const auto piece = [&](std::uint32_t number) {
            std::vector<std::pair<Bytes, Bytes>> out;
            for (std::uint32_t i = 0; i < items; ++i)
                out.emplace_back(numbered(number * items + i), Bytes(std::size_t{1} << 14U, 9));
            return pieceOf(state.header, out);
        };
        Snapshot snapshot{height, {}};
        for (std::uint32_t i = 0; i < pieces; ++i) snapshot.chunks.push_back(sha256(piece(i)));
        const double before = anonymousMemory();
        double most = 0;
        {
            auto reader = SnapshotReader::begin(snapshot, state.root, state.at("large"), {});
            QVERIFY(reader.ok());
            for (std::uint32_t i = 0; i < pieces; ++i) {
                QVERIFY(*(*reader)->add(i, piece(i)));
                most = std::max(most, anonymousMemory());
            }
            QVERIFY(!(*reader)->finish("test-chain", now).ok()); // it is not this state
        }
        QVERIFY(!std::filesystem::exists(state.at("large")));
        qInfo("%.0f MB more, for %u MB", most - before, pieces * items * 16 / 1024);
        QVERIFY2(most - before < 48 * test::memoryFactor, std::to_string(most - before).c_str());
    }
};

APRICOT_TEST(TestSnapshot)
#include "test_snapshot.moc"
