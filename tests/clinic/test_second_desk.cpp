// SPDX-License-Identifier: GPL-3.0-or-later
// The vault of a clinic's second desk, made by the real apricotctl: whole, or not there.
#include "clinic/scene.h"

#include "crypto/crypto.h"
#include "program/test_program.h"

#include <QElapsedTimer>
#include <QProcess>

using namespace apricot;
using namespace apricot::test;

namespace {

struct Desks {
    QTemporaryDir folder;
    SystemClock clock;
    SystemRandom random;
    VerifyKey first;

    [[nodiscard]] std::filesystem::path at(const char *name) const {
        return std::filesystem::path(folder.path().toStdString()) / name;
    }
    Desks() {
        const auto vault =
            Vault::create(at("clinic.vault"), secret(passphrase), leastPasswordCost, random, clock);
        first =
            makeDesk(**vault, "Clinic", 4, {Purpose::Treatment}, random).value().desks.front().key;
        if (!(*vault)->backup(at("backup"))) qFatal("no backup");
        const auto person =
            Vault::create(at("person.vault"), secret(passphrase), leastPasswordCost, random, clock);
        if (!(*person)->backup(at("other"))) qFatal("no backup");
    }
    // Its exit status, or nothing: killed after so many milliseconds.
    std::optional<int> create(const char *backup, const QString &words, int killAfter = -1) {
        QProcess ctl;
        ctl.setProcessChannelMode(QProcess::MergedChannels);
        ctl.start(QStringLiteral(APRICOT_BIN_DIR "/apricotctl"),
                  {QStringLiteral("desk-create"), QStringLiteral("--vault"),
                   folder.filePath(QStringLiteral("second.vault")),
                   QStringLiteral("--passphrase-fd"), QStringLiteral("0"),
                   QString::fromStdString(at(backup).string())});
        ctl.write(words.toUtf8() + '\n');
        ctl.closeWriteChannel();
        if (killAfter >= 0 && !ctl.waitForFinished(killAfter)) ctl.kill();
        if (!ctl.waitForFinished(60'000) && ctl.state() != QProcess::NotRunning)
            qFatal("apricotctl does not end");
        if (ctl.exitStatus() == QProcess::CrashExit) return std::nullopt;
        return ctl.exitCode();
    }
    // That there is nothing but the lock's file, and what there was.
    [[nodiscard]] QStringList left() const {
        QStringList out = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
        out.removeIf([](const QString &name) {
            return !name.startsWith(QStringLiteral("second.vault"))
                   && !name.startsWith(QStringLiteral(".apricot-"));
        });
        out.removeAll(QStringLiteral("second.vault.lock"));
        return out;
    }
    // One that is there is a second desk's.
    [[nodiscard]] bool isSecond() {
        const auto vault = Vault::open(at("second.vault"), secret(passphrase), random, clock);
        if (!vault) return false;
        const auto desk = deskOf(**vault);
        return desk && verifyKeyOf(desk->signing) != first
               && !(*vault)->get(spaces::keys, "admin").value() && (*vault)->checkIntegrity().ok()
               && (*vault)->verifyLog().ok();
    }
};

} // namespace

class test_second_desk : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void itHasAKeyOfItsOwnAndNotTheAdministrators() {
        Desks desks;
        QVERIFY(desks.create("backup", passphrase) == 0);
        QVERIFY(desks.isSecond());
        QVERIFY(desks.create("backup", passphrase) != 0); // never over another
        QVERIFY(desks.isSecond());
    }

    void whatCannotBecomeOneLeavesNothing() {
        Desks desks;
        QVERIFY(desks.create("other", passphrase) != 0); // a patient's
        QCOMPARE(desks.left(), QStringList());
        QVERIFY(desks.create("backup", QStringLiteral("another phrase")) != 0);
        QCOMPARE(desks.left(), QStringList());
        auto cut = readFile(desks.at("backup"), 1U << 24U).value();
        cut.resize(cut.size() - 1);
        QVERIFY(writeFile(desks.at("cut"), cut).ok());
        QVERIFY(desks.create("cut", passphrase) != 0);
        QCOMPARE(desks.left(), QStringList());
        QVERIFY(desks.create("backup", passphrase) == 0); // and nothing is in the way
        QVERIFY(desks.isSecond());
    }

    void killedItIsWholeOrNotThere() {
        Desks desks;
        const auto removed = [&] {
            for (const char *name : {"second.vault", "second.vault.key"})
                QFile::remove(desks.folder.filePath(QLatin1String(name)));
        };
        QElapsedTimer timer;
        timer.start();
        QVERIFY(desks.create("backup", passphrase) == 0);
        const int whole = static_cast<int>(timer.elapsed());
        int none = 0;
        for (int n = 0; n < 12; ++n) {
            removed();
            (void)desks.create("backup", passphrase, whole * n / 12);
            if (QFile::exists(desks.folder.filePath(QStringLiteral("second.vault"))))
                QVERIFY(desks.isSecond());
            else
                ++none;
        }
        removed();
        QVERIFY(none > 0);
        QVERIFY(desks.create("backup", passphrase) == 0);
        QVERIFY(desks.isSecond());
    }
};

APRICOT_TEST(test_second_desk)
#include "test_second_desk.moc"
