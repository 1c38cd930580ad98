// SPDX-License-Identifier: GPL-3.0-or-later
// PIN and finger in front of a real vault's passphrase: with a key store in memory that can be
// taken away, be put back to an earlier state, or stop working in the middle.
#include "base/file.h"
#include "crypto/crypto.h"
#include "crypto/system_random.h"
#include "flows/patient/quick_unlock.h"
#include "program/test_program.h"
#include "vault/vault.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace apricot;

namespace {

SecretBytes secret(std::string text) {
    return SecretBytes::take({reinterpret_cast<std::uint8_t *>(text.data()), text.size()});
}
std::string textOf(const SecretBytes &secret) {
    return std::string(apricot::textOf(secret.view()));
}

// Outlives the "program", as the real one does.
class Keys final : public KeyStore {
  public:
    [[nodiscard]] bool isThere() const override { return there; }
    [[nodiscard]] Result<> put(std::string_view name, const SecretBytes &value) override {
        if (!there || ++puts == failAtPut) return Error{ErrorCode::KeyStoreAbsent, {}, {}};
        kept.insert_or_assign(std::string(name), value.clone());
        return {};
    }
    [[nodiscard]] Result<std::optional<SecretBytes>> get(std::string_view name) override {
        if (!there) return Error{ErrorCode::KeyStoreAbsent, {}, {}};
        const auto found = kept.find(name);
        if (found == kept.end()) return std::optional<SecretBytes>();
        return std::optional(found->second.clone());
    }
    [[nodiscard]] Result<> remove(std::string_view name) override {
        if (!there) return Error{ErrorCode::KeyStoreAbsent, {}, {}};
        if (const auto found = kept.find(name); found != kept.end()) kept.erase(found);
        return {};
    }
    bool there = true;
    int puts = 0, failAtPut = 0;
    std::map<std::string, SecretBytes, std::less<>> kept;
};

// One vault for all tests: making one is slow.
struct Scene {
    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    std::filesystem::path vault =
        std::filesystem::path(folder.path().toStdString()) / "mine.apricot";
    Keys keys;

    Scene() {
        if (!Vault::create(vault, secret(passphrase), leastPasswordCost, random, clock))
            qFatal("no vault");
    }
    static constexpr const char *passphrase = "four words 四个词";
    [[nodiscard]] std::filesystem::path file() const { return vault.string() + ".quick"; }
    void enable(const char *pin = "294618") {
        keys.failAtPut = 0;
        keys.there = true;
        const auto done = enableQuickUnlock(vault, secret(passphrase), secret(pin), keys, random);
        if (!done) qFatal("enable: %s", nameOf(done.error().code).data());
    }
    ErrorCode tryPin(const char *pin) {
        const auto got = quickUnlock(vault, secret(pin), keys);
        if (!got) return got.error().code;
        return textOf(*got) == passphrase ? ErrorCode::None : ErrorCode::WrongPassphrase;
    }
};

} // namespace

class TestQuickUnlock : public QObject {
    Q_OBJECT
    std::unique_ptr<Scene> m_scene;

  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startCrypto().ok());
        m_scene = std::make_unique<Scene>();
    }
    void cleanup() {
        m_scene->keys.there = true;
        m_scene->keys.failAtPut = 0;
        static_cast<void>(forgetQuickUnlock(m_scene->vault, m_scene->keys));
        m_scene->keys.kept.clear();
    }

    void easyAndShortPinsAreRefused_data() {
        QTest::addColumn<QString>("pin");
        QTest::addColumn<bool>("isShort");
        for (const char *pin : {"", "1", "29461", "29461a", "２９４６１８", "294 618"})
            QTest::newRow(*pin ? pin : "empty") << QString::fromUtf8(pin) << true;
        for (const char *pin : {"000000", "99999999", "123456", "654321", "234567", "890123",
                                "135791", "121212", "123123", "112233", "520131"})
            QTest::newRow(pin) << QString::fromUtf8(pin) << false;
        QTest::newRow("too long") << QString(65, u'7') << true;
    }
    void easyAndShortPinsAreRefused() {
        QFETCH(QString, pin);
        QFETCH(bool, isShort);
        const auto checked = checkPin(secret(pin.toStdString()));
        QVERIFY(!checked.ok());
        QCOMPARE(checked.error().code, isShort ? ErrorCode::PinTooShort : ErrorCode::PinTooEasy);
        Scene &scene = *m_scene;
        QVERIFY(!enableQuickUnlock(scene.vault, secret(Scene::passphrase),
                                   secret(pin.toStdString()), scene.keys, scene.random));
        QVERIFY(!hasQuickUnlock(scene.vault));
        QVERIFY(scene.keys.kept.empty());
    }
    void ordinaryPinsAreTaken() {
        for (const char *pin : {"294618", "100000", "18273645546372819"})
            QVERIFY2(checkPin(secret(pin)).ok(), pin);
    }

    void thePinOpensAndTheVaultOpensWithWhatItGives() {
        Scene &scene = *m_scene;
        scene.enable();
        QVERIFY(hasQuickUnlock(scene.vault));
        const auto got = quickUnlock(scene.vault, secret("294618"), scene.keys);
        QVERIFY(got.ok());
        QVERIFY(Vault::open(scene.vault, *got, scene.random, scene.clock).ok());
    }

    void aWrongPassphraseIsNotWrapped() {
        Scene &scene = *m_scene;
        const auto done = enableQuickUnlock(scene.vault, secret("not this one"), secret("294618"),
                                            scene.keys, scene.random);
        QCOMPARE(done.error().code, ErrorCode::WrongPassphrase);
        QVERIFY(!hasQuickUnlock(scene.vault));
    }

    void nothingReadableIsKept() {
        Scene &scene = *m_scene;
        scene.enable();
        const Bytes file = *readFile(scene.file(), 4096);
        const std::string_view text = apricot::textOf(ByteView(file));
        QVERIFY(text.find("294618") == text.npos && text.find("four") == text.npos);
        for (const auto &[name, value] : scene.keys.kept)
            QVERIFY(textOf(value).find("four") == std::string::npos && value.size() == 33);
        // Nor does the file's length say how long the passphrase is.
        QCOMPARE((file.size() - 84 - 40 - 33) % 64, std::size_t{0});
    }

    void fiveWrongTriesOverRestartsEndIt() {
        Scene &scene = *m_scene;
        scene.enable();
        for (unsigned left = 4; left >= 1; --left) {
            const auto got = quickUnlock(scene.vault, secret("294619"), scene.keys);
            QCOMPARE(got.error().code, ErrorCode::PinWrong);
            QCOMPARE(got.error().detail, std::to_string(left));
            QCOMPARE(*quickTriesLeft(scene.vault, scene.keys), left);
        }
        QCOMPARE(scene.tryPin("294619"), ErrorCode::QuickUnlockGone);
        QVERIFY(!hasQuickUnlock(scene.vault));
        QVERIFY(scene.keys.kept.empty());
        QCOMPARE(scene.tryPin("294618"), ErrorCode::QuickUnlockOff);
    }
    void aRightOneGivesAllTriesBack() {
        Scene &scene = *m_scene;
        scene.enable();
        QCOMPARE(scene.tryPin("294619"), ErrorCode::PinWrong);
        QCOMPARE(scene.tryPin("294618"), ErrorCode::None);
        QCOMPARE(*quickTriesLeft(scene.vault, scene.keys), quickTries);
    }

    void anOldCopyOfTheFileGivesNoMoreTries() {
        Scene &scene = *m_scene;
        scene.enable();
        const Bytes fresh = *readFile(scene.file(), 4096);
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(scene.tryPin("294619"), ErrorCode::PinWrong);
            QVERIFY(writeFile(scene.file(), fresh).ok());
        }
        QCOMPARE(*quickTriesLeft(scene.vault, scene.keys), 1U);
        QCOMPARE(scene.tryPin("294619"), ErrorCode::QuickUnlockGone);
        QVERIFY(writeFile(scene.file(), fresh).ok());
        QCOMPARE(scene.tryPin("294618"), ErrorCode::QuickUnlockGone);
    }
    void anOldStateOfTheKeyStoreGivesNoMoreTries() {
        Scene &scene = *m_scene;
        scene.enable();
        const std::string name = scene.keys.kept.begin()->first;
        const SecretBytes fresh = scene.keys.kept.begin()->second.clone();
        QCOMPARE(scene.tryPin("294619"), ErrorCode::PinWrong);
        scene.keys.kept.insert_or_assign(name, fresh.clone());
        QCOMPARE(*quickTriesLeft(scene.vault, scene.keys), 4U);
    }

    void theFileAloneOpensNothing() {
        Scene &scene = *m_scene;
        scene.enable();
        Keys other;
        const auto got = quickUnlock(scene.vault, secret("294618"), other);
        QCOMPARE(got.error().code, ErrorCode::QuickUnlockGone);
    }
    void withoutAKeyStoreNothingIsLost() {
        Scene &scene = *m_scene;
        scene.enable();
        scene.keys.there = false;
        QCOMPARE(scene.tryPin("294618"), ErrorCode::KeyStoreAbsent);
        QVERIFY(hasQuickUnlock(scene.vault));
        scene.keys.there = true;
        QCOMPARE(scene.tryPin("294618"), ErrorCode::None);
    }

    // Every byte changed, and every length: refused, and nothing is lost by it.
    void aForgedOrTruncatedFileChangesNothing() {
        Scene &scene = *m_scene;
        scene.enable();
        const Bytes good = *readFile(scene.file(), 4096);
        const auto before = scene.keys.kept.begin()->second.clone();
        for (std::size_t i = 0; i < good.size(); ++i) {
            Bytes bad = good;
            bad[i] ^= 1U;
            QVERIFY(writeFile(scene.file(), bad).ok());
            const auto got = quickUnlock(scene.vault, secret("294618"), scene.keys);
            QVERIFY2(!got.ok(), std::to_string(i).c_str());
            // A changed id is that of a key which the store never had.
            const bool id = i >= 8 && i < 24;
            QCOMPARE(got.error().code,
                     id ? ErrorCode::QuickUnlockGone : ErrorCode::QuickUnlockDamaged);
        }
        for (std::size_t size = 0; size < good.size(); size += 5) {
            QVERIFY(writeFile(scene.file(), ByteView(good).first(size)).ok());
            QCOMPARE(scene.tryPin("294618"), ErrorCode::QuickUnlockDamaged);
        }
        QVERIFY(writeFile(scene.file(), Bytes(100000, 7)).ok());
        QVERIFY(scene.tryPin("294618") != ErrorCode::None);
        QVERIFY(std::equal(before.view().begin(), before.view().end(),
                           scene.keys.kept.begin()->second.view().begin()));
        QVERIFY(writeFile(scene.file(), good).ok());
        QCOMPARE(scene.tryPin("294618"), ErrorCode::None);
    }
    void moreTriesCannotBeWrittenIntoTheFile() {
        Scene &scene = *m_scene;
        scene.enable();
        QCOMPARE(scene.tryPin("294619"), ErrorCode::PinWrong);
        Bytes file = *readFile(scene.file(), 4096);
        QCOMPARE(unsigned{file[file.size() - 33]}, 4U);
        file[file.size() - 33] = 5;
        QVERIFY(writeFile(scene.file(), file).ok());
        QCOMPARE(scene.tryPin("294618"), ErrorCode::QuickUnlockDamaged);
    }

    // The program ends at any write to the key store or between it and the file.
    void killedBetweenSteps() {
        Scene &scene = *m_scene;
        scene.enable();
        const Bytes file = *readFile(scene.file(), 4096);
        // After the key store counted, before the file did.
        QCOMPARE(scene.tryPin("294619"), ErrorCode::PinWrong);
        QVERIFY(writeFile(scene.file(), file).ok());
        QCOMPARE(*quickTriesLeft(scene.vault, scene.keys), 4U);
        QCOMPARE(scene.tryPin("294618"), ErrorCode::None);
        // Before the try was counted: it is not made.
        scene.keys.failAtPut = scene.keys.puts + 1;
        QCOMPARE(scene.tryPin("294618"), ErrorCode::KeyStoreAbsent);
        QCOMPARE(*quickTriesLeft(scene.vault, scene.keys), quickTries);
        // After the right PIN, before the count was put back: open, with fewer tries next time.
        scene.keys.failAtPut = scene.keys.puts + 2;
        QCOMPARE(scene.tryPin("294618"), ErrorCode::None);
        QCOMPARE(*quickTriesLeft(scene.vault, scene.keys), 4U);
    }
    void aNewPinThatIsNotWholeLeavesTheOldOne() {
        Scene &scene = *m_scene;
        scene.enable("294618");
        scene.keys.failAtPut = scene.keys.puts + 1;
        QVERIFY(!enableQuickUnlock(scene.vault, secret(Scene::passphrase), secret("807531"),
                                   scene.keys, scene.random));
        QCOMPARE(scene.tryPin("294618"), ErrorCode::None);
        scene.enable("807531");
        QCOMPARE(scene.tryPin("294618"), ErrorCode::PinWrong);
        QCOMPARE(scene.tryPin("807531"), ErrorCode::None);
        QCOMPARE(scene.keys.kept.size(), std::size_t{1}); // the old secret is gone
    }

    void aChangedPassphraseEndsIt() {
        Scene scene; // of its own
        scene.enable();
        QVERIFY(
            enableBiometricUnlock(scene.vault, secret(Scene::passphrase), scene.keys, scene.random)
                .ok());
        {
            auto vault =
                Vault::open(scene.vault, secret(Scene::passphrase), scene.random, scene.clock);
            QVERIFY((*vault)
                        ->changePassphrase(secret(Scene::passphrase), secret("another one"),
                                           leastPasswordCost)
                        .ok());
        }
        QCOMPARE(scene.tryPin("294618"), ErrorCode::QuickUnlockGone);
        QVERIFY(!hasQuickUnlock(scene.vault));
        QCOMPARE(biometricUnlock(scene.vault, scene.keys).error().code, ErrorCode::QuickUnlockGone);
        QVERIFY(!hasBiometricUnlock(scene.vault));
        QVERIFY(scene.keys.kept.empty());
    }

    void theFingerHasASecretOfItsOwn() {
        Scene &scene = *m_scene;
        QCOMPARE(biometricUnlock(scene.vault, scene.keys).error().code, ErrorCode::QuickUnlockOff);
        scene.enable();
        QVERIFY(
            enableBiometricUnlock(scene.vault, secret(Scene::passphrase), scene.keys, scene.random)
                .ok());
        QCOMPARE(scene.keys.kept.size(), std::size_t{2});
        QCOMPARE(textOf(*biometricUnlock(scene.vault, scene.keys)), std::string(Scene::passphrase));
        // One is switched off, the other still works.
        QVERIFY(forgetQuickUnlock(scene.vault, scene.keys).ok());
        QCOMPARE(textOf(*biometricUnlock(scene.vault, scene.keys)), std::string(Scene::passphrase));
        // The one's file is not the other's.
        std::filesystem::copy_file(scene.vault.string() + ".touch", scene.file());
        QCOMPARE(scene.tryPin("294618"), ErrorCode::QuickUnlockDamaged);
        std::filesystem::remove(scene.file());
        QVERIFY(forgetBiometricUnlock(scene.vault, scene.keys).ok());
        QVERIFY(!hasBiometricUnlock(scene.vault) && scene.keys.kept.empty());
    }

    void forgettingTwiceIsNoError() {
        Scene &scene = *m_scene;
        QVERIFY(forgetQuickUnlock(scene.vault, scene.keys).ok());
        scene.enable();
        QVERIFY(forgetQuickUnlock(scene.vault, scene.keys).ok());
        QVERIFY(forgetQuickUnlock(scene.vault, scene.keys).ok());
        QVERIFY(scene.keys.kept.empty());
    }
};

APRICOT_TEST(TestQuickUnlock)
#include "test_quick_unlock.moc"
