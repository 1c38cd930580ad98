// SPDX-License-Identifier: GPL-3.0-or-later
// Summary, tests done, trends, topics and details on the synthetic patient, in a real vault file.
#include "chart/summary.h"
#include "chart/topics.h"
#include "chart/trend.h"
#include "crypto/crypto.h"
#include "crypto/system_random.h"
#include "flows/patient/import_records.h"
#include "formats/reader.h"
#include "program/test_program.h"
#include "records/details.h"
#include "records/json.h"
#include "records/reading.h"
#include "records/resource.h"
#include "records/validity.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <set>

using namespace apricot;

class test_summary : public QObject {
    Q_OBJECT

    FixedClock clock{1'795'600'000}; // 25 November 2026
    SeededRandom random{7};
    QTemporaryDir dir;
    int made = 0;
    std::unique_ptr<Vault> vault;

    std::unique_ptr<Vault> fresh(const QString &name) {
        std::string phrase = "four plum trees";
        const auto passphrase =
            SecretBytes::take({reinterpret_cast<std::uint8_t *>(phrase.data()), phrase.size()});
        return Vault::create(dir.filePath(name).toStdString(), passphrase, leastPasswordCost,
                             random, clock)
            .value();
    }
    void add(Vault &to, const char *json) {
        auto record = readResource(json);
        QVERIFY(record.ok());
        auto batch = to.beginImport();
        QVERIFY(batch.ok() && (*batch)->add(*record).ok() && (*batch)->commit().ok());
    }
    RecordId newest(const char *text) {
        Filter filter;
        filter.text = text;
        return vault->list(filter, {}).value().front().id;
    }

  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startCrypto().ok());
        vault = fresh(QStringLiteral("v"));
        QVERIFY(
            importRecords(*vault, APRICOT_SOURCE_DIR "/packaging/sample/lin-guifang.json").ok());
    }

    void whatMattersFirst() {
        const auto summary = summaryOf(*vault, clock.now());
        QVERIFY(summary.ok());
        QCOMPARE(summary->allergies.size(), std::size_t{2});
        QCOMPARE(summary->allergies.front().title, std::string("青霉素过敏 Penicillin"));
        QVERIFY(summary->allergies.front().serious);
        QVERIFY(!summary->allergies.back().serious);
        QVERIFY(summary->allergies.front().note.find("荨麻疹") != std::string::npos);
        QStringList taken;
        for (const SummaryRow &row : summary->medicines)
            taken.append(QString::fromStdString(row.title));
        QVERIFY(taken.contains(QStringLiteral("二甲双胍片 0.85 g Metformin")));
        QVERIFY(!taken.contains(QStringLiteral("二甲双胍片 0.5 g Metformin"))); // stopped in 2019
        QCOMPARE(taken.removeDuplicates(), 0); // prescribed and taken: one medicine
        QVERIFY(!summary->conditions.empty());
        QCOMPARE(summary->latest.size(), std::size_t{5});
        QVERIFY(summary->latest[0].date >= summary->latest[4].date);
    }

    // One row, which says both; where they differ, neither is hidden.
    void aMedicineThatIsPrescribedAndTakenStandsOnce() {
        const auto one = fresh(QStringLiteral("twice"));
        add(*one,
            R"({"resourceType":"MedicationRequest","id":"a","status":"active",)"
            R"("authoredOn":"2025-01-01","medicationCodeableConcept":{"text":"Metformin 500 mg"},)"
            R"("dosageInstruction":[{"text":"twice a day"}]})");
        add(*one, R"({"resourceType":"MedicationStatement","id":"b","status":"active",)"
                  R"("effectiveDateTime":"2025-02-01",)"
                  R"("medicationCodeableConcept":{"text":"metformin  500 MG"},)"
                  R"("dosage":[{"text":"once a day"}]})");
        add(*one, R"({"resourceType":"MedicationRequest","id":"c","status":"active",)"
                  R"("authoredOn":"2025-03-01",)"
                  R"("medicationCodeableConcept":{"text":"Metformin 850 mg"}})");
        const auto summary = summaryOf(*one, clock.now());
        QVERIFY(summary.ok());
        QCOMPARE(summary->medicines.size(), std::size_t{2}); // another strength is another one
        const SummaryRow &alone = summary->medicines[0], &both = summary->medicines[1];
        QVERIFY(alone.prescribed && alone.prescribed->empty() && !alone.taken);
        QCOMPARE(both.prescribed.value(), std::string("twice a day"));
        QCOMPARE(both.taken.value(), std::string("once a day"));
    }

    void whatHoldsNoMoreIsLeftOut_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("there");
        QTest::newRow("resolved allergy")
            << QByteArray(R"({"resourceType":"AllergyIntolerance","id":"a","clinicalStatus":)"
                          R"({"coding":[{"code":"resolved"}]},"code":{"text":"x"}})")
            << false;
        QTest::newRow("refuted allergy")
            << QByteArray(R"({"resourceType":"AllergyIntolerance","id":"a","verificationStatus":)"
                          R"({"coding":[{"code":"refuted"}]},"code":{"text":"x"}})")
            << false;
        QTest::newRow("allergy that says nothing of it")
            << QByteArray(R"({"resourceType":"AllergyIntolerance","id":"a","code":{"text":"x"}})")
            << true;
        QTest::newRow("stopped medicine")
            << QByteArray(R"({"resourceType":"MedicationRequest","id":"a","status":"stopped",)"
                          R"("medicationCodeableConcept":{"text":"x"}})")
            << false;
        QTest::newRow("intended medicine")
            << QByteArray(R"({"resourceType":"MedicationStatement","id":"a","status":"intended",)"
                          R"("medicationCodeableConcept":{"text":"x"}})")
            << true;
        QTest::newRow("medicine that ended")
            << QByteArray(R"({"resourceType":"MedicationStatement","id":"a","status":"active",)"
                          R"("effectivePeriod":{"start":"2020-01-01","end":"2020-02-01"},)"
                          R"("medicationCodeableConcept":{"text":"x"}})")
            << false;
        QTest::newRow("medicine until next month")
            << QByteArray(R"({"resourceType":"MedicationStatement","id":"a","status":"active",)"
                          R"("effectivePeriod":{"start":"2020-01-01","end":"2026-12"},)"
                          R"("medicationCodeableConcept":{"text":"x"}})")
            << true;
        QTest::newRow("condition that is over")
            << QByteArray(R"({"resourceType":"Condition","id":"a","abatementDateTime":"2020",)"
                          R"("code":{"text":"x"}})")
            << false;
    }
    void whatHoldsNoMoreIsLeftOut() {
        QFETCH(const QByteArray, json);
        QFETCH(const bool, there);
        const auto one = fresh(QStringLiteral("one-") + QString::number(++made));
        add(*one, json.constData());
        const auto summary = summaryOf(*one, clock.now());
        QVERIFY(summary.ok());
        const auto count =
            summary->allergies.size() + summary->medicines.size() + summary->conditions.size();
        QCOMPARE(count, std::size_t{there});
    }

    void testsDoneLately() {
        const auto tests = testsWithin(*vault, clock.now() - 90 * 86400);
        QVERIFY(tests.ok());
        QVERIFY(!tests->empty());
        std::set<std::string> names;
        for (const TestDone &test : *tests) {
            QVERIFY(test.date >= clock.now() - 90 * 86400);
            QVERIFY(!test.records.empty());
            QVERIFY2(names.insert(test.name).second, test.name.c_str());
        }
        QVERIFY(names.contains("糖化血红蛋白 HbA1c"));
        QVERIFY(testsWithin(*vault, clock.now())->empty());
    }

    void aTrendHasItsRange() {
        const auto trend = trendOf(*vault, newest("fasting glucose"));
        QVERIFY(trend.ok());
        QCOMPARE(trend->points.size(), std::size_t{35});
        QCOMPARE(trend->unit, std::string("mmol/L"));
        QCOMPARE(trend->low.value(), 3.9);
        QCOMPARE(trend->high.value(), 6.1);
        QVERIFY(trend->points.front().date < trend->points.back().date);
        QCOMPARE(trend->points.back().text, std::string("8.00"));
        QCOMPARE(trend->points.back().flag, Flag::High);
        QVERIFY(trend->first.empty());
    }

    void bloodPressureIsTwoLines() {
        const auto trend = trendOf(*vault, newest("blood pressure"));
        QVERIFY(trend.ok());
        QCOMPARE(trend->points.size(), std::size_t{35});
        QCOMPARE(trend->first, std::string("收缩压"));
        QVERIFY(trend->points.front().second.has_value());
        QVERIFY(*trend->points.front().second < trend->points.front().value);
    }

    void otherUnitsAreNotMixed() {
        const auto one = fresh(QStringLiteral("units"));
        const auto glucose = [&](const char *id, const char *value, const char *unit,
                                 const char *date) {
            add(*one,
                (std::string(R"({"resourceType":"Observation","id":")") + id
                 + R"(","code":{"coding":[{"system":"http://loinc.org","code":"2339-0"}]},)"
                   R"("effectiveDateTime":")"
                 + date + R"(","valueQuantity":{"value":)" + value + R"(,"unit":")" + unit + "\"}}")
                    .c_str());
        };
        glucose("a", "5.5", "mmol/L", "2024-01-01");
        glucose("b", "99", "mg/dL", "2024-02-01");
        glucose("c", "6.5", "mmol/L", "2024-03");
        Filter all;
        const auto rows = one->list(all, {});
        const auto trend = trendOf(*one, rows->front().id);
        QVERIFY(trend.ok());
        QCOMPARE(trend->points.size(), std::size_t{2});
        QCOMPARE(trend->otherUnits, std::size_t{1});
    }

    void aTopicFindsItsRecords() {
        const auto heart = recordsAbout(*vault, Topic::Heart);
        const auto bones = recordsAbout(*vault, Topic::Bones);
        QVERIFY(heart.ok() && bones.ok());
        const auto has = [&](const std::vector<RecordId> &list, const char *text) {
            return std::ranges::find(list, newest(text)) != list.end();
        };
        QVERIFY(has(*heart, "blood pressure"));
        QVERIFY(!has(*heart, "fasting glucose"));
        QVERIFY(has(*bones, "x-ray report"));
        QVERIFY(has(recordsAbout(*vault, Topic::Diabetes).value(), "metformin"));
        QVERIFY(has(recordsAbout(*vault, Topic::Eyes).value(), "operation note"));
        QVERIFY(recordsAbout(*vault, Topic::Pregnancy)->empty());
        std::set<RecordId> once(heart->begin(), heart->end());
        QCOMPARE(once.size(), heart->size());
        for (int n = 1; n <= topicCount; ++n) QVERIFY(!wordsFor(static_cast<Topic>(n)).empty());
    }

    // The index only narrows down: what it leaves out is about something else.
    void aTopicMissesNothing() {
        for (int n = 1; n <= topicCount; ++n) {
            const auto topic = static_cast<Topic>(n);
            std::size_t expected = 0;
            Page page{1000, std::nullopt};
            const auto rows = vault->list({}, page);
            QVERIFY(rows.ok());
            for (const RecordRow &row : *rows)
                expected += isAbout(vault->record(row.id).value(), topic);
            QCOMPARE(recordsAbout(*vault, topic)->size(), expected);
        }
    }

    void detailsInPlainWords() {
        const auto record = vault->record(newest("fasting glucose"));
        QVERIFY(record.ok());
        std::map<std::string, std::string> said;
        for (const Detail &d : detailsOf(*record)) said[d.label] = d.text;
        QCOMPARE(said["Result"], std::string("8.00 mmol/L"));
        QCOMPARE(said["Usual range"], std::string("3.90–6.10 mmol/L"));
        QCOMPARE(said["Against the usual range"], std::string("above the range"));
        QCOMPARE(said["State"], std::string("final"));
        const auto allergy = vault->record(newest("penicillin"));
        said.clear();
        for (const Detail &d : detailsOf(*allergy)) said[d.label] = d.text;
        QCOMPARE(said["Danger"], std::string("high: could be dangerous"));
        QVERIFY(said["What happens"].find("荨麻疹") != std::string::npos);
    }

    void theOriginalIsIndented() {
        const std::string json = "{\"a\":[1.50,\"x,{\\\"\"],\"b\":{},\"c\":[ ]}";
        const std::string lines =
            "{\n  \"a\": [\n    1.50,\n    \"x,{\\\"\"\n  ],\n  \"b\": {},\n  \"c\": []\n}";
        QCOMPARE(indented(json), lines);
    }

    void comparatorsAreJudgedWithCare_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("flag");
        QTest::newRow("<3") << QByteArray(R"("comparator":"<","value":3)")
                            << static_cast<int>(Flag::Low);
        QTest::newRow("<5") << QByteArray(R"("comparator":"<","value":5)")
                            << static_cast<int>(Flag::None);
        QTest::newRow(">8") << QByteArray(R"("comparator":">","value":8)")
                            << static_cast<int>(Flag::High);
        QTest::newRow("8") << QByteArray(R"("value":8)") << static_cast<int>(Flag::Normal);
        QTest::newRow("8.1") << QByteArray(R"("value":8.1)") << static_cast<int>(Flag::High);
        QTest::newRow("2.9") << QByteArray(R"("value":2.9)") << static_cast<int>(Flag::Low);
        QTest::newRow("1e999") << QByteArray(R"("value":1e999)") << static_cast<int>(Flag::None);
    }
    void comparatorsAreJudgedWithCare() {
        QFETCH(const QByteArray, value);
        QFETCH(const int, flag);
        const auto record =
            readResource(R"({"resourceType":"Observation","code":{"text":"x"},"valueQuantity":{)"
                         + value.toStdString()
                         + R"(},"referenceRange":[{"low":{"value":3},"high":{"value":8}}]})");
        if (!record) return; // a number that JSON readers refuse is refused earlier
        QCOMPARE(static_cast<int>(flagOf(*record)), flag);
    }

    // Whatever others wrote: details, trends and summaries of every file that can be read.
    void outsideFiles() {
        QString shared = qEnvironmentVariable("APRICOT_SHARED_DATA");
        if (shared.isEmpty()) shared = QStringLiteral(APRICOT_SOURCE_DIR "/../shared/data");
        if (!QDir(shared + QStringLiteral("/fhir")).exists())
            QSKIP("no shared data: details of outside files are not tested");
        int files = 0;
        std::size_t records = 0, mute = 0;
        QDirIterator all(shared + QStringLiteral("/fhir"), {QStringLiteral("*.json")}, QDir::Files,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next();
            if (QFileInfo(path).size() > 3'000'000) continue; // big ones say the same again
            struct Sink final : RecordSink {
                std::vector<Record> taken;
                Result<> take(Record &&record, const Origin &) override {
                    taken.push_back(std::move(record));
                    return {};
                }
            } sink;
            auto source = openFile(path.toStdString());
            if (!source || !readRecords(**source, sink)) continue;
            ++files;
            for (const Record &record : sink.taken) {
                const auto details = detailsOf(record);
                mute += details.empty();
                for (const Detail &d : details) {
                    QVERIFY2(!d.label.empty() && !d.text.empty(), qPrintable(path));
                    QVERIFY2(QString::fromStdString(d.text).toStdString() == d.text,
                             qPrintable(path)); // whole characters
                }
                static_cast<void>(readingsOf(record));
                static_cast<void>(flagOf(record));
                static_cast<void>(validityOf(record, clock.now()));
            }
            records += sink.taken.size();
            if (files % 40 != 0) continue; // into a vault now and then: that takes longer
            const auto one = fresh(QStringLiteral("file-") + QString::number(files));
            auto batch = one->beginImport();
            QVERIFY(batch.ok());
            for (const Record &record : sink.taken) QVERIFY((*batch)->add(record).ok());
            QVERIFY((*batch)->commit().ok());
            QVERIFY(summaryOf(*one, clock.now()).ok());
            QVERIFY(testsWithin(*one, 0).ok());
            const auto rows = one->list({}, {});
            QVERIFY(rows.ok());
            for (const RecordRow &row : *rows) QVERIFY(trendOf(*one, row.id).ok());
        }
        qInfo("%d outside files, %zu records, %zu of them without a word for a person", files,
              records, mute);
        QVERIFY(files > 100);
    }
};

APRICOT_TEST(test_summary)
#include "test_summary.moc"
