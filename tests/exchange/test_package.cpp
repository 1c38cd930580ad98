// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/base64.h"
#include "crypto/crypto.h"
#include "crypto/system_random.h"
#include "forged_package.h"
#include "program/test_program.h"

#include <QTest>

#include <set>
#include <sys/resource.h>

using namespace apricot;

namespace {

constexpr std::size_t chunkOnFile = forged::chunkSize + StreamSealer::chunkOverhead;

std::string noise(SeededRandom &random, std::size_t size) {
    Bytes out(size);
    random.fill(out);
    return std::string(textOf(out));
}

// moc does not read raw strings inside a class.
const std::string patient = R"({"resourceType":"Patient"})";
std::string document(const std::string &scan) {
    return R"({"resourceType":"DocumentReference","content":[{"attachment":{"data":")"
           + toBase64(viewOf(scan)) + R"("}}]})";
}

ErrorCode codeOf(const Result<std::vector<std::string>> &result) {
    return result.ok() ? ErrorCode::None : result.error().code;
}

ErrorCode openCode(const forged::Made &p, ByteView file) {
    return codeOf(openPackage(file, sha256(file), p.binding, p.grantHalf, p.mailboxHalf));
}

forged::Made made(const std::vector<std::string> &resources, std::uint64_t seed = 1) {
    SeededRandom random(seed);
    auto out = forged::make(resources, random);
    if (!out) qFatal("%s", out.error().detail.c_str());
    return std::move(*out);
}

bool opensTo(const forged::Made &p, const std::vector<std::string> &resources) {
    const auto opened = p.open(p.grantHalf, p.mailboxHalf);
    return opened.ok() && *opened == resources;
}

// The most memory this process ever had, in MiB.
long peakMemory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

} // namespace

class TestPackage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    // First, since the peak of memory never falls again.
    void aBombIsRefusedInBoundedMemory() {
        const long before = peakMemory();
        // A hundred gzip members of 64 MiB of one letter: 6.4 GiB out of 6.5 MB.
        Bytes bomb = gzip(viewOf("500000000\n"));
        const Bytes member = gzip(Bytes(64U << 20U, 'a'));
        for (int i = 0; i < 100; ++i) append(bomb, member);
        QCOMPARE(codeOf(forged::around(forged::plainAround(bomb)).open()),
                 ErrorCode::PackageMalformed);
        // And one without any length in front: refused before it grows.
        bomb.erase(bomb.begin(), bomb.end() - static_cast<std::ptrdiff_t>(member.size()));
        QCOMPARE(codeOf(forged::around(forged::plainAround(bomb)).open()),
                 ErrorCode::PackageMalformed);
        const long grown = peakMemory() - before;
#ifdef __SANITIZE_ADDRESS__ // which keeps freed memory for a while
        QVERIFY2(grown < 400, std::to_string(grown).c_str());
#else
        QVERIFY2(grown < 100, std::to_string(grown).c_str());
#endif
        // 205 KB, from which 205 MB would come: no more than 64 times its size is believed.
        const Bytes small = gzip(viewOf("200000000\n" + std::string(200'000'000, '[') + "\n"));
        const long still = peakMemory();
        const auto hostile = forged::around(forged::plainAround(small));
        QVERIFY(hostile.file.size() < 220'000);
        QCOMPARE(codeOf(hostile.open()), ErrorCode::PackageMalformed);
        QVERIFY2(peakMemory() - still < 60, std::to_string(peakMemory() - still).c_str());
        std::string many;
        for (int i = 0; i <= 100'000; ++i) many += "0\n\n";
        QCOMPARE(codeOf(forged::aroundText(many).open()), ErrorCode::PackageMalformed);
        many.resize(many.size() - 3);
        QCOMPARE(forged::aroundText(many).open()->size(), mostPackageResources);
    }

    void resourcesComeOutByteForByte() {
        SeededRandom random(2);
        std::vector<std::string> resources{
            "",
            "\n",
            "{}",
            "12\n{}\n",
            std::string("\0\xff\n7\n", 5),
            "{\"resourceType\":\"Observation\",\"value\":1.10,\r\n \"b\":\"血糖\"}",
        };
        QVERIFY(opensTo(made({}), {}));
        QVERIFY(opensTo(made({""}), {""}));
        QVERIFY(opensTo(made(resources), resources));
        for (int i = 0; i < 20000; ++i)
            resources.push_back(noise(random, static_cast<std::size_t>(i) % 300));
        QVERIFY(opensTo(made(resources), resources));
    }

    void attachmentsAndOneHugeResourceComeOutByteForByte() {
        SeededRandom random(3);
        const std::string scan = noise(random, 20U << 20U);
        const std::vector<std::string> resources{document(scan), scan, patient};
        QVERIFY(opensTo(made(resources), resources));
    }

    void everyChunkBoundaryWorks() {
        SeededRandom random(4);
        const std::string long_ = noise(random, 3 * forged::chunkSize);
        for (std::size_t chunks = 1; chunks <= 3; ++chunks)
            for (std::size_t around = 0; around < 80; ++around) {
                const std::vector<std::string> one{
                    long_.substr(0, chunks * forged::chunkSize - 60 + around)};
                QVERIFY(opensTo(made(one), one));
            }
    }

    void theFormatIsTheOneWrittenDown() {
        const auto opened = forged::aroundText("3\nabc\n0\n\n").open();
        QVERIFY(opened.ok());
        QVERIFY((*opened == std::vector<std::string>{"abc", ""}));
    }

    void neitherHalfAloneOpens() {
        const forged::Made p = made({"{}"});
        SeededRandom random(5);
        const SymmetricKey other = randomKey(random);
        const auto with = [&p](const SymmetricKey &a, const SymmetricKey &b) {
            return codeOf(p.open(a, b));
        };
        QCOMPARE(with(p.grantHalf, p.mailboxHalf), ErrorCode::None);
        QCOMPARE(with(other, p.mailboxHalf), ErrorCode::PackageUnopenable);
        QCOMPARE(with(p.grantHalf, other), ErrorCode::PackageUnopenable);
        QCOMPARE(with(p.grantHalf, p.grantHalf), ErrorCode::PackageUnopenable);
        QCOMPARE(with(p.mailboxHalf, p.mailboxHalf), ErrorCode::PackageUnopenable);
        QCOMPARE(with(p.mailboxHalf, p.grantHalf), ErrorCode::PackageUnopenable);
        QCOMPARE(with(p.grantHalf, forged::half(0)), ErrorCode::PackageUnopenable);
        // Nor does the stream open under either half itself.
        const ByteView file(p.file);
        for (const SymmetricKey *half : {&p.grantHalf, &p.mailboxHalf}) {
            auto opener = StreamOpener::open(
                *half, file.subspan(8 + forged::shareSize, StreamSealer::headerSize));
            QVERIFY(opener.ok() && !opener->chunk(file.subspan(forged::headerSize)).ok());
        }
    }

    void twoPackagesOfTheSameShareNothing() {
        SeededRandom random(6);
        const auto a = forged::make({"{}"}, random), b = forged::make({"{}"}, random);
        QVERIFY(!std::ranges::equal(a->grantHalf.view(), b->grantHalf.view()));
        QVERIFY(!std::ranges::equal(a->mailboxHalf.view(), b->mailboxHalf.view()));
        QVERIFY(!std::ranges::equal(a->grantHalf.view(), a->mailboxHalf.view()));
        QVERIFY(a->file.size() == b->file.size() && a->hash != b->hash);
    }

    void theSizeIsHidden() {
        SeededRandom random(7);
        const std::string content = noise(random, 3000000);
        const auto sizeFor = [&content](std::size_t size) {
            return made({content.substr(0, size)}).file.size();
        };
        // Anything small looks the same: up to 4096 bytes with all that stands around the content.
        const std::size_t least = sizeFor(0);
        QCOMPARE(least, forged::headerSize + 4096 + StreamSealer::chunkOverhead);
        for (std::size_t size = 0; size <= 4000; size += 16) QCOMPARE(sizeFor(size), least);
        // From 100 to 110 kB Padmé knows seven sizes (steps of 2048); one resource more or less
        // that stays in a step does not show.
        std::set<std::size_t> sizes;
        for (std::size_t size = 100000; size < 110000; size += 25) sizes.insert(sizeFor(size));
        QVERIFY2(sizes.size() >= 4 && sizes.size() <= 7, std::to_string(sizes.size()).c_str());
        for (std::size_t size = 4000; size < content.size(); size += size / 13) {
            const std::size_t packed =
                gzip(viewOf(std::to_string(size) + "\n" + content.substr(0, size) + "\n")).size();
            const std::size_t plain = forged::padme(packed + 8);
            const std::size_t chunks = (plain + forged::chunkSize - 1) / forged::chunkSize;
            const std::size_t file = sizeFor(size);
            QCOMPARE(file, forged::headerSize + plain + chunks * StreamSealer::chunkOverhead);
            QVERIFY(static_cast<double>(file) <= 1.12 * static_cast<double>(packed) + 80 + 148);
        }
    }

    void everyFlippedBitIsRefused() {
        const forged::Made p = made({patient});
        Bytes changed = p.file;
        for (std::size_t bit = 0; bit < 8 * changed.size(); ++bit) {
            const auto mask = static_cast<std::uint8_t>(1U << (bit % 8));
            changed[bit / 8] ^= mask;
            const ErrorCode now = openCode(p, changed);
            // Byte 8: 3 or 5 shares could be.
            const bool malformed = bit < 72 && bit != 65 && bit != 66;
            QCOMPARE(now, malformed ? ErrorCode::PackageMalformed : ErrorCode::PackageUnopenable);
            if (bit % 64 == 0)
                QCOMPARE(
                    codeOf(openPackage(changed, p.hash, p.binding, p.grantHalf, p.mailboxHalf)),
                    ErrorCode::PackageHashDiffers);
            changed[bit / 8] ^= mask;
        }
        QCOMPARE(openCode(p, changed), ErrorCode::None);
    }

    void everyTruncationIsRefused() {
        const forged::Made p = made({patient});
        for (std::size_t size = 0; size < p.file.size(); ++size)
            QCOMPARE(openCode(p, ByteView(p.file).first(size)), size < forged::headerSize
                                                                    ? ErrorCode::PackageMalformed
                                                                    : ErrorCode::PackageUnopenable);
        SeededRandom random(8);
        const forged::Made large = made({noise(random, 300000)});
        for (std::size_t end = forged::headerSize; end < large.file.size(); end += chunkOnFile)
            for (const std::size_t size : {end - 1, end, end + 1})
                QVERIFY(openCode(large, ByteView(large.file).first(size)) != ErrorCode::None);
    }

    void chunksKeepTheirPlaces() {
        SeededRandom random(9);
        const forged::Made p = made({noise(random, 4 * forged::chunkSize)});
        const auto chunkAt = [](Bytes &file, std::size_t i) {
            return file.begin() + static_cast<std::ptrdiff_t>(forged::headerSize + i * chunkOnFile);
        };
        Bytes swapped = p.file;
        std::swap_ranges(chunkAt(swapped, 0), chunkAt(swapped, 1), chunkAt(swapped, 1));
        QCOMPARE(openCode(p, swapped), ErrorCode::PackageUnopenable);
        Bytes dropped = p.file;
        dropped.erase(chunkAt(dropped, 1), chunkAt(dropped, 2));
        QCOMPARE(openCode(p, dropped), ErrorCode::PackageUnopenable);
        Bytes twice = p.file;
        const Bytes first(chunkAt(twice, 0), chunkAt(twice, 1));
        twice.insert(chunkAt(twice, 1), first.begin(), first.end());
        QCOMPARE(openCode(p, twice), ErrorCode::PackageUnopenable);
        // A chunk of another package under its own keys.
        const forged::Made other = made({noise(random, 4 * forged::chunkSize)}, 2);
        Bytes mixed = p.file, donor = other.file;
        std::copy(chunkAt(donor, 1), chunkAt(donor, 2), chunkAt(mixed, 1));
        QCOMPARE(openCode(p, mixed), ErrorCode::PackageUnopenable);
    }

    void nothingMayFollow() {
        const forged::Made p = made({"{}"});
        for (const std::size_t more : {1U, 17U, 5000U, 70000U}) {
            Bytes longer = p.file;
            longer.resize(longer.size() + more);
            QCOMPARE(openCode(p, longer), ErrorCode::PackageUnopenable);
        }
    }

    void badPlainTextIsRefused_data() {
        QTest::addColumn<QByteArray>("plain");
        const auto row = [](const char *name, const Bytes &plain) {
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char *>(plain.data()),
                                              static_cast<qsizetype>(plain.size()));
        };
        const Bytes good = forged::plainAround(gzip(viewOf("2\n{}\n")));
        QVERIFY(forged::around(good).open().ok());
        row("empty", {});
        row("no whole length", Bytes(7));
        row("length only", Bytes(8));
        row("no gzip", Bytes(4096));
        Bytes changed = good;
        changed.back() = 1;
        row("something in the padding", changed);
        changed = good;
        changed.pop_back();
        row("padded too short", changed);
        changed.resize(8192);
        row("padded too long", changed);
        changed = good;
        changed[0] = 0x80;
        row("a length beyond the end", changed);
        changed = good;
        std::fill_n(changed.begin(), 8, std::uint8_t{0xff});
        row("the largest length", changed);
        changed = good;
        ++changed[7];
        row("a length one too long", changed);
        changed = good;
        --changed[7];
        row("a length one too short", changed);
        Bytes packed = gzip(viewOf("2\n{}\n"));
        packed[packed.size() - 5] ^= 1U;
        row("a wrong checksum", forged::plainAround(packed));
        const auto framed = [&row](const char *name, std::string_view text) {
            row(name, forged::plainAround(gzip(viewOf(text))));
        };
        framed("no length", "{}\n");
        framed("an empty length", "\n{}\n");
        framed("a sign", "+2\n{}\n");
        framed("a minus", "-0\n\n");
        framed("a space", " 2\n{}\n");
        framed("a zero in front", "02\n{}\n");
        framed("hexadecimal", "0x2\n{}\n");
        framed("CRLF", "2\r\n{}\n");
        framed("above the largest", "536870913\n{}\n");
        framed("a length of 20 digits", "18446744073709551618\n{}\n");
        framed("cut off in the length", "2");
        framed("cut off after the length", "2\n");
        framed("cut off in the resource", "2\n{");
        framed("no end", "2\n{}");
        framed("another end", "2\n{}x");
        framed("longer than its length", "2\n{}}\n");
        framed("something after", "2\n{}\n\n");
        framed("a cut-off second one", "2\n{}\n2\n{}");
    }
    void badPlainTextIsRefused() {
        QFETCH(const QByteArray, plain);
        QCOMPARE(
            codeOf(forged::around(viewOf({plain.data(), static_cast<std::size_t>(plain.size())}))
                       .open()),
            ErrorCode::PackageMalformed);
    }

    void tooMuchIsRefused() {
        SeededRandom random(10);
        const auto refusal = [&random](const std::vector<std::string> &resources) {
            const auto out = forged::make(resources, random);
            return out.ok() ? ErrorCode::None : out.error().code;
        };
        QCOMPARE(refusal(std::vector<std::string>(mostPackageResources + 1)),
                 ErrorCode::PackageTooLarge);
        QCOMPARE(refusal({std::string(largestPackage - 8, ' ')}), ErrorCode::PackageTooLarge);
        const forged::Made p = made({"{}"});
        const Bytes huge((320U << 20U) + 1);
        QCOMPARE(codeOf(openPackage(huge, p.hash, p.binding, p.grantHalf, p.mailboxHalf)),
                 ErrorCode::PackageMalformed);
    }

    void whatCompressesTooWellIsPaddedUntilItOpens() {
        const std::vector<std::string> blank{document(std::string(20U << 20U, '\0'))};
        const forged::Made p = made(blank);
        QVERIFY(p.file.size() * 64 >= blank[0].size());
        QVERIFY(opensTo(p, blank));
        // The same without the padding that its size asks for.
        const std::string framed = std::to_string(blank[0].size()) + "\n" + blank[0] + "\n";
        QCOMPARE(codeOf(forged::around(forged::plainAround(gzip(viewOf(framed)))).open()),
                 ErrorCode::PackageMalformed);
        QVERIFY(forged::aroundText(framed).open().ok());
    }

    void makingIsCancelled() {
        SeededRandom random(11);
        const std::vector<std::string> resources{noise(random, 300000)};
        std::uint64_t last = 0, calls = 0;
        const auto whole =
            forged::make(resources, random, [&](std::uint64_t done, std::uint64_t total) {
                ++calls;
                last = done;
                return done <= total;
            });
        QVERIFY(whole.ok());
        QCOMPARE(calls, std::uint64_t{5});
        QVERIFY(last >= 300000);
        const auto cancelled = forged::make(
            resources, random, [](std::uint64_t done, std::uint64_t) { return done < 100000; });
        QCOMPARE(cancelled.error().code, ErrorCode::PackageCancelled);
    }
};

APRICOT_TEST(TestPackage)
#include "test_package.moc"
