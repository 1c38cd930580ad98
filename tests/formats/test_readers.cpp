// SPDX-License-Identifier: GPL-3.0-or-later
// A file is read by the reader whose format its content has; what a reader says of its records'
// origin and of the original bytes is kept. The second format here is made up for this test.
#include "crypto/crypto.h"
#include "crypto/system_random.h"
#include "flows/patient/import_records.h"
#include "flows/shared/export_records.h"
#include "formats/fhir_json.h"
#include "formats/file_shell.h"
#include "records/resource.h"
#include "vault/origins.h"

#include "program/test_program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace apricot;

namespace {

const std::string diaryFile = "DIARY/1\nWell slept\nA walk\n?\n";
constexpr std::string_view fhirFile =
    R"({"resourceType":"Observation","id":"a","code":{"text":"Pulse"}})";

// Here, since moc loses its way in raw strings.
const std::string bundleBegins = R"({"resourceType":"Bundle","type":"collection","entry":[)";
const std::string noteBegins = "{\"note\":\"";
constexpr auto oddBundles = std::to_array<std::string_view>(
    {R"({"resourceType":"Bundle","entry":{}})", R"({"resourceType":"Bundle","entry":null})",
     R"({"resourceType":"Bundle","\u0065ntry":[]})"});

bool looksLikeDiary(ByteView start) {
    return textOf(start).starts_with("DIARY/1\n");
}

// A line is a note, "?" is none; whoever issues diaries signed them all.
Result<ReadResult> readDiary(Source &source, RecordSink &sink, const Progress &) {
    std::string text(1000, '\0');
    APRICOT_TRY_ASSIGN(n, source.read({reinterpret_cast<std::uint8_t *>(text.data()), 1000}));
    text.resize(n);
    ReadResult out;
    out.report.form = "diary";
    ShellBuilder shell;
    shell.text(text); // nothing in it is a record's own bytes
    APRICOT_TRY_ASSIGN(whole, shell.take());
    out.shell = std::move(whole);
    std::size_t line = 0, from = 0;
    for (std::size_t end = 0; (end = text.find('\n', from)) != std::string::npos; from = end + 1) {
        const std::string note = text.substr(from, end - from);
        if (++line == 1) continue;
        if (note == "?") {
            out.report.rejected.push_back({"line " + std::to_string(line), formatUnknown(note)});
            continue;
        }
        APRICOT_TRY_ASSIGN(record, readResource(R"({"resourceType":"Observation","id":"l)"
                                                + std::to_string(line) + R"(","code":{"text":")"
                                                + note + R"("}})"));
        ++out.report.read;
        APRICOT_TRY(sink.take(std::move(record), {OriginState::Issuer, {}, "Diary Works", 1}));
    }
    return out;
}

constexpr Reader diary{"Diary", looksLikeDiary, readDiary};
constexpr std::array both{diary, fhirJson};

struct Kept final : RecordSink {
    std::vector<Origin> origins;
    Result<> take(Record &&, const Origin &origin) override {
        origins.push_back(origin);
        return {};
    }
};

} // namespace

class TestReaders : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path file(const char *name, std::string_view content) {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly)) return {};
        out.write(content.data(), static_cast<qsizetype>(content.size()));
        return path.toStdString();
    }

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void theContentSaysWhichFormatAFileHas() {
        for (const auto &[text, format] :
             {std::pair<std::string, std::string_view>{diaryFile, "Diary"},
              {std::string(fhirFile), "FHIR R4 JSON"},
              {"\xef\xbb\xbf \n" + std::string(fhirFile), "FHIR R4 JSON"}}) {
            Kept kept;
            const auto source = openMemory(viewOf(text));
            const auto read = readRecords(*source, kept, {}, both);
            QVERIFY(read.ok());
            QCOMPARE(read->report.format, std::string(format));
            QCOMPARE(kept.origins.size(), read->report.read);
        }
    }

    void noReadersFormatIsRefused() {
        for (const std::string text : {"", "DIARY/2\n", "%PDF-1.7", "[]", "\xef\xbb\xbf"}) {
            Kept kept;
            const auto source = openMemory(viewOf(text));
            QCOMPARE(readRecords(*source, kept, {}, both).error().code, ErrorCode::FormatUnknown);
        }
        QVERIFY(readers().size() >= 1);
        Kept kept;
        const auto source = openMemory(viewOf(diaryFile)); // made up: nobody else knows it
        QCOMPARE(readRecords(*source, kept).error().code, ErrorCode::FormatUnknown);
    }

    // The name is of no account; a reader's own errors are given as they are.
    void anotherFormatComesInWithItsOriginAndGoesOutTheSame() {
        SystemRandom random;
        const SystemClock clock;
        const auto vault = Vault::inMemory(random, clock);
        QVERIFY(vault.ok());
        const auto report = importRecords(**vault, file("diary.json", diaryFile), {}, {}, both);
        QVERIFY(report.ok());
        QCOMPARE(report->read.format, std::string("Diary"));
        QCOMPARE(report->added, 2U);
        QCOMPARE(report->read.rejected.size(), std::size_t{1});
        QCOMPARE(report->read.rejected[0].place, std::string("line 4"));
        const auto rows = (*vault)->list({}, {10, std::nullopt});
        QCOMPARE(rows->size(), std::size_t{2});
        for (const RecordRow &row : *rows) {
            const auto origin = originOf(**vault, row.id);
            QCOMPARE(origin->state, OriginState::Issuer);
            QCOMPARE(origin->name, std::string("Diary Works"));
        }
        QVERIFY(importRecords(**vault, file("pulse.pdf", fhirFile), {}, {}, both).ok());
        const auto sources = (*vault)->sources();
        QCOMPARE(sources->size(), std::size_t{2});
        QCOMPARE(*exportSource(**vault, sources->at(0).number), diaryFile);
        QCOMPARE(*exportSource(**vault, sources->at(1).number), std::string(fhirFile));
    }

    void whatWouldBePassedOverIsRefused() {
        for (const std::string_view bundle : oddBundles) {
            Kept kept;
            const auto source = openMemory(viewOf(bundle));
            QCOMPARE(readRecords(*source, kept).error().code, ErrorCode::FhirDamaged);
        }
    }

    // All around the records is held in memory, to be written again as it was.
    void whatIsMostlyNoRecordIsRefused() {
        const std::string entry = noteBegins + std::string(1U << 20U, 'a') + "\"},";
        std::string bundle = bundleBegins;
        for (int i = 0; i < 130; ++i) bundle += entry;
        bundle.back() = ']';
        bundle += '}';
        Kept kept;
        const auto source = openMemory(viewOf(bundle));
        QCOMPARE(readRecords(*source, kept).error().code, ErrorCode::ShellTooLarge);
    }
    void whoMakesAShellCanBeStopped() {
        ShellBuilder shell;
        shell.text(std::string(20U << 20U, 'a'));
        int asked = 0;
        QCOMPARE(shell.take([&asked] { return ++asked < 3; }).error().code,
                 ErrorCode::ImportCancelled);
        QCOMPARE(asked, 3);
    }

    void whatFailsLeavesNothing() {
        SystemRandom random;
        const SystemClock clock;
        const auto vault = Vault::inMemory(random, clock);
        QVERIFY(vault.ok());
        const std::string quote = "DIARY/1\nWell\n\"\n"; // the second note is no JSON
        const auto report = importRecords(**vault, file("bad", quote), {}, {}, both);
        QCOMPARE(report.error().code, ErrorCode::JsonMalformed);
        QCOMPARE(*(*vault)->count({}), 0U);
        QVERIFY((*vault)->sources()->empty());
    }
};

APRICOT_TEST(TestReaders)
#include "test_readers.moc"
