// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/crypto.h"
#include "crypto/derive.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/system_random.h"
#include "program/test_program.h"

#include <QTest>

#include <csignal>
#include <cstring>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace apricot;

namespace {

SecretBytes secretOf(std::string_view text) {
    std::string copy(text);
    return SecretBytes::take({reinterpret_cast<std::uint8_t *>(copy.data()), copy.size()});
}

// Whether this process can read the byte at that address.
bool isReadable(const void *at) {
    std::uint8_t byte = 0;
    const iovec here{&byte, 1};
    const iovec there{const_cast<void *>(at), 1};
    return process_vm_readv(getpid(), &here, 1, &there, 1, 0) == 1;
}

} // namespace

class TestCrypto : public QObject {
    Q_OBJECT
    SeededRandom m_random{7};

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void coreDumpsAreOff() {
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t{0});
    }

    void takingASecretWipesItsSource() {
        std::array<std::uint8_t, 32> source{};
        source.fill(0x5a);
        const SecretBytes taken = SecretBytes::take(source);
        QVERIFY(std::all_of(source.begin(), source.end(), [](auto b) { return b == 0; }));
        QVERIFY(std::all_of(taken.view().begin(), taken.view().end(),
                            [](auto b) { return b == 0x5a; }));
    }

    void aReleasedSecretIsGoneFromMemory() {
        const void *address = nullptr;
        {
            const SecretBytes secret = secretOf("the secret of a test that can fail");
            address = secret.view().data();
            QVERIFY(isReadable(address));
        }
        // Released pages are unmapped; should they be mapped again, they come zeroed.
        if (isReadable(address)) {
            std::array<char, 10> now{};
            const iovec here{now.data(), now.size()};
            const iovec there{const_cast<void *>(address), now.size()};
            QCOMPARE(process_vm_readv(getpid(), &here, 1, &there, 1, 0), ssize_t{10});
            QVERIFY(std::memcmp(now.data(), "the secret", 10) != 0);
        }
    }

    void readingPastASecretEndsTheProgram() {
        const pid_t child = fork();
        if (child == 0) {
            // The sanitizers catch the signal themselves; the kernel's own answer is wanted here.
            std::signal(SIGSEGV, SIG_DFL);
            const SecretBytes secret(16);
            const volatile std::uint8_t *past = secret.view().data() + 16;
            _exit(*past == 0 ? 0 : 1);
        }
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(WTERMSIG(status), SIGSEGV);
    }

    void aSignatureHoldsForItsMessageAndKeyOnly() {
        const SigningKey key = randomKeyOf<SigningKey>();
        const Bytes message = {1, 2, 3};
        const Signature signature = sign(key, message);
        const VerifyKey verifying = verifyKeyOf(key);
        QVERIFY(verify(verifying, message, signature));
        QVERIFY(!verify(verifying, Bytes{1, 2, 4}, signature));
        QVERIFY(!verify(verifyKeyOf(randomKeyOf<SigningKey>()), message, signature));
        for (std::size_t bit = 0; bit < Signature::size * 8; ++bit) {
            Signature changed = signature;
            changed.bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
            QVERIFY(!verify(verifying, message, changed));
        }
    }

    void anAllZeroKeyVerifiesNothing() { QVERIFY(!verify(VerifyKey{}, Bytes{1}, Signature{})); }

    void aSealedBoxOpensForItsOwnerOnly() {
        const OpenKey owner = randomKeyOf<OpenKey>();
        const Bytes plain = {9, 8, 7};
        Bytes box = seal(sealKeyOf(owner), plain);
        QCOMPARE(box.size(), plain.size() + sealOverhead);
        const auto opened = openSealed(owner, box);
        QVERIFY(opened.ok());
        QVERIFY(std::ranges::equal(opened->view(), plain));
        QCOMPARE(openSealed(randomKeyOf<OpenKey>(), box).error().code,
                 ErrorCode::SealedBoxUnopenable);
        for (std::size_t i = 0; i < box.size(); ++i) {
            box[i] ^= 1U;
            QVERIFY(!openSealed(owner, box).ok());
            box[i] ^= 1U;
        }
        for (std::size_t n = 0; n < box.size(); ++n)
            QVERIFY(!openSealed(owner, ByteView(box).first(n)).ok());
    }

    void aKeyOfSmallOrderSealsNothing() {
        const Bytes box = seal(SealKey{}, Bytes{1, 2, 3});
        QVERIFY(std::all_of(box.begin(), box.end(), [](auto b) { return b == 0; }));
    }

    void encryptionIsBoundToKeyAndContext() {
        const SymmetricKey key = randomKey(m_random);
        const Bytes plain = {1, 2, 3, 4};
        Bytes box = encrypt(key, plain, viewOf("vault"), m_random);
        const auto opened = decrypt(key, box, viewOf("vault"));
        QVERIFY(opened.ok());
        QVERIFY(std::ranges::equal(opened->view(), plain));
        QCOMPARE(decrypt(key, box, viewOf("backup")).error().code, ErrorCode::CiphertextRejected);
        QVERIFY(!decrypt(randomKey(m_random), box, viewOf("vault")).ok());
        for (std::size_t i = 0; i < box.size(); ++i) {
            box[i] ^= 0x80U;
            QVERIFY(!decrypt(key, box, viewOf("vault")).ok());
            box[i] ^= 0x80U;
        }
        for (std::size_t n = 0; n < box.size(); ++n)
            QVERIFY(!decrypt(key, ByteView(box).first(n), viewOf("vault")).ok());
    }

    void aStreamRefusesWhatWasChangedReorderedOrCut() {
        const SymmetricKey key = randomKey(m_random);
        StreamSealer sealer(key);
        const Bytes first = sealer.chunk(Bytes{1}, false);
        const Bytes second = sealer.chunk(Bytes{2}, true);

        auto opener = StreamOpener::open(key, sealer.header());
        QVERIFY(opener.ok());
        QCOMPARE(opener->chunk(second).error().code,
                 ErrorCode::StreamChunkRejected); // out of order

        auto again = StreamOpener::open(key, sealer.header());
        QVERIFY(again.ok());
        auto one = again->chunk(first);
        QVERIFY(one.ok() && !one->last);
        auto two = again->chunk(second);
        QVERIFY(two.ok() && two->last);
        QCOMPARE(again->chunk(second).error().code,
                 ErrorCode::StreamChunkRejected); // after the last

        Bytes changed = first;
        changed.back() ^= 1U;
        auto third = StreamOpener::open(key, sealer.header());
        QVERIFY(third.ok());
        QVERIFY(!third->chunk(changed).ok());
        QVERIFY(!third->chunk(ByteView(first).first(3)).ok());
        QCOMPARE(StreamOpener::open(key, Bytes(23)).error().code, ErrorCode::StreamRejected);
    }

    void derivedKeysDifferByLabelAndInfo() {
        const SymmetricKey key = randomKey(m_random);
        const auto hexOf = [](const SymmetricKey &k) { return toHex(k.view()); };
        QCOMPARE(hexOf(deriveKey(key, "a")), hexOf(deriveKey(key, "a")));
        QVERIFY(hexOf(deriveKey(key, "a")) != hexOf(deriveKey(key, "b")));
        QVERIFY(hexOf(deriveKey(key, "a", Bytes{'b'})) != hexOf(deriveKey(key, "ab")));
        QVERIFY(hexOf(deriveKey(key, "a")) != hexOf(deriveKey(randomKey(m_random), "a")));
    }

    void aPassphraseGivesTheSameKeyForTheSameSaltOnly() {
        const SecretBytes passphrase = secretOf("four plum trees");
        Salt16 other;
        other.bytes[0] = 1;
        const auto a = deriveFromPassword(passphrase, Salt16{}, leastPasswordCost);
        const auto b = deriveFromPassword(passphrase, Salt16{}, leastPasswordCost);
        const auto c = deriveFromPassword(passphrase, other, leastPasswordCost);
        QVERIFY(a.ok() && b.ok() && c.ok());
        QCOMPARE(toHex(a->view()), toHex(b->view()));
        QVERIFY(toHex(a->view()) != toHex(c->view()));
    }

    void costsOutsideTheLimitsAreRefused() {
        const SecretBytes passphrase = secretOf("x");
        for (const PasswordCost cost :
             {PasswordCost{2, 64ULL << 20U}, PasswordCost{3, 63ULL << 20U},
              PasswordCost{65, 64ULL << 20U}, PasswordCost{3, 5ULL << 30U}})
            QCOMPARE(deriveFromPassword(passphrase, Salt16{}, cost).error().code,
                     ErrorCode::PasswordCostRefused);
    }

    void theLeastCostCanBeChosen() {
        qputenv("APRICOT_PASSWORD_COST", "least");
        QVERIFY(passwordCostHere() == leastPasswordCost);
        qputenv("APRICOT_PASSWORD_COST", "none"); // nothing else can: it is measured then
        const PasswordCost measured = passwordCostHere();
        QVERIFY(measured.passes >= leastPasswordCost.passes);
        QVERIFY(measured.memoryBytes >= leastPasswordCost.memoryBytes);
        qunsetenv("APRICOT_PASSWORD_COST");
    }

    void theCostFollowsTheMachine() {
        // A stopwatch that says how long the least cost took: 0.05 s, then 2 s.
        const auto tookSeconds = [](double seconds) {
            return [seconds, calls = 0]() mutable { return seconds * calls++; };
        };
        const PasswordCost fast = calibratePasswordCost(tookSeconds(0.05));
        QCOMPARE(fast.memoryBytes, std::uint64_t{256} << 20U);
        QVERIFY(fast.passes > leastPasswordCost.passes);
        QVERIFY(calibratePasswordCost(tookSeconds(2.0)) == leastPasswordCost);
    }

    void hashesOfPartsAreHashesOfTheWhole() {
        const Bytes a = {1, 2};
        const Bytes b = {3};
        const Bytes whole = {1, 2, 3};
        QVERIFY(sha256({a, b}) == sha256(whole));
        QVERIFY(blake2b({a, b}) == blake2b(whole));
        QVERIFY(sha256(whole) != blake2b(whole));
    }

    void seededRandomnessRepeatsAndSystemRandomnessDoesNot() {
        SeededRandom one(1);
        SeededRandom same(1);
        SeededRandom two(2);
        const auto first = randomFixed<Salt16>(one);
        QVERIFY(first == randomFixed<Salt16>(same));
        QVERIFY(first != randomFixed<Salt16>(two));
        QVERIFY(first != randomFixed<Salt16>(one));
        SystemRandom system;
        QVERIFY(randomFixed<Salt16>(system) != randomFixed<Salt16>(system));
    }

  private:
    template <class Key>
    Key randomKeyOf() {
        Key key;
        m_random.fill(key.writable());
        return key;
    }
};

APRICOT_TEST(TestCrypto)
#include "test_crypto.moc"
