// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.h"
#include "base/chance.h"
#include "base/clock.h"
#include "base/error_library.h"
#include "base/file.h"
#include "base/lock.h"
#include "base/unanswered.h"
#include "program/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <random>
#include <set>
#include <sys/resource.h>
#include <sys/stat.h>
#include <thread>

using namespace apricot;

class TestBase : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void hexRoundTrips() {
        const Bytes all = {0x00, 0x7f, 0x80, 0xff};
        QCOMPARE(toHex(all), std::string("007f80ff"));
        QVERIFY(fromHex("007F80fF") == all);
        QVERIFY(!fromHex("0"));
        QVERIFY(!fromHex("0g"));
    }

    void fixedBytesTakeTheirLengthOnly() {
        using Id = FixedBytes<struct IdTag, 4>;
        QVERIFY(Id::from(Bytes{1, 2, 3, 4}).has_value());
        QVERIFY(!Id::from(Bytes{1, 2, 3}).has_value());
        QVERIFY(!Id::from(Bytes{1, 2, 3, 4, 5}).has_value());
    }

    void timeIsWrittenInUtc() {
        QCOMPARE(toRfc3339(0), std::string("1970-01-01T00:00:00Z"));
        QCOMPARE(toRfc3339(1772357400), std::string("2026-03-01T09:30:00Z"));
    }

    void everyErrorHasARemedyAndAName() {
        for (int number = 1; number < 2000; ++number) {
            const ErrorCode code = static_cast<ErrorCode>(number);
            if (nameOf(code) == "None") continue;
            QVERIFY2(!whatHappened(code).empty(), nameOf(code).data());
            QVERIFY2(!remedyFor(code).empty(), nameOf(code).data());
            QCOMPARE(codeNamed(nameOf(code)), code);
        }
        QVERIFY(codeNamed("NoSuchCode") == ErrorCode::None);
    }

    void anOrderOfChanceIsEachOnce() {
        struct Twister final : Random {
            std::mt19937_64 engine{6};
            void fill(std::span<std::uint8_t> out) override {
                for (std::uint8_t &one : out) one = static_cast<std::uint8_t>(engine());
            }
        } random;
        std::set<std::vector<std::size_t>> seen;
        for (int i = 0; i < 300; ++i) {
            auto order = shuffled(4, random);
            seen.insert(order);
            std::ranges::sort(order);
            QVERIFY(order == (std::vector<std::size_t>{0, 1, 2, 3}));
        }
        QCOMPARE(seen.size(), std::size_t{24});
    }

    // That each code has one the compiler sees; here that it is the file's own.
    void aCodeIsOfItsLibrary() {
        QVERIFY(libraryOf(ErrorCode::None) == Library::None);
        QVERIFY(libraryOf(static_cast<ErrorCode>(65535)) == Library::None);
        QVERIFY(libraryOf(ErrorCode::FileUnreadable) == Library::Base);
        QVERIFY(libraryOf(ErrorCode::WrongPassphrase) == Library::Vault);
        QVERIFY(libraryOf(ErrorCode::LightWitnessDisagrees) == Library::Comet);
        QVERIFY(libraryOf(ErrorCode::PinTooShort) == Library::Flows); // 1150, behind comet's
        QVERIFY(libraryOf(ErrorCode::NodeBusy) == Library::Gateway);
        QVERIFY(libraryOf(ErrorCode::NodeUnreachable) == Library::Net);
    }

    void whetherAnybodyAnsweredIsTheCodesOwn() {
        for (const ErrorCode none :
             {ErrorCode::NodeUnreachable, ErrorCode::NodeBusy, ErrorCode::GatewayTooManyRequests,
              ErrorCode::RelayUnavailable, ErrorCode::LightWitnessMissing})
            QVERIFY2(isUnanswered(none), nameOf(none).data());
        // An answer, or this side's own.
        for (const ErrorCode other :
             {ErrorCode::None, ErrorCode::NodeLied, ErrorCode::LightWitnessDisagrees,
              ErrorCode::GrantExpired, ErrorCode::LedgerUnavailable, ErrorCode::WrongPassphrase})
            QVERIFY2(!isUnanswered(other), nameOf(other).data());
    }

    void anErrorSaysWhereItArose() {
        const Error e = fail(ErrorCode::FileUnreadable, "x");
        QVERIFY(e.where.starts_with("test_base.cpp:"));
    }

    void aFileIsReplacedWhole() {
        QTemporaryDir dir;
        const std::filesystem::path path = dir.filePath(QStringLiteral("a")).toStdString();
        QVERIFY(writeFile(path, Bytes{1, 2, 3}).ok());
        QVERIFY(writeFile(path, Bytes{4, 5}).ok());
        const auto back = readFile(path, 100);
        QVERIFY(back.ok());
        QVERIFY(*back == (Bytes{4, 5}));
        QVERIFY(!std::filesystem::exists(path.string() + ".new"));
    }

    // Two desks' programs wrote beside one target at once, and one took the other's file away.
    void aFileIsWrittenByOneAtATime() {
        const QTemporaryDir dir;
        const auto path = std::filesystem::path(dir.path().toStdString()) / "file";
        std::atomic<int> failed{0}, torn{0};
        {
            std::vector<std::jthread> writers;
            for (std::uint8_t who = 0; who < 6; ++who)
                writers.emplace_back([&, who] {
                    for (int i = 0; i < 30; ++i) {
                        if (!writeFile(path, Bytes(1000 * (who + 1U), who)).ok()) ++failed;
                        const auto now = readFile(path, 10000);
                        if (!now || now->empty()
                            || *now != Bytes(1000 * (now->front() + 1U), now->front()))
                            ++torn;
                    }
                });
        }
        QCOMPARE(failed.load(), 0);
        QCOMPARE(torn.load(), 0);
        QVERIFY(!std::filesystem::exists(path.string() + ".new"));
    }

    void anOversizedOrMissingFileIsRefused() {
        QTemporaryDir dir;
        const std::filesystem::path path = dir.filePath(QStringLiteral("a")).toStdString();
        QCOMPARE(readFile(path, 100).error().code, ErrorCode::FileUnreadable);
        QVERIFY(writeFile(path, Bytes(101)).ok());
        QCOMPARE(readFile(path, 100).error().code, ErrorCode::FileUnreadable);
        QVERIFY(readFile(path, 101).ok());
        // By its size, before a byte of it is held.
        std::filesystem::resize_file(path, std::uintmax_t{3} << 30U);
        QCOMPARE(readFile(path, 300U << 20U).error().code, ErrorCode::FileUnreadable);
        rusage used{};
        getrusage(RUSAGE_SELF, &used);
        QVERIFY2(used.ru_maxrss < 100 << 10, qPrintable(QString::number(used.ru_maxrss)));
    }

    // Opening a pipe waits for whoever writes; a device never ends.
    void whatIsNoFileIsNotWaitedFor() {
        const QTemporaryDir dir;
        const auto folder = std::filesystem::path(dir.path().toStdString());
        const auto pipe = folder / "pipe";
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        for (const std::filesystem::path &path : {pipe, folder, std::filesystem::path("/dev/zero"),
                                                  std::filesystem::path("/dev/tty")}) {
            QCOMPARE(readFile(path, 1000).error().code, ErrorCode::FileUnreadable);
            QCOMPARE(readPart(path, 0, 10).error().code, ErrorCode::FileUnreadable);
        }
    }

    void aPartOfAFileIsRead() {
        const QTemporaryDir dir;
        const auto path = std::filesystem::path(dir.path().toStdString()) / "file";
        QVERIFY(writeFile(path, viewOf("0123456789")).ok());
        QCOMPARE(textOf(*readPart(path, 3, 4)), std::string_view("3456"));
        QCOMPARE(textOf(*readPart(path, 8, 4)), std::string_view("89"));
        QVERIFY(readPart(path, 11, 4)->empty());
    }

    void whatCameOfNothingLeavesNoLock() {
        const QTemporaryDir dir;
        const auto path = std::filesystem::path(dir.path().toStdString()) / "a.lock";
        {
            auto lock = FileLock::take(path);
            QVERIFY(lock.ok());
            QCOMPARE(FileLock::take(path).error().code, ErrorCode::InUseElsewhere);
            lock->undo();
            QVERIFY(!std::filesystem::exists(path));
        }
        QVERIFY(FileLock::take(path).ok()); // and leaves it
        FileLock::take(path)->undo();       // another's stays
        QVERIFY(std::filesystem::exists(path));
    }

    // Who waits for a lock that is undone meanwhile holds the file that has its name afterwards.
    void aLockThatIsUndoneIsNotHeldByWhoWaited() {
        const QTemporaryDir dir;
        const auto path = std::filesystem::path(dir.path().toStdString()) / "a.lock";
        std::atomic<int> holders{0}, most{0};
        std::vector<std::jthread> all;
        for (int i = 0; i < 4; ++i)
            all.emplace_back([&] {
                for (int n = 0; n < 200; ++n) {
                    auto lock = FileLock::take(path, FileLock::Wait::Yes);
                    if (!lock) continue;
                    most = std::max(most.load(), ++holders);
                    --holders;
                    lock->undo();
                }
            });
        all.clear();
        QCOMPARE(most.load(), 1);
    }

    void aFullDiskLeavesTheOldFile() {
        if (!std::filesystem::exists("/dev/full")) QSKIP("needs /dev/full");
        QCOMPARE(writeFile("/proc/apricot", Bytes{1}).error().code, ErrorCode::FileUnwritable);
    }
};

APRICOT_TEST(TestBase)
#include "test_base.moc"
