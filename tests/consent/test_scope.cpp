// SPDX-License-Identifier: GPL-3.0-or-later
#include "program/test_program.h"
#include "terms/scope.h"

#include <QTest>

#include <random>

using namespace apricot;

namespace {

RecordId idOf(std::uint8_t n) {
    RecordId id;
    id.bytes[0] = n;
    return id;
}

// Few values of each field, so that borders are met often.
Scope randomScope(std::mt19937 &random) {
    const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
    Scope scope;
    scope.kinds = below(4) == 0 ? allKinds : static_cast<std::uint16_t>(below(8));
    scope.level = static_cast<std::uint8_t>(1 + below(3));
    if (below(2) == 0) scope.from = below(4);
    if (below(2) == 0) scope.until = below(5);
    for (std::uint8_t i = 0; i < 3; ++i) switch (below(4)) {
        case 0:
            scope.records.push_back(nameOf(idOf(i)));
            break;
        case 1:
            if (below(2) == 0) scope.struckOut.push_back(nameOf(idOf(i)));
            break;
        default:
            break;
        }
    if (below(2) == 0) scope.alwaysKinds = static_cast<std::uint16_t>(below(8));
    return scope;
}

std::vector<RecordFacts> allRecords() {
    std::vector<RecordFacts> out;
    for (std::uint8_t id = 0; id < 4; ++id)
        for (const Kind kind : {Kind::LabResult, Kind::VitalSign, Kind::Medication, Kind::Other})
            for (std::uint8_t level = 1; level <= 4; ++level) {
                out.push_back({idOf(id), kind, level, false, 0});
                for (UnixTime date = -1; date <= 5; ++date)
                    out.push_back({idOf(id), kind, level, true, date});
            }
    return out;
}

} // namespace

class TestScope : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void opensByKindDateAndLevel() {
        Scope scope;
        scope.kinds = 1; // lab results
        scope.level = 2;
        const RecordFacts lab{idOf(1), Kind::LabResult, 2, true, 100};
        QVERIFY(opens(scope, lab));
        RecordFacts other = lab;
        other.level = 3;
        QVERIFY(!opens(scope, other));
        other = lab;
        other.kind = Kind::Medication;
        QVERIFY(!opens(scope, other));
        scope.from = 100;
        scope.until = 101;
        QVERIFY(opens(scope, lab));
        scope.from = 101;
        QVERIFY(!opens(scope, lab));
        scope.from = 99;
        scope.until = 100;
        QVERIFY(!opens(scope, lab));
    }

    void aRecordWithoutDateNeedsAScopeWithoutDates() {
        Scope scope;
        scope.kinds = 1;
        const RecordFacts undated{idOf(1), Kind::LabResult, 1, false, 0};
        QVERIFY(opens(scope, undated));
        scope.from = -100;
        QVERIFY(!opens(scope, undated));
        scope.from.reset();
        scope.until = 100;
        QVERIFY(!opens(scope, undated));
        scope.records = {nameOf(idOf(1))};
        QVERIFY(opens(scope, undated));
    }

    void aNamedRecordOpensWhateverItsKindButNotAboveTheLevel() {
        Scope scope;
        scope.records = {nameOf(idOf(1))};
        QVERIFY(opens(scope, {idOf(1), Kind::Other, 1, true, 5}));
        QVERIFY(!opens(scope, {idOf(2), Kind::Other, 1, true, 5}));
        QVERIFY(!opens(scope, {idOf(1), Kind::Other, 2, true, 5}));
    }

    void someKindsOpenWhateverTheirDate() {
        Scope scope;
        scope.kinds = 0b1; // lab results
        scope.alwaysKinds = 0b100;
        scope.from = 100;
        QVERIFY(!opens(scope, {idOf(1), Kind::LabResult, 1, true, 99}));
        QVERIFY(opens(scope, {idOf(1), Kind::Medication, 1, true, 99}));
        QVERIFY(opens(scope, {idOf(1), Kind::Medication, 1, false, 0}));
        QVERIFY(!opens(scope, {idOf(1), Kind::Medication, 2, true, 200}));
        QVERIFY(scope.has(Kind::Medication) && scope.hasAlways(Kind::Medication));
        QVERIFY(scope.has(Kind::LabResult) && !scope.hasAlways(Kind::LabResult));
        scope.from.reset();
        QVERIFY(scope.hasAlways(Kind::LabResult));
    }

    void whatIsStruckOutStaysClosed() {
        Scope scope;
        scope.kinds = 0b1;
        scope.alwaysKinds = 0b100;
        scope.from = 100;
        scope.struckOut = {nameOf(idOf(1))};
        QVERIFY(!opens(scope, {idOf(1), Kind::LabResult, 1, true, 200}));
        QVERIFY(!opens(scope, {idOf(1), Kind::Medication, 1, true, 200}));
        QVERIFY(opens(scope, {idOf(2), Kind::LabResult, 1, true, 200}));
    }

    void anythingWithinOpensNoMore() {
        std::mt19937 random(1); // NOLINT(cert-msc51-cpp): the same scopes every time
        const auto records = allRecords();
        int within = 0, without = 0;
        for (int i = 0; i < 20000; ++i) {
            const Scope inner = randomScope(random), outer = randomScope(random);
            QVERIFY(isWithin(inner, inner));
            if (!isWithin(inner, outer)) {
                ++without;
                continue;
            }
            ++within;
            for (const auto &record : records)
                QVERIFY(!opens(inner, record) || opens(outer, record));
        }
        QVERIFY(within > 500 && without > 500);
    }
};

APRICOT_TEST(TestScope)
#include "test_scope.moc"
