// SPDX-License-Identifier: GPL-3.0-or-later
// No changed grant is accepted. APRICOT_MUTATIONS says how many are tried (20000).
#include "example_grant.h"

#include "crypto/crypto.h"
#include "program/test_program.h"

#include <QTest>

#include <random>

using namespace apricot;

class TestMutatedGrants : public QObject {
    Q_OBJECT
    std::mt19937_64 m_random{1}; // NOLINT(cert-msc51-cpp): the same ones every time

    std::size_t below(std::size_t n) { return m_random() % n; }
    Bytes mutated(Bytes bytes, const Bytes &other) {
        const auto at = [](auto &b, std::size_t i) {
            return b.begin() + static_cast<std::ptrdiff_t>(i);
        };
        switch (below(6)) {
        case 0:
            bytes[below(bytes.size())] ^= static_cast<std::uint8_t>(1U << below(8));
            break;
        case 1:
            bytes.insert(at(bytes, below(bytes.size() + 1)), static_cast<std::uint8_t>(m_random()));
            break;
        case 2:
            bytes.erase(at(bytes, below(bytes.size())));
            break;
        case 3: { // a piece of the other grant in the same place
            const std::size_t from = below(std::min(bytes.size(), other.size()));
            const std::size_t size = below(std::min(bytes.size(), other.size()) - from) + 1;
            std::copy_n(at(other, from), size, at(bytes, from));
            break;
        }
        case 4: { // the beginning of one, the end of the other
            const std::size_t cut = below(std::min(bytes.size(), other.size()));
            bytes.resize(cut);
            bytes.insert(bytes.end(), at(other, cut), other.end());
            break;
        }
        default: { // a longer head for the same CBOR length or number
            const std::size_t i = below(bytes.size());
            const std::uint8_t head = bytes[i];
            if ((head & 0x1fU) < 24) {
                bytes[i] = static_cast<std::uint8_t>((head & 0xe0U) | 24U);
                bytes.insert(at(bytes, i + 1), static_cast<std::uint8_t>(head & 0x1fU));
            } else if ((head & 0x1fU) == 24) {
                bytes[i] = static_cast<std::uint8_t>(head + 1);
                bytes.insert(at(bytes, i + 1), std::uint8_t{0});
            } else {
                bytes[i] = static_cast<std::uint8_t>(~head);
            }
        }
        }
        return bytes;
    }

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void noneIsAccepted() {
        bool given = false;
        const int wanted = qEnvironmentVariableIntValue("APRICOT_MUTATIONS", &given);
        const int rounds = given ? wanted : 20000;
        QVERIFY(rounds > 0);

        Grant first = exampleGrant(1), second = exampleGrant(2), third = largeGrant();
        std::vector<SignedGrant> good;
        for (Grant *grant : {&first, &second, &third})
            good.push_back(*signGrant(*grant, signingKeyOf(1)));
        std::vector<Bytes> encoded;
        for (const SignedGrant &grant : good) {
            QVERIFY(verifyGrant(grant).ok());
            encoded.push_back(encodeGrant(grant));
        }
        int refused = 0, decoded = 0;
        while (refused < rounds) {
            const std::size_t a = below(good.size()), b = below(good.size());
            if (below(2) == 0) { // as it travels
                const Bytes changed = mutated(encoded[a], encoded[b]);
                if (changed == encoded[a] || changed == encoded[b]) continue;
                const auto read = decodeGrant(changed);
                decoded += read ? 1 : 0;
                QVERIFY2(!read || !verifyGrant(*read), toHex(changed).c_str());
            } else { // the public part alone, as it is redeemed
                const Bytes changed = mutated(good[a].publicPart, good[b].publicPart);
                if (changed == good[a].publicPart || changed == good[b].publicPart) continue;
                QVERIFY2(!verifyPublicPart(changed), toHex(changed).c_str());
            }
            ++refused;
        }
        qInfo("%d changed grants, %d refused only after decoding, none accepted", refused, decoded);
        QVERIFY(decoded > 0);
    }
};

APRICOT_TEST(TestMutatedGrants)
#include "test_mutated_grants.moc"
