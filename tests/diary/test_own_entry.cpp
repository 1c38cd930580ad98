// SPDX-License-Identifier: GPL-3.0-or-later
// What people write down themselves, on a real vault file.
#include "chart/trend.h"
#include "crypto/crypto.h"
#include "crypto/system_random.h"
#include "diary/own_entry.h"
#include "flows/patient/import_records.h"
#include "flows/shared/export_records.h"
#include "program/test_program.h"
#include "records/reading.h"
#include "records/resource.h"
#include "records/validity.h"

#include <QTemporaryDir>
#include <QTest>

using namespace apricot;

class test_own_entry : public QObject {
    Q_OBJECT

    struct Scene {
        FixedClock clock{1'796'000'000};
        SeededRandom random{7};
        QTemporaryDir dir;
        std::unique_ptr<Vault> vault;
        Scene() {
            std::string phrase = "four plum trees";
            const auto passphrase =
                SecretBytes::take({reinterpret_cast<std::uint8_t *>(phrase.data()), phrase.size()});
            vault = Vault::create(std::filesystem::path(dir.path().toStdString()) / "v", passphrase,
                                  leastPasswordCost, random, clock)
                        .value();
        }
        OwnReading pressure(const char *upper, const char *lower) const {
            return {Measure::BloodPressure, upper, lower, clock.now() - 60, 480, {}};
        }
        OwnReading of(Measure measure, const char *value) const {
            return {measure, value, {}, clock.now() - 60, 480, {}};
        }
        std::uint64_t count() const { return vault->count({}).value(); }
    };

  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void aReadingIsFhir() {
        Scene s;
        OwnReading typed = s.of(Measure::BloodSugar, " ７，20 ");
        typed.note = "after \"breakfast\"\n早餐后";
        const auto id = addReading(*s.vault, typed, s.clock, s.random);
        QVERIFY(id.ok());
        const auto record = s.vault->record(*id);
        QVERIFY(record.ok());
        QCOMPARE(record->value, std::string("7.20")); // the digits stay as they were typed
        QCOMPARE(record->unit, std::string("mmol/L"));
        QCOMPARE(record->kind, Kind::LabResult);
        QCOMPARE(record->date.start, s.clock.now() - 60);
        QVERIFY(record->date.text.ends_with("+08:00"));
        QVERIFY(isOwnEntry(*record));
        QVERIFY(readResource(originalJson(*record)).ok());
        const auto again = readingIn(*record);
        QVERIFY(again.has_value());
        QCOMPARE(again->note, typed.note);
        QCOMPARE(again->value, std::string("7.20"));
    }

    void everyMeasureIsKept() {
        Scene s;
        QVERIFY(addReading(*s.vault, s.pressure("128", "82"), s.clock, s.random).ok());
        QVERIFY(addReading(*s.vault, s.of(Measure::Weight, "57.2"), s.clock, s.random).ok());
        QVERIFY(addReading(*s.vault, s.of(Measure::Temperature, "36.6"), s.clock, s.random).ok());
        QVERIFY(addReading(*s.vault, s.of(Measure::Pulse, "073"), s.clock, s.random).ok());
        QVERIFY(addReading(*s.vault, s.of(Measure::Oxygen, "97"), s.clock, s.random).ok());
        Filter vital;
        vital.kinds = 1U << (static_cast<unsigned>(Kind::VitalSign) - 1U);
        const auto rows = s.vault->list(vital, {});
        QVERIFY(rows.ok());
        QCOMPARE(rows->size(), std::size_t{5});
        QStringList values;
        for (const RecordRow &row : *rows) values.append(QString::fromStdString(row.value));
        QVERIFY(values.contains(QStringLiteral("128/82")));
        QVERIFY(values.contains(QStringLiteral("73")));
        QVERIFY(s.vault->verifyLog().ok());
    }

    void whatCannotBeIsRefused_data() {
        QTest::addColumn<int>("measure");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, Measure m, const char *v, const char *w,
                            ErrorCode c) {
            QTest::newRow(name) << static_cast<int>(m) << QByteArray(v) << QByteArray(w)
                                << static_cast<int>(c);
        };
        row("1200/80", Measure::BloodPressure, "1200", "80", ErrorCode::ReadingImpossible);
        row("80/120", Measure::BloodPressure, "80", "120", ErrorCode::ReadingImpossible);
        row("half a pressure", Measure::BloodPressure, "120", "", ErrorCode::ReadingNotANumber);
        row("words", Measure::Weight, "heavy", "", ErrorCode::ReadingNotANumber);
        row("two dots", Measure::Weight, "5.7.2", "", ErrorCode::ReadingNotANumber);
        row("negative", Measure::Weight, "-57", "", ErrorCode::ReadingNotANumber);
        row("exponent", Measure::Weight, "5e1", "", ErrorCode::ReadingNotANumber);
        row("endless", Measure::Weight, "57.22222222222222222", "", ErrorCode::ReadingNotANumber);
        row("in mg/dL", Measure::BloodSugar, "126", "", ErrorCode::ReadingImpossible);
        row("in Fahrenheit", Measure::Temperature, "98.6", "", ErrorCode::ReadingImpossible);
        row("101 %", Measure::Oxygen, "101", "", ErrorCode::ReadingImpossible);
        row("nothing", Measure::Pulse, "", "", ErrorCode::ReadingNotANumber);
    }
    void whatCannotBeIsRefused() {
        QFETCH(const int, measure);
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, second);
        QFETCH(const int, code);
        Scene s;
        OwnReading reading = s.of(static_cast<Measure>(measure), value.constData());
        reading.second = second.toStdString();
        const auto added = addReading(*s.vault, reading, s.clock, s.random);
        QVERIFY(!added.ok());
        QCOMPARE(static_cast<int>(added.error().code), code);
        QCOMPARE(s.count(), std::uint64_t{0});
    }

    void whatIsRareIsAskedBack() {
        Scene s;
        QCOMPARE(isUnusual(s.pressure("128", "82"), s.clock).value(), false);
        QCOMPARE(isUnusual(s.pressure("240", "110"), s.clock).value(), true);
        QCOMPARE(isUnusual(s.of(Measure::BloodSugar, "2.4"), s.clock).value(), true);
        QCOMPARE(isUnusual(s.of(Measure::Temperature, "36.6"), s.clock).value(), false);
        OwnReading tomorrow = s.of(Measure::Weight, "57");
        tomorrow.when = s.clock.now() + 86400;
        QCOMPARE(isUnusual(tomorrow, s.clock).error().code, ErrorCode::EntryInFuture);
    }

    void aCorrectionKeepsTheOldOne() {
        Scene s;
        const auto id = addReading(*s.vault, s.pressure("182", "82"), s.clock, s.random);
        QVERIFY(id.ok());
        // In the same second: the version decides then.
        QVERIFY(correctReading(*s.vault, *id, s.pressure("128", "82"), s.clock).ok());
        QCOMPARE(s.vault->record(*id)->value, std::string("128/82"));
        const auto before = s.vault->history(*id);
        QVERIFY(before.ok());
        QCOMPARE(before->size(), std::size_t{1});
        QCOMPARE(before->front().value, std::string("182/82"));
        QCOMPARE(s.count(), std::uint64_t{1});
        QVERIFY(!correctReading(*s.vault, *id, s.pressure("1280", "82"), s.clock).ok());
        QCOMPARE(s.vault->record(*id)->value, std::string("128/82"));
    }

    void aMistakeStaysAndCountsNoMore() {
        Scene s;
        const auto good = addReading(*s.vault, s.of(Measure::Weight, "57"), s.clock, s.random);
        const auto bad = addReading(*s.vault, s.of(Measure::Weight, "75"), s.clock, s.random);
        QVERIFY(good.ok() && bad.ok());
        QCOMPARE(trendOf(*s.vault, *good)->points.size(), std::size_t{2});
        QVERIFY(markMistaken(*s.vault, *bad, s.clock).ok());
        const auto record = s.vault->record(*bad);
        QVERIFY(record.ok());
        QCOMPARE(validityOf(*record, s.clock.now()), Validity::Mistaken);
        QCOMPARE(trendOf(*s.vault, *good)->points.size(), std::size_t{1});
        QCOMPARE(s.vault->history(*bad)->size(), std::size_t{1});
        QCOMPARE(s.count(), std::uint64_t{2});
    }

    void aDocumentIsKeptWhole() {
        Scene s;
        Bytes pdf(300'000, 0x20);
        std::copy_n("%PDF-1.4\n", 9, pdf.begin());
        const auto id = addDocument(*s.vault, {"出院小结 \"2026\"", pdf, s.clock.now(), 480},
                                    s.clock, s.random);
        QVERIFY(id.ok());
        const auto record = s.vault->record(*id);
        QVERIFY(record.ok());
        QCOMPARE(record->kind, Kind::Document);
        QCOMPARE(record->title, std::string("出院小结 \"2026\""));
        QCOMPARE(record->attachments.size(), std::size_t{1});
        QCOMPARE(record->attachments.front().content, pdf);
        QCOMPARE(record->attachments.front().contentType, std::string("application/pdf"));
        QVERIFY(exportAll(*s.vault).ok());
        QVERIFY(markMistaken(*s.vault, *id, s.clock).ok());
        QCOMPARE(s.vault->record(*id)->attachments.front().content, pdf);
    }

    void aBadDocumentIsRefused() {
        Scene s;
        const auto refused = [&](Bytes content) {
            const auto added = addDocument(*s.vault, {"x", std::move(content), s.clock.now(), 0},
                                           s.clock, s.random);
            return !added.ok() && added.error().code == ErrorCode::DocumentRefused;
        };
        QVERIFY(refused({}));
        QVERIFY(refused({'M', 'Z', 0, 1, 2, 3}));
        Bytes big(documentLimit + 1, 0);
        std::copy_n("%PDF-", 5, big.begin());
        QVERIFY(refused(std::move(big)));
        QCOMPARE(s.count(), std::uint64_t{0});
    }

    void aNoteIsKept() {
        Scene s;
        const auto id = addNote(*s.vault, {" 早上头晕 Dizzy in the morning ", s.clock.now(), 480},
                                s.clock, s.random);
        QVERIFY(id.ok());
        QCOMPARE(s.vault->record(*id)->value, std::string("早上头晕 Dizzy in the morning"));
        Filter filter;
        filter.text = "dizzy";
        QCOMPARE(s.vault->count(filter).value(), std::uint64_t{1});
        QCOMPARE(addNote(*s.vault, {"  \n", s.clock.now(), 0}, s.clock, s.random).error().code,
                 ErrorCode::NoteRefused);
        QCOMPARE(addNote(*s.vault, {std::string(noteLimit + 1, 'x'), s.clock.now(), 0}, s.clock,
                         s.random)
                     .error()
                     .code,
                 ErrorCode::NoteRefused);
    }

    void aHospitalsRecordIsNotTouched() {
        Scene s;
        QVERIFY(
            importRecords(*s.vault, APRICOT_SOURCE_DIR "/packaging/sample/lin-guifang.json").ok());
        Filter filter;
        filter.text = "fasting glucose";
        const auto rows = s.vault->list(filter, {});
        QVERIFY(rows.ok() && !rows->empty());
        const RecordId id = rows->front().id;
        QCOMPARE(markMistaken(*s.vault, id, s.clock).error().code, ErrorCode::NotAnOwnEntry);
        QCOMPARE(correctReading(*s.vault, id, s.of(Measure::BloodSugar, "5"), s.clock).error().code,
                 ErrorCode::NotAnOwnEntry);
        QVERIFY(s.vault->history(id)->empty());
        // One's own entry is by the person the vault is about.
        const auto own = addReading(*s.vault, s.of(Measure::Weight, "57"), s.clock, s.random);
        QCOMPARE(s.vault->record(*own)->performer, std::string("林桂芳"));
        QCOMPARE(s.vault->record(*own)->person, std::string("lin-guifang"));
        QVERIFY(trendOf(*s.vault, *own)->points.size() > 30); // together with the hospital's
    }
};

APRICOT_TEST(test_own_entry)
#include "test_own_entry.moc"
