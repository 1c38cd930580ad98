// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/compress.h"
#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "formats/file_shell.h"
#include "formats/reader.h"
#include "program/test_program.h"
#include "records/json.h"
#include "records/resource.h"
#include "records/sensitivity.h"

#include <QTest>

#include <fstream>
#include <map>
#include <sys/resource.h>

using namespace apricot;

// Declared ahead of the JSON texts: moc loses its way in raw strings.
class TestRecords : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase();
    void aBundleBecomesRecords();
    void gzipAndByteOrderMarkAreRead();
    void aBundleCutAnywhereIsRefused();
    void badEntriesAreReportedAndTheRestComesIn();
    void linesAreReadOneByOne();
    void attachmentsAreCutOutAndPutBack();
    void datesKeepTheirPrecision();
    void sensitiveThingsAreLevelFive();
    void cancellingStopsAndSaysSo();
    void otherFilesAreRefused();
    void aHugeBundleStaysSmallInMemory();
    void filesFromElsewhereComeBackTheSame();
};

namespace {

struct Sink final : RecordSink {
    std::vector<Record> records;
    Result<> take(Record &&record, const Origin &) override {
        records.push_back(std::move(record));
        return {};
    }
    const Record &named(const std::string &name) const {
        static const Record none;
        for (const Record &r : records)
            if (r.type + "/" + r.logicalId == name) return r;
        return none;
    }
};

Result<ReadResult> readText(std::string_view text, Sink &sink, const Progress &progress = {}) {
    const auto source = openMemory(viewOf(text));
    return readRecords(*source, sink, progress);
}

std::string again(const ReadResult &result, const Sink &sink) {
    std::map<std::pair<RecordId, Digest>, const Record *> originals;
    for (const Record &r : sink.records) originals[{r.id, contentHash(r)}] = &r;
    const auto out = rebuild(result.shell, [&](const RecordId &id, const Digest &digest) {
        const auto at = originals.find({id, digest});
        return Result<std::string>(at != originals.end() ? originalJson(*at->second) : "?");
    });
    return out.ok() ? *out : "error " + out.error().detail;
}

const std::string bundle = R"({
 "resourceType": "Bundle", "type": "transaction",
 "entry": [
  {"fullUrl": "urn:uuid:11111111-1111-4111-8111-111111111111",
   "resource": {"resourceType":"Patient","id":"p1","gender":"female","birthDate":"1950-03-01",
     "name":[{"family":"林","given":["秀英"]}]}, "request": {"method":"PUT","url":"Patient/p1"}},
  {"fullUrl": "https://hospital.example/fhir/Practitioner/d1",
   "resource": {"resourceType":"Practitioner","id":"d1","identifier":[{"system":"urn:x","value":"7"}],
     "name":[{"family":"Wang","given":["Mei"]}]}},
  {"resource": {"resourceType":"Observation","id":"bp","category":[{"coding":[{"code":"vital-signs"}]}],
     "code":{"text":"血压","coding":[{"system":"http://loinc.org","code":"85354-9"}]},
     "subject":{"reference":"urn:uuid:11111111-1111-4111-8111-111111111111"},
     "performer":[{"reference":"Practitioner?identifier=urn:x|7"}],
     "effectiveDateTime":"2024-05-06T08:30:00+08:00",
     "component":[{"code":{"text":"s"},"valueQuantity":{"value":120,"unit":"mmHg"}},
                  {"code":{"text":"d"},"valueQuantity":{"value":80.50,"unit":"mmHg"}}]}},
  {"resource": {"resourceType":"Observation","id":"hb","category":[{"coding":[{"code":"laboratory"}]}],
     "code":{"text":"Haemoglobin \ud83d\ude00"},"subject":{"reference":"Patient/p1/_history/3"},
     "performer":[{"reference":"https://other.example/fhir/Practitioner/d1"}],
     "effectiveDateTime":"2012-05","valueQuantity":{"value":13.10,"unit":"g/dL"}}},
  {"resource": {"resourceType":"Condition","id":"c1","code":{"text":"抑郁症"},
     "contained":[{"resourceType":"Practitioner","id":"x","name":[{"text":"Dr Li"}]}],
     "asserter":{"reference":"#x"}, "subject":{"reference":"Patient/p1"},"recordedDate":"2012"}},
  {"response": {"status":"204"}}
 ]}
)";

} // namespace

void TestRecords::initTestCase() {
    QVERIFY(startCrypto().ok());
}

void TestRecords::aBundleBecomesRecords() {
    Sink sink;
    const auto result = readText(bundle, sink);
    QVERIFY2(result.ok(), result.ok() ? "" : result.error().detail.c_str());
    QCOMPARE(result->report.form, std::string("Bundle transaction"));
    QCOMPARE(result->report.read, std::uint64_t(5));
    QVERIFY(result->report.rejected.empty());
    const Record &bp = sink.named("Observation/bp");
    QCOMPARE(bp.kind, Kind::VitalSign);
    QCOMPARE(bp.title, std::string("血压"));
    QCOMPARE(bp.value, std::string("120/80.50"));
    QCOMPARE(bp.unit, std::string("mmHg"));
    QCOMPARE(bp.person, std::string("p1"));
    QCOMPARE(bp.performer, std::string("Mei Wang"));
    QCOMPARE(bp.date.start, UnixTime(1714955400));
    QVERIFY(bp.references == (std::vector<std::string>{"Patient/p1", "Practitioner/d1"}));
    const Record &hb = sink.named("Observation/hb");
    QCOMPARE(hb.kind, Kind::LabResult);
    QCOMPARE(hb.value, std::string("13.10"));
    QCOMPARE(hb.title, std::string("Haemoglobin 😀"));
    QCOMPARE(hb.person, std::string("p1"));
    QCOMPARE(hb.performer, std::string("Mei Wang"));
    QVERIFY(hb.date.precision == ClinicalDate::Precision::Month);
    const Record &condition = sink.named("Condition/c1");
    QCOMPARE(condition.level, std::uint8_t(5));
    QCOMPARE(condition.performer, std::string("Dr Li"));
    QVERIFY(condition.date.precision == ClinicalDate::Precision::Year);
    QCOMPARE(result->people.size(), std::size_t(1));
    QCOMPARE(result->people[0].name, std::string("林秀英"));
    QCOMPARE(result->people[0].birthDate, std::string("1950-03-01"));
    QCOMPARE(result->people[0].records, std::uint64_t(4));
    QVERIFY(again(*result, sink) == bundle);
}

void TestRecords::gzipAndByteOrderMarkAreRead() {
    Sink sink;
    const Bytes packed = gzip(viewOf("\xEF\xBB\xBF" + bundle));
    const auto result = readText(textOf(packed), sink);
    QVERIFY(result.ok());
    QVERIFY(again(*result, sink) == "\xEF\xBB\xBF" + bundle);
}

void TestRecords::aBundleCutAnywhereIsRefused() {
    for (std::size_t n = 0; n + 2 < bundle.size(); ++n) {
        Sink sink;
        const auto result = readText(std::string_view(bundle).substr(0, n), sink);
        QVERIFY2(!result.ok(), std::to_string(n).c_str());
        QVERIFY2(sink.records.empty(), std::to_string(n).c_str());
    }
}

void TestRecords::badEntriesAreReportedAndTheRestComesIn() {
    const std::string text =
        R"({"resourceType":"Bundle","type":"batch","entry":[{"resource":{"id":"1"}},)"
        R"({"resource":{"resourceType":"no type"}},{"resource":{"resourceType":"Goal","id":"a b"}},)"
        R"({"resource":{"resourceType":"Goal","a":{"b":1,"\u0062":2}}},{"resource":{"resourceType":nonsense}},)"
        "{\"resource\":{\"resourceType\":\"Goal\",\"id\":\"\xff\"}},7,"
        R"({"resource":{"resourceType":"Goal","n":1e400}},{"resource":{"resourceType":"Goal","id":"g"}},)"
        R"({"resource":{"resourceType":"Goal","s":"\ud800"}},{"resource":{"resourceType":"Goal","d":)"
        + std::string(200, '[') + std::string(200, ']') + "}}]}";
    Sink sink;
    const auto result = readText(text, sink);
    QVERIFY(result.ok());
    QCOMPARE(sink.records.size(), std::size_t(1));
    const std::vector<std::pair<std::string, ErrorCode>> wanted = {
        {"entry 1", ErrorCode::ResourceTypeMissing}, {"entry 2", ErrorCode::ResourceTypeUnknown},
        {"entry 3", ErrorCode::ResourceIdInvalid},   {"entry 4", ErrorCode::JsonDuplicateKey},
        {"entry 5", ErrorCode::JsonMalformed},       {"entry 6", ErrorCode::TextNotUtf8},
        {"entry 7", ErrorCode::EntryMalformed},      {"entry 8", ErrorCode::JsonMalformed},
        {"entry 10", ErrorCode::JsonMalformed},      {"entry 11", ErrorCode::JsonTooDeep}};
    QCOMPARE(result->report.rejected.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        QCOMPARE(result->report.rejected[i].place, wanted[i].first);
        QCOMPARE(result->report.rejected[i].error.code, wanted[i].second);
    }
    QVERIFY(again(*result, sink) == text);
}

void TestRecords::linesAreReadOneByOne() {
    const std::string text = "{\"resourceType\":\"Patient\",\n\n"
                             "{\"resourceType\":\"Patient\",\"id\":\"a\"}\r\n"
                             " {\"resourceType\":\"Goal\",\"id\":\"g\",\"subject\":"
                             "{\"reference\":\"Patient/b\"}} \n";
    Sink sink;
    const std::string broken = "{\"resourceType\":\"Patient\"\n" + text.substr(27);
    const auto result = readText(broken, sink);
    QVERIFY(result.ok());
    QCOMPARE(result->report.form, std::string("NDJSON"));
    QCOMPARE(sink.records.size(), std::size_t(2));
    QCOMPARE(result->report.rejected.size(), std::size_t(1));
    QCOMPARE(result->report.rejected[0].place, std::string("line 1"));
    QCOMPARE(result->people.size(), std::size_t(2)); // a was met, b referred to
    QVERIFY(again(*result, sink) == broken);
}

void TestRecords::attachmentsAreCutOutAndPutBack() {
    std::string base64;
    for (int i = 0; i < 1000; ++i) base64 += "QUJD";
    for (const std::string &data : {base64, base64.substr(0, 3999) + "\\u0044"}) {
        const std::string text = R"({"resourceType":"Binary","id":"b","contentType":"a/b","data":")"
                                 + data + "\", \"z\":1}";
        const auto record = readResource(text);
        QVERIFY(record.ok());
        QCOMPARE(record->attachments.size(), std::size_t(data == base64 ? 1 : 0));
        if (data == base64) {
            QCOMPARE(record->attachments[0].contentType, std::string("a/b"));
            QVERIFY(record->json.size() < 100);
        }
        QVERIFY(originalJson(*record) == text);
    }
}

void TestRecords::datesKeepTheirPrecision() {
    const auto precision = [](const char *date) {
        return static_cast<int>(
            readResource(R"({"resourceType":"Goal","date":")" + std::string(date) + "\"}")
                ->date.precision);
    };
    QCOMPARE(precision("2012"), 1);
    QCOMPARE(precision("2012-02"), 2);
    QCOMPARE(precision("2012-02-29"), 3);
    QCOMPARE(precision("2012-02-29T10:00:00.5Z"), 4);
    for (const char *bad : {"", "12", "2011-02-29", "2012-13", "2012-02-29T25:00:00Z", "x"})
        QCOMPARE(precision(bad), 0);
}

void TestRecords::sensitiveThingsAreLevelFive() {
    const auto level = [](const std::string &code, const std::string &extra = "") {
        return int(
            readResource(R"({"resourceType":"Condition",)" + extra + R"("code":)" + code + "}")
                ->level);
    };
    const std::pair<int, int> found[] = {
        {level(R"({"text":"Fracture of arm"})"), 3},
        {level(R"({"coding":[{"system":"http://hl7.org/fhir/sid/icd-10","code":"B20"}]})"), 5},
        {level(R"({"coding":[{"system":"urn:oid:2.16.840.1.113883.6.90","code":"F32.1"}]})"), 5},
        {level(R"({"coding":[{"system":"urn:oid:2.16.840.1.113883.6.1","code":"7918-6"}]})"), 5},
        {level(R"({"coding":[{"system":"urn:oid:2.16.840.1.113883.6.96","code":"86406008"}]})"), 5},
        {level(R"({"coding":[{"system":"urn:oid:2.16.840.1.113883.6.960","code":"86406008"}]})"),
         3}, // another system
        {level(R"({"coding":[{"system":"http://example.org/ICD10CN","code":"B20.x00"}]})"), 5},
        {level(R"({"text":"自然流产"})"), 5},
        {level(R"({"text":"hearing aids fitted"})"), 5}, // errs on the careful side
        {level(R"({"text":"shivering"})"), 3},           // a word inside a word is none
        {level(R"({"text":"x"})", R"("meta":{"security":[{"code":"ETH"}]},)"), 5}};
    for (const auto &[got, wanted] : found) QCOMPARE(got, wanted);
}

void TestRecords::cancellingStopsAndSaysSo() {
    Sink sink;
    const auto result = readText(bundle, sink, [](auto, auto) { return false; });
    QCOMPARE(result.error().code, ErrorCode::ImportCancelled);
}

void TestRecords::otherFilesAreRefused() {
    Sink sink;
    QCOMPARE(readText("<Patient/>", sink).error().code, ErrorCode::FormatUnknown);
    QCOMPARE(readText("", sink).error().code, ErrorCode::FormatUnknown);
    QCOMPARE(readText("{}", sink).error().code, ErrorCode::ResourceTypeMissing);
    QCOMPARE(openFile("/nowhere/at/all").error().code, ErrorCode::RecordsFileUnreadable);
    QVERIFY(!checkJson(viewOf("[1] x")).ok());
    QVERIFY(!rebuild(Bytes{1, 2, 3}, {}).ok());
}

void TestRecords::aHugeBundleStaysSmallInMemory() {
    std::string text = R"({"resourceType":"Bundle","type":"collection","entry":[)";
    for (int i = 0; text.size() < (60U << 20U); ++i)
        text += (i ? "," : "") + std::string(R"({"resource":{"resourceType":"Observation","id":"o)")
                + std::to_string(i) + R"(","code":{"text":")" + std::string(900, 'x') + "\"}}}";
    text += "]}";
    struct Count final : RecordSink {
        std::uint64_t n = 0;
        Result<> take(Record &&, const Origin &) override {
            ++n;
            return {};
        }
    } count;
    const auto source = openMemory(viewOf(text));
    const auto result = readRecords(*source, count);
    QVERIFY(result.ok());
    QCOMPARE(result->report.read, count.n);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    qInfo("peak %ld MB, the 60 MB text included", usage.ru_maxrss / 1024);
#ifndef __SANITIZE_ADDRESS__ // which keeps freed memory for a while
    QVERIFY(usage.ru_maxrss < 400 * 1024);
#endif
}

void TestRecords::filesFromElsewhereComeBackTheSame() {
    const char *set = std::getenv("APRICOT_SHARED_DATA");
    const std::filesystem::path folder =
        std::filesystem::path(set ? set : APRICOT_SOURCE_DIR "/../shared/data") / "fhir";
    if (!std::filesystem::exists(folder)) QSKIP("no shared data: outside files not read");
    int files = 0, refused = 0;
    std::uint64_t rejected = 0, records = 0;
    for (const auto &file : std::filesystem::recursive_directory_iterator(folder)) {
        const auto kind = file.path().extension();
        if (kind != ".json" && kind != ".ndjson" && kind != ".phr") continue;
        std::ifstream in(file.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        Sink sink;
        const auto source = openFile(file.path());
        QVERIFY(source.ok());
        const auto result = readRecords(**source, sink);
        ++files;
        if (!result.ok()) {
            ++refused;
            qInfo("refused: %s: %s %s", file.path().filename().c_str(),
                  nameOf(result.error().code).data(), result.error().detail.c_str());
            continue;
        }
        rejected += result->report.rejected.size();
        for (const auto &bad : result->report.rejected)
            qInfo("%s %s: %s", file.path().filename().c_str(), bad.place.c_str(),
                  nameOf(bad.error.code).data());
        records += result->report.read;
        QVERIFY2(again(*result, sink) == text, file.path().c_str());
    }
    qInfo("%d files, %d refused, %llu records, %llu rejected", files, refused,
          static_cast<unsigned long long>(records), static_cast<unsigned long long>(rejected));
    QVERIFY(files > 0);
}

APRICOT_TEST(TestRecords)
#include "test_records.moc"
