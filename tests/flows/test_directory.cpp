// SPDX-License-Identifier: GPL-3.0-or-later
// Finding a clinic: by the index in the state, one page a search, however many there are.
#include <QElapsedTimer>
#include <QTest>

#include "../ledger/clinics.h"
#include "flows/shared/directory.h"
#include "program/test_program.h"

using namespace apricot;

namespace {

class Counted final : public StateReader {
  public:
    [[nodiscard]] std::string chainId() const override { return "chain"; }
    [[nodiscard]] Result<std::optional<Bytes>> standing(ByteView key) override {
        ++asked;
        const auto at = values.find(Bytes(key.begin(), key.end()));
        return at == values.end() ? std::nullopt : at->second;
    }
    Writes values;
    int asked = 0;
};

} // namespace

class TestDirectory : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aSmallDirectoryComesWhole() {
        Counted ledger;
        QVERIFY(directoryPages(ledger)->empty());
        const auto nobody = findOrganisations(ledger, {}, "x");
        QVERIFY(nobody.ok() && nobody->whole && nobody->organisations.empty());
        ledger.values = indexOf(clinics(60));
        ledger.asked = 0;
        const auto pages = directoryPages(ledger);
        const auto found = findOrganisations(ledger, *pages, "whatever");
        QVERIFY(found.ok() && found->whole && !found->more);
        QCOMPARE(found->organisations.size(), std::size_t{59}); // the suspended one is left out
        QCOMPARE(ledger.asked, 2);
    }

    void aClinicAmongAHundredThousandIsOneRequest() {
        Counted ledger;
        ledger.values = indexOf(clinics(100'000));
        const auto pages = directoryPages(ledger);
        QVERIFY(pages.ok() && pages->size() > 500);
        for (const char *name : {"县医院 4242", "health station 7777", "Health-Station 99999"}) {
            ledger.asked = 0;
            QElapsedTimer timer;
            timer.start();
            const auto found = findOrganisations(ledger, *pages, name);
            const qint64 took = timer.elapsed();
            QVERIFY(found.ok() && !found->whole && !found->organisations.empty());
            QCOMPARE(foldedName(found->organisations.front().name), foldedName(name));
            QVERIFY(ledger.asked <= 2); // two: it stands first on the next page
            QVERIFY2(took < 50, qPrintable(QString::number(took)));
            // Nor does the page tell which of many it was.
            const auto page = pageOf(*pages, viewOf(foldedName(name)));
            QVERIFY(decodePage(**ledger.standing(directoryPageKey((*pages)[page].page)))->size()
                    >= 64);
        }
        const auto many = findOrganisations(ledger, *pages, "Health");
        QVERIFY(many->more && many->organisations.size() >= 60);
        QVERIFY(findOrganisations(ledger, *pages, "nobody")->organisations.empty());
        QVERIFY(!findOrganisations(ledger, *pages, "nobody")->more);
    }

    void aMissingPageIsNamed() {
        Counted ledger;
        ledger.values = indexOf(clinics(5));
        const auto pages = directoryPages(ledger);
        ledger.values.erase(directoryPageKey(0));
        const auto found = findOrganisations(ledger, *pages, "");
        QVERIFY(!found && found.error().code == ErrorCode::StateMalformed);
    }
};

APRICOT_TEST(TestDirectory)
#include "test_directory.moc"
