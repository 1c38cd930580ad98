// SPDX-License-Identifier: GPL-3.0-or-later
// Shares of a secret: the field's known answers, SLIP-39's vectors (the same field, the secret at
// 255 and a digest of it at 254), and what must hold of any split.
#include "crypto/crypto.h"
#include "crypto/split.h"
#include "crypto/system_random.h"
#include "program/test_program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QTest>

#include <map>

using namespace apricot;

namespace {

SecretShare share(std::uint8_t at, Bytes value) {
    return {at, SecretBytes::take(value)};
}

// A share of SLIP-39 as its words say it.
struct Words {
    unsigned group = 0, groupThreshold = 0, member = 0, memberThreshold = 0;
    Bytes value;
};

Words wordsOf(const QString &mnemonic, const QStringList &list) {
    std::vector<bool> bits;
    for (const QString &word : mnemonic.split(QLatin1Char(' ')))
        for (int bit = 9; bit >= 0; --bit) bits.push_back(list.indexOf(word) >> bit & 1);
    std::size_t at = 20; // identifier, extendable, iteration exponent
    const auto next = [&](unsigned count) {
        unsigned out = 0;
        while (count-- > 0) out = out << 1U | static_cast<unsigned>(bits[at++]);
        return out;
    };
    Words out;
    out.group = next(4);
    out.groupThreshold = next(4) + 1;
    next(4);
    out.member = next(4);
    out.memberThreshold = next(4) + 1;
    const std::size_t left = bits.size() - at - 30; // before the checksum
    next(static_cast<unsigned>(left % 16));         // padding
    while (at < bits.size() - 30) out.value.push_back(static_cast<std::uint8_t>(next(8)));
    return out;
}

// The secret at 255, when the digest at 254 says that it is the one; else nothing.
std::optional<Bytes> slip39(const std::vector<SecretShare> &shares, unsigned threshold) {
    if (shares.size() < threshold) return std::nullopt;
    const std::span<const SecretShare> some(shares.data(), threshold);
    const auto secret = valueAt(255, some);
    if (!secret) return std::nullopt;
    const ByteView view = secret->view();
    if (threshold > 1) {
        const auto digest = valueAt(254, some);
        const ByteView key = digest->view().subspan(4);
        const auto bytes = [](ByteView v) {
            return QByteArray(reinterpret_cast<const char *>(v.data()),
                              static_cast<qsizetype>(v.size()));
        };
        const QByteArray mac =
            QMessageAuthenticationCode::hash(bytes(view), bytes(key), QCryptographicHash::Sha256);
        if (mac.first(4) != bytes(digest->view().first(4))) return std::nullopt;
    }
    return Bytes(view.begin(), view.end());
}

} // namespace

class TestSplit : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    // FIPS 197 section 4.2: {57} x {83} = {c1}, {57} x {13} = {fe}. A line through 0 and the slope.
    void theFieldIsThatOfAes() {
        for (const auto &[x, product] :
             std::map<std::uint8_t, std::uint8_t>{{0x83, 0xc1}, {0x13, 0xfe}, {0x02, 0xae}}) {
            const std::array shares{share(0, {0}), share(1, {0x57})};
            QCOMPARE(valueAt(x, shares)->view()[0], product);
        }
    }

    void anyThresholdRebuildsIt() {
        SeededRandom random(1);
        const SymmetricKey secret = randomKey(random);
        for (std::size_t n = 1; n <= 7; ++n) {
            const std::size_t t = n / 2 + 1;
            const auto shares = splitSecret(secret.view(), n, t, random);
            QVERIFY(shares.ok());
            for (unsigned chosen = 0; chosen < 1U << n; ++chosen) {
                std::vector<SecretShare> some;
                for (std::size_t i = 0; i < n; ++i)
                    if (chosen >> i & 1U)
                        some.push_back({(*shares)[i].at, (*shares)[i].value.clone()});
                if (some.empty()) continue;
                const bool same = std::ranges::equal(joinShares(some)->view(), secret.view());
                QCOMPARE(same, some.size() >= t);
            }
        }
    }

    // Every value of a share below the threshold is as likely for one secret as for another.
    void belowTheThresholdNothingShows() {
        SeededRandom random(2);
        for (const std::uint8_t secret : {std::uint8_t{0}, std::uint8_t{0xff}}) {
            std::array<int, 256> seen{};
            const auto shares = splitSecret(Bytes(25600, secret), 3, 2, random);
            for (const std::uint8_t byte : (*shares)[1].value.view()) ++seen[byte];
            double chi = 0;
            for (const int n : seen) chi += (n - 100.0) * (n - 100.0) / 100.0;
            QVERIFY2(chi > 160 && chi < 380, qPrintable(QString::number(chi))); // 255 +- 5.5 sigma
        }
    }

    void whatDoesNotBelongTogetherIsRefused() {
        SeededRandom random(3);
        const auto refused = [](const auto &result) {
            return !result.ok() && result.error().code == ErrorCode::SharesUnusable;
        };
        QVERIFY(refused(splitSecret(Bytes(32), 3, 0, random)));
        QVERIFY(refused(splitSecret(Bytes(32), 3, 4, random)));
        QVERIFY(refused(splitSecret(Bytes(32), 256, 4, random)));
        QVERIFY(refused(joinShares({})));
        QVERIFY(refused(joinShares(std::array{share(1, {1}), share(2, {1, 2})})));
        QVERIFY(refused(joinShares(std::array{share(1, {1}), share(1, {2})})));
    }

    void slip39VectorsInterpolate() {
        const QString folder =
            qEnvironmentVariable("APRICOT_SHARED_DATA",
                                 QStringLiteral(APRICOT_SOURCE_DIR "/../shared/data"))
            + QStringLiteral("/secret-sharing/");
        QFile vectors(folder + QStringLiteral("slip39-vectors-even.json"));
        QFile list(folder + QStringLiteral("slip39-wordlist.txt"));
        if (!vectors.open(QIODevice::ReadOnly) || !list.open(QIODevice::ReadOnly))
            QSKIP("no SLIP-39 vectors: set APRICOT_SHARED_DATA");
        const QStringList words =
            QString::fromUtf8(list.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        int joined = 0;
        for (const auto &entry : QJsonDocument::fromJson(vectors.readAll()).array()) {
            const QJsonArray vector = entry.toArray();
            if (vector[2].toString().isEmpty()) continue; // invalid for its words
            std::map<unsigned, std::vector<SecretShare>> groups;
            std::map<unsigned, unsigned> thresholds;
            unsigned groupThreshold = 1;
            for (const auto &mnemonic : vector[1].toArray()) {
                Words one = wordsOf(mnemonic.toString(), words);
                groupThreshold = one.groupThreshold;
                thresholds[one.group] = one.memberThreshold;
                groups[one.group].push_back(
                    share(static_cast<std::uint8_t>(one.member), std::move(one.value)));
            }
            std::vector<SecretShare> whole;
            for (const auto &[group, shares] : groups) {
                auto value = slip39(shares, thresholds[group]);
                if (!value) continue;
                joined += thresholds[group] > 1;
                whole.push_back(share(static_cast<std::uint8_t>(group), std::move(*value)));
            }
            QVERIFY2(slip39(whole, groupThreshold), qPrintable(vector[0].toString()));
            joined += groupThreshold > 1;
        }
        QVERIFY2(joined >= 5, qPrintable(QString::number(joined)));
    }
};

APRICOT_TEST(TestSplit)
#include "test_split.moc"
