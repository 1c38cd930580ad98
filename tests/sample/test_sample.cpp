// SPDX-License-Identifier: GPL-3.0-or-later
// The synthetic patient of the demo: everything comes in, with the kinds and levels it should have.
#include "crypto/crypto.h"
#include "formats/reader.h"
#include "program/test_program.h"

#include <QTest>

#include <set>

using namespace apricot;

namespace {

class Kept final : public RecordSink {
  public:
    Result<> take(Record &&record, const Origin &) override {
        records.push_back(std::move(record));
        return {};
    }
    std::vector<Record> records;
};

Result<std::pair<std::vector<Record>, ReadResult>> readSample(const char *name) {
    APRICOT_TRY_ASSIGN(source,
                       openFile(std::string(APRICOT_SOURCE_DIR "/packaging/sample/") + name));
    Kept kept;
    APRICOT_TRY_ASSIGN(result, readRecords(*source, kept));
    return std::pair{std::move(kept.records), std::move(result)};
}

} // namespace

class TestSample : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void everythingComesInAndIsAboutOnePerson() {
        const auto read = readSample("lin-guifang.json");
        QVERIFY(read.ok());
        QVERIFY(read->second.report.rejected.empty());
        QCOMPARE(read->second.people.size(), std::size_t{1});
        QVERIFY(read->first.size() > 300);
    }

    void everyKindIsThere() {
        const auto read = readSample("lin-guifang.json");
        QVERIFY(read.ok());
        std::set<Kind> kinds;
        for (const Record &record : read->first) {
            kinds.insert(record.kind);
            QVERIFY2(record.title != record.type, record.logicalId.c_str());
        }
        kinds.erase(Kind::Other);
        QCOMPARE(kinds.size(), std::size_t{kindCount - 1});
    }

    void whatIsNobodysBusinessIsOfLevelFive() {
        const auto read = readSample("lin-guifang.json");
        QVERIFY(read.ok());
        std::set<std::string> sensitive;
        for (const Record &record : read->first)
            if (record.level == 5) sensitive.insert(record.logicalId);
        const std::set<std::string> expected = {"condition-depression", "hiv-screen-2023",
                                                "request-sertraline", "takes-sertraline"};
        QVERIFY(sensitive == expected);
    }

    void chineseWordsAndDocumentsAreFound() {
        const auto read = readSample("lin-guifang.json");
        QVERIFY(read.ok());
        std::size_t glucose = 0, attachments = 0;
        for (const Record &record : read->first) {
            if (record.searchText.find("血糖") != std::string::npos) ++glucose;
            attachments += record.attachments.size();
        }
        QVERIFY(glucose > 30);
        QVERIFY(attachments >= 1); // small ones stay in the record
    }

    void theUpdateHasOneEntryThatIsRefused() {
        const auto read = readSample("lin-guifang-update.json");
        QVERIFY(read.ok());
        QCOMPARE(read->first.size(), std::size_t{2});
        QCOMPARE(read->second.report.rejected.size(), std::size_t{1});
    }
};

APRICOT_TEST(TestSample)
#include "test_sample.moc"
