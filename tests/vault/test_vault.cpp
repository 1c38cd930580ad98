// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/chosen_file.h"
#include "base/file.h"
#include "crypto/crypto.h"
#include "crypto/system_random.h"
#include "program/test_program.h"
#include "sample_records.h"
#include "vault/backup.h"
#include "vault/key_file.h"
#include "vault/schema.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <set>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace apricot;
using sample::idOf;
using sample::passphrase;
namespace fs = std::filesystem;

#define VERIFY_OK(expression)                                                                      \
    do {                                                                                           \
        const auto &checked = (expression);                                                        \
        QVERIFY2(checked.ok(), checked.ok()                                                        \
                                   ? ""                                                            \
                                   : (std::string(nameOf(checked.error().code)) + " "              \
                                      + checked.error().where + " " + checked.error().detail)      \
                                         .c_str());                                                \
    } while (false)

class TestVault : public QObject {
    Q_OBJECT
    SystemRandom random;
    FixedClock clock{1772357400};
    std::unique_ptr<QTemporaryDir> dir;
    fs::path file;
    std::unique_ptr<Vault> vault;

    void create() {
        auto made = Vault::create(file, passphrase("open sesame"), {}, random, clock);
        VERIFY_OK(made);
        vault = std::move(*made);
    }
    void import(const std::vector<Record> &records, Added expected = Added::New) {
        auto batch = vault->beginImport();
        VERIFY_OK(batch);
        for (const Record &r : records) {
            const auto added = (*batch)->add(r);
            VERIFY_OK(added);
            QCOMPARE(*added, expected);
        }
        VERIFY_OK((*batch)->commit());
    }
    std::size_t found(const std::string &text) {
        Filter filter;
        filter.text = text;
        const auto rows = vault->list(filter, {});
        const auto counted = vault->count(filter);
        if (!rows || !counted || *counted != rows->size()) return 99999;
        return rows->size();
    }
    ErrorCode openCode(const std::string &words = "open sesame") {
        auto opened = Vault::open(file, passphrase(words), random, clock);
        return opened ? ErrorCode::None : opened.error().code;
    }
    static void flip(const fs::path &path, std::size_t at) {
        auto bytes = readFile(path, 1ULL << 30U);
        VERIFY_OK(bytes);
        (*bytes)[at] ^= 0x10;
        VERIFY_OK(writeFile(path, *bytes));
    }

  private Q_SLOTS:
    void initTestCase() { VERIFY_OK(startCrypto()); }
    void init() {
        dir = std::make_unique<QTemporaryDir>();
        file = dir->filePath(QStringLiteral("v.apricot")).toStdString();
    }
    void cleanup() { vault.reset(); }

    void aRecordComesBackAsItWas() {
        create();
        Record r = sample::record("a", 1700000000, "空腹血糖 Fasting glucose");
        r.attachments.push_back({"image/png", "scan", 5, Bytes(700000, 7)});
        import({r});
        import({r}, Added::Unchanged);
        vault.reset();
        auto opened = Vault::open(file, passphrase("open sesame"), random, clock);
        VERIFY_OK(opened);
        vault = std::move(*opened);
        const auto back = vault->record(r.id);
        VERIFY_OK(back);
        QCOMPARE(back->json, r.json);
        QCOMPARE(back->searchText, r.searchText);
        QVERIFY(back->codes == r.codes);
        QVERIFY(back->references == r.references);
        QVERIFY(back->attachments.at(0).content == r.attachments[0].content);
        QCOMPARE(back->attachments[0].jsonOffset, std::size_t{5});
        QCOMPARE(vault->record(idOf("x")).error().code, ErrorCode::RecordMissing);
        VERIFY_OK(vault->checkIntegrity());
    }

    void newerReplacesOlderIsKept() {
        create();
        Record one = sample::record("a", 1700000000, "eins");
        one.updated = "2024-01-01T00:00:00Z";
        Record two = sample::record("a", 1700000500, "zwei");
        two.updated = "2024-01-01T02:00:00+01:00";
        Record zero = sample::record("a", 1600000000, "null");
        zero.updated = "2023-01-01T00:00:00Z";
        import({one});
        VERIFY_OK(vault->setLevel(one.id, 5));
        import({two}, Added::Newer);
        import({zero}, Added::Older);
        import({one, two, zero}, Added::Unchanged);
        QCOMPARE(vault->record(one.id)->json, two.json);
        QCOMPARE(vault->record(one.id)->level, std::uint8_t{5});
        QCOMPARE(vault->history(one.id)->size(), std::size_t{2});
        QCOMPARE(found("zwei"), std::size_t{1});
        QCOMPARE(found("eins"), std::size_t{0});
        QCOMPARE(vault->setLevel(one.id, 6).error().code, ErrorCode::LevelRefused);
        Filter open;
        open.maxLevel = 4;
        QCOMPARE(vault->list(open, {})->size(), std::size_t{0});
    }

    void chineseAndEnglishAreFound() {
        create();
        import({sample::record("a", 1, "空腹血糖 Fasting Glucose"),
                sample::record("b", 2, "2型糖尿病"), sample::record("c", 3, "高血脂，血压正常"),
                sample::record("d", 4, "Café ＨｂＡ１ｃ")});
        QCOMPARE(found("血糖"), std::size_t{1});
        QCOMPARE(found("糖"), std::size_t{2});
        QCOMPARE(found("糖尿病"), std::size_t{1});
        QCOMPARE(found("2型糖尿病"), std::size_t{1});
        QCOMPARE(found("高血压"), std::size_t{0});  // its halves stand apart
        QCOMPARE(found("glucose"), std::size_t{4}); // the code of all four
        QCOMPARE(found("glucose 血糖"), std::size_t{1});
        QCOMPARE(found("FASTING 血糖"), std::size_t{1});
        QCOMPARE(found("fast"), std::size_t{1});
        QCOMPARE(found("cafe hba1c"), std::size_t{1});
        QCOMPARE(found("\" OR * NOT ("), std::size_t{0});
        QCOMPARE(found("？！"), std::size_t{0});
    }

    void pagesFollowOneAnotherNewestFirst() {
        create();
        std::vector<Record> all;
        for (int i = 0; i < 25; ++i)
            all.push_back(sample::record("r" + std::to_string(i), 1700000000 + (i * 7 % 25) / 2,
                                         "x", i % 2 ? Kind::VitalSign : Kind::LabResult));
        all.push_back(sample::record("u", 0, "undated"));
        all.back().date = {};
        import(all);
        for (const std::uint16_t kinds : std::to_array<std::uint16_t>({0, 1, 2, 3})) {
            Filter filter;
            filter.kinds = kinds;
            Page page{4, {}};
            std::vector<RecordRow> seen;
            for (;;) {
                const auto rows = vault->list(filter, page);
                VERIFY_OK(rows);
                if (rows->empty()) break;
                seen.insert(seen.end(), rows->begin(), rows->end());
                page.after = rows->back().cursor;
            }
            const std::size_t expected = kinds == 1 ? 14 : kinds == 2 ? 12 : 26;
            QCOMPARE(seen.size(), expected);
            for (std::size_t i = 1; i < seen.size(); ++i) {
                QVERIFY(seen[i].cursor < seen[i - 1].cursor);
                QVERIFY(!seen[i].dated || seen[i].date <= seen[i - 1].date);
            }
            QVERIFY(kinds == 2 || !seen.back().dated);
        }
        Filter some;
        some.from = 1700000003;
        some.until = 1700000005;
        QCOMPARE(vault->list(some, {})->size(), std::size_t{4});
        QCOMPARE(*vault->count(some), std::uint64_t{4});
    }

    void anAbandonedImportVanishes() {
        create();
        {
            auto batch = vault->beginImport();
            VERIFY_OK((*batch)->add(sample::record("a", 1, "x")));
            QCOMPARE(vault->beginImport().error().code, ErrorCode::VaultBusy);
        }
        QCOMPARE(*vault->count({}), std::uint64_t{0});
        QCOMPARE(found("x"), std::size_t{0});
    }

    void theLogNoticesChanges() {
        create();
        for (int i = 0; i < 5; ++i) VERIFY_OK(vault->appendLog({"import", ""}, std::to_string(i)));
        VERIFY_OK(vault->verifyLog());
        QCOMPARE(vault->log({2, {}})->at(0).body, std::string("4"));
        vault.reset();
        for (const char *sql :
             {"UPDATE log SET body = 'x' WHERE number = 3", "DELETE FROM log WHERE number = 5"}) {
            const auto keyFile = readFile(file.string() + ".key", keyFileSize);
            const auto key = unwrapDataKey(*keyFile, passphrase("open sesame"));
            auto db = Database::open(file, key->key, key->salt, Database::Mode::ReadWrite);
            VERIFY_OK(db);
            VERIFY_OK((*db)->execute(sql));
            db->reset();
            auto opened = Vault::open(file, passphrase("open sesame"), random, clock);
            VERIFY_OK(opened);
            vault = std::move(*opened);
            QCOMPARE(vault->verifyLog().error().code, ErrorCode::LogBroken);
            vault.reset();
        }
    }

    void settingsAreKept() {
        create();
        VERIFY_OK(vault->put(spaces::wallet, "seed", Bytes{1, 2, 3}));
        VERIFY_OK(vault->put(spaces::wallet, "a", Bytes{}));
        QVERIFY((*vault->get(spaces::wallet, "seed"))->view()[2] == 3);
        QVERIFY((*vault->get(spaces::wallet, "a"))->empty());
        QVERIFY(!(*vault->get(spaces::grants, "seed")).has_value());
        QCOMPARE(vault->keys(spaces::wallet)->size(), std::size_t{2});
        VERIFY_OK(vault->remove(spaces::wallet, "seed"));
        QVERIFY(!(*vault->get(spaces::wallet, "seed")).has_value());
    }

    void wrongPassphraseInUseMissing() {
        QCOMPARE(openCode(), ErrorCode::VaultMissing);
        create();
        QCOMPARE(openCode(), ErrorCode::VaultInUse);
        QCOMPARE(Vault::create(file, passphrase("x"), {}, random, clock).error().code,
                 ErrorCode::VaultExists);
        const auto before = readFile(file, 1U << 30U);
        VERIFY_OK(vault->changePassphrase(passphrase("open sesame"), passphrase("新的"), {}));
        QVERIFY(*readFile(file, 1U << 30U) == *before); // nothing but the key file is rewritten
        vault.reset();
        QCOMPARE(openCode(), ErrorCode::WrongPassphrase);
        QCOMPARE(openCode("新的"), ErrorCode::None);
    }

    // What lies beside a lock counts as a vault: nothing may be written over it any more.
    void whatIsNoVaultGetsNoLock() {
        const fs::path notes = dir->filePath(QStringLiteral("notes.txt")).toStdString();
        VERIFY_OK(writeFile(notes, viewOf("mine")));
        const fs::path lock = notes.string() + ".lock";
        QVERIFY(!Vault::open(notes, passphrase("open sesame"), random, clock).ok());
        QVERIFY(!fs::exists(lock));
        QVERIFY(!Vault::restore(notes, file, passphrase("open sesame")).ok());
        QVERIFY(!fs::exists(file.string() + ".lock"));
        VERIFY_OK(writeChosenFile(notes, viewOf("also mine"), Replace::Yes));
        const fs::path pipe = dir->filePath(QStringLiteral("pipe")).toStdString();
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        QCOMPARE(Vault::open(pipe, passphrase("x"), random, clock).error().code,
                 ErrorCode::VaultMissing);
        create();
        vault.reset();
        fs::remove(file.string() + ".lock"); // as copied from elsewhere
        QCOMPARE(openCode("wrong"), ErrorCode::WrongPassphrase);
        QCOMPARE(openCode(), ErrorCode::None);
    }

    void aVaultIsThereWithWhatItWasToHoldOrNotAtAll() {
        const auto made = [&](ErrorCode code) {
            const auto fill = [code](Vault &filled) -> Result<> {
                APRICOT_TRY(filled.put(spaces::wallet, "seed", viewOf("a")));
                return code == ErrorCode::None ? Result<>() : fail(code);
            };
            auto out = Vault::create(file, passphrase("open sesame"), {}, random, clock, fill);
            return out ? ErrorCode::None : out.error().code;
        };
        QCOMPARE(made(ErrorCode::FormIncomplete), ErrorCode::FormIncomplete);
        QVERIFY(fs::is_empty(dir->path().toStdString()));
        QCOMPARE(made(ErrorCode::None), ErrorCode::None);
        const auto opened = Vault::open(file, passphrase("open sesame"), random, clock);
        VERIFY_OK(opened);
        QVERIFY((*(*opened)->get(spaces::wallet, "seed")).has_value());
    }

    void damageIsNoticed() {
        create();
        import({sample::record("a", 1, "secretword")});
        vault.reset();
        const auto good = readFile(file, 1U << 30U);
        QVERIFY(textOf(*good).find("secretword") == std::string_view::npos);
        // Every page; the first 16 bytes are a copy of the salt in the key file.
        for (std::size_t at = 100; at < good->size(); at += 8192) {
            flip(file, at);
            auto opened = Vault::open(file, passphrase("open sesame"), random, clock);
            const ErrorCode code =
                opened ? (*opened)->checkIntegrity().error().code : opened.error().code;
            QCOMPARE(code, ErrorCode::VaultDamaged);
            if (opened) opened->reset();
            VERIFY_OK(writeFile(file, *good));
        }
        VERIFY_OK(writeFile(file, ByteView(*good).first(good->size() / 2)));
        {
            auto opened = Vault::open(file, passphrase("open sesame"), random, clock);
            QCOMPARE(opened ? (*opened)->checkIntegrity().error().code : opened.error().code,
                     ErrorCode::VaultDamaged);
        }
        VERIFY_OK(writeFile(file, *good));
        const fs::path key = file.string() + ".key";
        flip(key, 40); // the second copy opens it
        QCOMPARE(openCode(), ErrorCode::None);
        flip(key, keyBlockSize + 40);
        QCOMPARE(openCode(), ErrorCode::VaultKeyDamaged);
        fs::remove(key);
        QCOMPARE(openCode(), ErrorCode::VaultKeyDamaged);
    }

    void olderSchemasAreBroughtUpAndNewerOnesRefused() {
        create();
        vault.reset();
        const auto keyFile = readFile(file.string() + ".key", keyFileSize);
        const auto unwrapped = unwrapDataKey(*keyFile, passphrase("open sesame"));
        const DataKey &key = *unwrapped;
        fs::remove(file);
        {
            auto db = *Database::open(file, key.key, key.salt, Database::Mode::Create);
            VERIFY_OK(migrate(*db, 1));
        }
        QCOMPARE(openCode(), ErrorCode::None);
        {
            auto db = *Database::open(file, key.key, key.salt, Database::Mode::ReadWrite);
            QCOMPARE(*db->number("PRAGMA user_version"), schemaVersion);
            VERIFY_OK(db->execute("UPDATE about SET value = '9.7.1' WHERE name = 'app';"
                                  "PRAGMA user_version = 99"));
        }
        auto opened = Vault::open(file, passphrase("open sesame"), random, clock);
        QCOMPARE(opened.error().code, ErrorCode::VaultTooNew);
        QVERIFY(opened.error().detail.find("9.7.1") != std::string::npos);
    }

    void aVaultOfTheFirstVersionOpens() {
        const fs::path old = fs::path(APRICOT_SOURCE_DIR) / "tests/vault/old";
        for (const char *end : {"", ".key"})
            fs::copy_file(old.string() + "/version1.apricot" + end, file.string() + end);
        auto opened = Vault::open(file, passphrase("open sesame"), random, clock);
        VERIFY_OK(opened);
        vault = std::move(*opened);
        QCOMPARE(found("血糖"), std::size_t{1});
        VERIFY_OK(vault->checkIntegrity());
        VERIFY_OK(vault->verifyLog());
    }

    void aBackupBringsEverythingBack() {
        create();
        import({sample::record("a", 1, "血糖")});
        const fs::path backup = file.string() + ".backup";
        QCOMPARE(vault->backup(backup, [](auto, auto) { return false; }).error().code,
                 fs::exists(backup) ? ErrorCode::None : ErrorCode::BackupCancelled);
        QVERIFY(!fs::exists(backup) && !fs::exists(backup.string() + ".new"));
        VERIFY_OK(vault->backup(backup));
        const fs::path to = dir->filePath(QStringLiteral("r.apricot")).toStdString();
        const auto pass = [] { return passphrase("open sesame"); };
        QCOMPARE(Vault::restore(backup, file, pass()).error().code, ErrorCode::VaultExists);
        QCOMPARE(Vault::restore(backup, to, passphrase("no")).error().code,
                 ErrorCode::WrongPassphrase);
        const auto good = *readFile(backup, 1U << 30U);
        for (std::size_t at = 3; at < good.size(); at += good.size() / 23) {
            flip(backup, at);
            QCOMPARE(Vault::restore(backup, to, pass()).error().code, ErrorCode::BackupRejected);
            QVERIFY(!fs::exists(to));
            VERIFY_OK(writeFile(backup, good));
        }
        for (const std::size_t size : {std::size_t{0}, good.size() / 2, good.size() - 1}) {
            VERIFY_OK(writeFile(backup, ByteView(good).first(size)));
            QCOMPARE(Vault::restore(backup, to, pass()).error().code, ErrorCode::BackupRejected);
        }
        VERIFY_OK(writeFile(backup, good));
        VERIFY_OK(Vault::restore(backup, to, pass()));
        auto opened = Vault::open(to, pass(), random, clock);
        VERIFY_OK(opened);
        vault = std::move(*opened);
        QCOMPARE(found("血糖"), std::size_t{1});
    }

    void aFullDiskChangesNothing() {
        create();
        import({sample::record("a", 1, "before")});
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit was{};
        getrlimit(RLIMIT_FSIZE, &was);
        rlimit small = was;
        small.rlim_cur = 2U << 20U;
        setrlimit(RLIMIT_FSIZE, &small);
        Result<> outcome;
        {
            auto batch = vault->beginImport();
            for (int i = 0; i < 40 && outcome.ok(); ++i) {
                Record r = sample::record("big" + std::to_string(i), 2, "x");
                r.json += std::string(4U << 20U, 'x');
                const auto added = (*batch)->add(r);
                if (!added) outcome = added.error();
            }
            if (outcome.ok()) outcome = (*batch)->commit();
        }
        setrlimit(RLIMIT_FSIZE, &was);
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.error().code, ErrorCode::VaultWriteFailed);
        QCOMPARE(*vault->count({}), std::uint64_t{1});
        VERIFY_OK(vault->checkIntegrity());
        import({sample::record("b", 1, "after")});
    }

    // The process opens no file for it, and nothing of it is in one.
    void inMemoryIsAVaultWithoutAFile() {
        const auto openFiles = [] {
            std::set<std::string> out;
            for (const auto &entry : fs::directory_iterator("/proc/self/fd")) {
                std::error_code gone; // the iterator's own
                out.insert(fs::read_symlink(entry.path(), gone).string());
            }
            return out;
        };
        const auto before = openFiles();
        auto made = Vault::inMemory(random, clock);
        VERIFY_OK(made);
        vault = std::move(*made);
        std::vector<Record> many;
        for (int i = 0; i < 3000; ++i)
            many.push_back(sample::record("m" + std::to_string(i), 1700000000 + i, "Glucose 血糖"));
        many.front().attachments.push_back({"image/png", "scan", 5, Bytes(3U << 20U, 7)});
        import(many);
        import(many, Added::Unchanged);
        VERIFY_OK(vault->setLevel(many.front().id, 4));
        VERIFY_OK(vault->appendLog({"open", ""}, "{}"));
        VERIFY_OK(vault->verifyLog());
        Filter words;
        words.text = "血糖";
        QCOMPARE(*vault->count(words), std::uint64_t{3000});
        QCOMPARE(vault->record(many.front().id)->attachments.at(0).content.size(),
                 std::size_t{3U << 20U});
        std::vector<std::string> more;
        std::ranges::set_difference(openFiles(), before, std::back_inserter(more));
        for (const std::string &opened : more)
            QVERIFY2(opened.find("/fd") != std::string::npos, opened.c_str());
        QCOMPARE(vault->backup(dir->filePath(QStringLiteral("b")).toStdString()).error().code,
                 ErrorCode::VaultHasNoFile);
        QCOMPARE(vault->changePassphrase(passphrase("a"), passphrase("b"), {}).error().code,
                 ErrorCode::VaultHasNoFile);
        QVERIFY(fs::is_empty(dir->path().toStdString()));
    }
};

APRICOT_TEST(TestVault)
#include "test_vault.moc"
