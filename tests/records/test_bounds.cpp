// SPDX-License-Identifier: GPL-3.0-or-later
// What hostile texts cost: no more memory or time than their size justifies. Peaks are this
// process's own.
#include "codec/compress.h"
#include "crypto/crypto.h"
#include "formats/reader.h"
#include "records/json.h"
#include "records/resource.h"

#include "program/test_program.h"

#include <QElapsedTimer>
#include <QTest>

#include <sys/resource.h>

using namespace apricot;

namespace {

long peak() { // MiB
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

std::string times(std::size_t count, std::string_view what) {
    std::string out;
    out.reserve(count * what.size());
    for (std::size_t i = 0; i < count; ++i) out += what;
    return out;
}

struct Counted final : RecordSink {
    std::size_t records = 0;
    Result<> take(Record &&, const Origin &) override {
        ++records;
        return {};
    }
};

ErrorCode readCode(ByteView file) {
    Counted sink;
    const auto source = openMemory(file);
    const auto read = readRecords(*source, sink);
    return read ? ErrorCode::None : read.error().code;
}
ErrorCode readCode(const std::string &file) {
    return readCode(viewOf(file));
}

// moc loses its way in raw strings that end in a quotation mark.
const std::string bundle = "{\"resourceType\":\"Bundle\",\"type\":\"collection\"";
const std::string basic = "{\"resourceType\":\"Basic\",\"id\":\"a\",\"x\":\"";
const std::string observation = "{\"resourceType\":\"Observation\",\"id\":\"a\",";

} // namespace

class TestBounds : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    // Each test is meant to need little; the peak never falls again, so the small ones come first.
    void valuesAreCountedBeforeParsing() {
        const std::string many = "[0" + times(20'000'000, ",0") + "]"; // 40 MB
        const long before = peak();
        QCOMPARE(checkJson(viewOf(many)).error().code, ErrorCode::JsonTooLarge);
        QVERIFY2(peak() - before < 10 * test::memoryFactor,
                 std::to_string(peak() - before).c_str());
        const std::string inText =
            "[\"" + times(2'000'000, "[,{") + "\"]"; // in a text they are none
        QVERIFY(checkJson(viewOf(inText)).ok());
    }

    void manyEntriesThatAreNothingAreNotListed() {
        const std::string start = bundle + ",\"entry\":[0";
        const std::string many = start + times(5'000'000, ",0") + "]}"; // 10 MB
        const long before = peak();
        QCOMPARE(readCode(many), ErrorCode::JsonTooLarge);
        QVERIFY2(peak() - before < 40 * test::memoryFactor,
                 std::to_string(peak() - before).c_str());
        Counted sink;
        const std::string some = start + times(9'999, ",0") + "]}";
        const auto source = openMemory(viewOf(some));
        const auto read = readRecords(*source, sink);
        QVERIFY(read.ok());
        QCOMPARE(read->report.rejected.size(), std::size_t{10'000});
    }

    void aBombOfGzipIsRefused() {
        const Bytes member = gzip(viewOf(times(32U << 20U, " ")));
        Bytes bomb = gzip(viewOf(bundle + ",\"entry\":["));
        for (int i = 0; i < 8; ++i) append(bomb, member); // 256 MiB out of 260 KB
        const long before = peak();
        QCOMPARE(readCode(bomb), ErrorCode::GzipTooLarge);
        QVERIFY2(peak() - before < 160 * test::memoryFactor,
                 std::to_string(peak() - before).c_str());
    }

    void whatIsInNoEntryIsBounded() {
        std::string file = bundle;
        for (int i = 0; i < 5; ++i)
            file += ",\"x" + std::to_string(i) + "\":\"" + times(16U << 20U, "a") + "\"";
        file += ",\"entry\":[]}";
        QCOMPARE(readCode(file), ErrorCode::FhirTooLarge);
    }

    void oneResourceCostsSixteenTimesItsSize() {
        const std::string large = basic + times(8U << 20U, "a") + "\"}";
        const long before = peak();
        QVERIFY(readResource(large).ok());
        const long grown = peak() - before;
        QVERIFY2(grown < (16 * 8 + 30) * test::memoryFactor, std::to_string(grown).c_str());
        QCOMPARE(readResource(std::string(resourceLimit + 1, ' ')).error().code,
                 ErrorCode::FhirTooLarge);
    }

    void comparingIsNoneOfItsCosts_data() {
        QTest::addColumn<QByteArray>("member");
        QByteArray codings = "\"code\":{\"coding\":[", references = "\"a\":[",
                   actors = "\"performer\":[", contained = "\"contained\":[";
        for (int i = 0; i < 100'000; ++i) {
            const QByteArray n = QByteArray::number(i), comma = i > 0 ? "," : "";
            codings += comma + "{\"code\":\"c" + n + "\"}";
            references += comma + "{\"reference\":\"Patient/p" + n + "\"}";
            actors += comma + "{\"reference\":\"#n" + n + "\"}";
            contained += comma + "{\"id\":\"c" + n + "\"}";
        }
        QTest::newRow("codings") << codings + "]}";
        QTest::newRow("references") << references + "]";
        QTest::newRow("performers") << actors + "]," + contained + "]";
    }
    void comparingIsNoneOfItsCosts() {
        QFETCH(const QByteArray, member);
        const std::string resource = observation + member.toStdString() + "}";
        QElapsedTimer took;
        took.start();
        QVERIFY(readResource(resource).ok());
        QVERIFY2(took.elapsed() < 5000 * test::timeFactor, std::to_string(took.elapsed()).c_str());
    }
};

APRICOT_TEST(TestBounds)
#include "test_bounds.moc"
