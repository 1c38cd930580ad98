// SPDX-License-Identifier: GPL-3.0-or-later
// Files that a person chose: never over what the product keeps, never over another unasked, whole
// or not at all.
#include "base/chosen_file.h"
#include "base/file.h"

#include "program/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace apricot;
namespace fs = std::filesystem;

namespace {

ErrorCode codeOf(const Result<> &result) {
    return result.ok() ? ErrorCode::None : result.error().code;
}

struct Folder {
    QTemporaryDir dir;
    [[nodiscard]] fs::path at(const std::string &name) const {
        return fs::path(dir.path().toStdString()) / name;
    }
    void put(const std::string &name, std::string_view content = "old") const {
        fs::create_directories(at(name).parent_path());
        if (!writeFile(at(name), viewOf(content))) qFatal("put");
    }
    [[nodiscard]] std::string get(const std::string &name) const {
        const auto raw = readFile(at(name), 1U << 20U);
        return raw ? std::string(textOf(*raw)) : std::string("none");
    }
    [[nodiscard]] ErrorCode write(const std::string &name, Replace replace = Replace::Yes) const {
        return codeOf(writeChosenFile(at(name), viewOf("new"), replace));
    }
    [[nodiscard]] std::size_t files() const {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(at("")), fs::directory_iterator()));
    }
};

} // namespace

class TestChosenFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aNewFileIsWritten() {
        const Folder f;
        QCOMPARE(f.write("a", Replace::No), ErrorCode::None);
        QCOMPARE(f.get("a"), std::string("new"));
        struct stat is {};
        QCOMPARE(::stat(f.at("a").c_str(), &is), 0);
        QCOMPARE(is.st_mode & 0777U, 0600U);
        QCOMPARE(f.files(), std::size_t{1});
    }

    void noNameIsNoPlace() {
        for (const Replace replace : {Replace::No, Replace::Yes}) {
            QCOMPARE(codeOf(checkChosenFile({}, replace)), ErrorCode::FileUnwritable);
            QCOMPARE(codeOf(writeChosenFile({}, viewOf("new"), replace)),
                     ErrorCode::FileUnwritable);
            const auto begun = ChosenFile::begin({}, replace);
            QVERIFY(!begun && begun.error().code == ErrorCode::FileUnwritable);
        }
        const auto vault = ChosenFile::beginVault({});
        QVERIFY(!vault && vault.error().code == ErrorCode::FileUnwritable);
    }

    void anotherFileIsReplacedWhenAskedOnly() {
        const Folder f;
        f.put("a");
        QCOMPARE(f.write("a", Replace::No), ErrorCode::ChosenFileExists);
        QCOMPARE(f.get("a"), std::string("old"));
        QCOMPARE(f.write("a"), ErrorCode::None);
        QCOMPARE(f.get("a"), std::string("new"));
        f.put("a.new", "mine"); // what lies beside is nobody's scratch paper
        QCOMPARE(f.write("a"), ErrorCode::None);
        QCOMPARE(f.get("a.new"), std::string("mine"));
    }

    void oneThatComesMeanwhileIsNotReplaced() {
        const Folder f;
        auto file = ChosenFile::begin(f.at("a"), Replace::No);
        QVERIFY(file.ok());
        f.put("a");
        QCOMPARE(codeOf(file->finish()), ErrorCode::ChosenFileExists);
        QCOMPARE(f.get("a"), std::string("old"));
    }

    void aVaultsFilesAreNeverWrittenOver_data() {
        QTest::addColumn<QString>("name");
        for (const char *end : {"", ".key", ".lock", ".quick", ".touch", "-wal", "-journal", "-shm",
                                ".new", ".key.new", ".key.old1"})
            QTest::newRow(*end ? end : "itself") << QStringLiteral("v") + QLatin1String(end);
        QTest::newRow("capitals") << QStringLiteral("V.KEY");
        QTest::newRow("capitals, not there") << QStringLiteral("V-WAL");
        QTest::newRow("a path with dots") << QStringLiteral("sub/../v");
        QTest::newRow("a link") << QStringLiteral("sub/link");
        QTest::newRow("a link to a link") << QStringLiteral("sub/second");
        QTest::newRow("a linked folder") << QStringLiteral("elsewhere/v.key");
        QTest::newRow("a second name") << QStringLiteral("sub/hard");
        QTest::newRow("a second name beside it") << QStringLiteral("hard");
    }
    void aVaultsFilesAreNeverWrittenOver() {
        QFETCH(const QString, name);
        const Folder f;
        for (const char *end : {"", ".key", ".lock"}) f.put(std::string("v") + end, "kept");
        fs::create_directories(f.at("sub"));
        fs::create_symlink(f.at("v"), f.at("sub/link"));
        fs::create_symlink("link", f.at("sub/second"));
        fs::create_directory_symlink(f.at(""), f.at("elsewhere"));
        fs::create_hard_link(f.at("v"), f.at("sub/hard"));
        fs::create_hard_link(f.at("v.key"), f.at("hard"));
        const auto before = f.files();
        for (const Replace replace : {Replace::No, Replace::Yes})
            QCOMPARE(f.write(name.toStdString(), replace), ErrorCode::ChosenFileIsKept);
        for (const char *end : {"", ".key", ".lock"})
            QCOMPARE(f.get(std::string("v") + end), std::string("kept"));
        QCOMPARE(f.files(), before);
    }

    void whatLiesInALedgerOrAMailboxIsNeverWrittenOver() {
        const Folder f;
        f.put("ledger/ledger.key", "kept");
        f.put("ledger/data.mdb", "kept");
        f.put("mailbox/packages/1.package", "kept");
        fs::create_directories(f.at("mailbox/inboxes"));
        for (const char *name : {"ledger/data.mdb", "ledger/fresh", "ledger/sub/fresh",
                                 "mailbox/packages/1.package", "mailbox/fresh"})
            QCOMPARE(f.write(name), ErrorCode::ChosenFileIsKept);
        QCOMPARE(f.write("beside"), ErrorCode::None);
        f.put("delivery/packages/1", "a folder of that name is anybody's");
        QCOMPARE(f.write("delivery/packages/2"), ErrorCode::None);
    }

    void aVaultIsNotMadeInAnothersPlace() {
        const Folder f;
        for (const char *name : {"v", "v.key", "v.lock", "w.new", "w.new.key"}) f.put(name, "kept");
        for (const char *name : {"v-wal", "v.key.old1", "V-journal", "w"})
            QCOMPARE(codeOf(ChosenFile::beginVault(f.at(name)).ok()
                                ? Result<>()
                                : Result<>(ChosenFile::beginVault(f.at(name)).error())),
                     ErrorCode::ChosenFileIsKept);
        // Beside a key or a lock of its own it is: a vault that was moved away leaves them.
        f.put("x.key", "kept");
        QVERIFY(ChosenFile::beginVault(f.at("x")).ok());
        QVERIFY(ChosenFile::beginVault(f.at("fresh")).ok());
    }

    void whatCannotBeWrittenIsSaid() {
        const Folder f;
        fs::create_directories(f.at("folder"));
        QCOMPARE(f.write("folder"), ErrorCode::FileUnwritable);
        QCOMPARE(f.write("missing/a"), ErrorCode::FileUnwritable);
        QCOMPARE(codeOf(writeChosenFile("/dev/full", viewOf("x"), Replace::Yes)),
                 ErrorCode::FileUnwritable);
        QCOMPARE(codeOf(writeChosenFile("/dev/null", viewOf("x"))), ErrorCode::ChosenFileExists);
    }

    void whatAKilledProgramLeftGoes() {
        const Folder f;
        f.put(".apricot-unfinished-abcdef", "half a file");
        f.put(".apricot-abcdef", "a vault of that name");
        auto file = ChosenFile::begin(f.at("a"), Replace::No);
        QVERIFY(file.ok());
        QCOMPARE(f.get(".apricot-unfinished-abcdef"), std::string("none"));
        QCOMPARE(f.get(".apricot-abcdef"), std::string("a vault of that name"));
        // So that it cannot go, nobody may choose it.
        const auto name = f.at(".apricot-unfinished-backup");
        QCOMPARE(writeChosenFile(name, Bytes{1}).error().code, ErrorCode::ChosenFileIsKept);
        QCOMPARE(ChosenFile::beginVault(name).error().code, ErrorCode::ChosenFileIsKept);
        const std::string mine = file->path().filename().string();
        QCOMPARE(f.write("b"), ErrorCode::None); // and not what somebody is writing
        QCOMPARE(f.get(mine), std::string());
        QVERIFY(file->finish().ok());
        QCOMPARE(f.files(), std::size_t{3});
    }
};

APRICOT_TEST(TestChosenFile)
#include "test_chosen_file.moc"
