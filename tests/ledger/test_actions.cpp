// SPDX-License-Identifier: GPL-3.0-or-later
// The table of actions: it, the files and their README.md say the same; and its numbers stay what
// they are.
#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include "examples.h"
#include "parties.h"

#include "crypto/crypto.h"
#include "ledger/migrations.h"
#include "ledger/proposal_trial.h"
#include "program/test_program.h"

using namespace apricot;

namespace {

QString textOf(const QString &path) {
    QFile file(QStringLiteral(APRICOT_SOURCE_DIR "/core/ledger/") + path);
    if (!file.open(QFile::ReadOnly)) qFatal("%s is missing", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

// "RegisterOrganisation" -> "register_organisation".
QString fileOf(std::string_view name) {
    QString out;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z' && !out.isEmpty()) out += QLatin1Char('_');
        out += QChar(QLatin1Char(c)).toLower();
    }
    return out;
}

} // namespace

class TestActions : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void initTestCase() { QVERIFY(startCrypto().ok()); }

    void everyActionHasItsFileItsRowAndItsLine() {
        QStringList files;
        const QDir folder(QStringLiteral(APRICOT_SOURCE_DIR "/core/ledger/actions"));
        for (const QString &file : folder.entryList({QStringLiteral("*.cpp")}))
            files += file.chopped(4);
        const QString readme = textOf(QStringLiteral("actions/README.md"));
        QStringList rows;
        for (const ActionRow *row : actions()) {
            const QString name = QString::fromLatin1(row->name.data(), qsizetype(row->name.size()));
            rows += fileOf(row->name);
            QVERIFY2(files.contains(rows.back()),
                     qPrintable(QStringLiteral("core/ledger/actions/%1.cpp").arg(rows.back())));
            QVERIFY2(row->since >= 1 && row->since <= latestRules, qPrintable(name));
            const QString line =
                QStringLiteral("| %1 | `%2` | %3 | ").arg(row->number).arg(name).arg(row->since);
            QVERIFY2(readme.contains(line),
                     qPrintable(QStringLiteral("core/ledger/actions/README.md: ") + line));
            QVERIFY2(actionNumbered(row->number) == row, qPrintable(name));
        }
        for (const QString &file : files)
            QVERIFY2(rows.contains(file), qPrintable(file + QStringLiteral(".cpp has no row")));
        const QRegularExpression lines(QStringLiteral("^\\| \\d+ \\| `"),
                                       QRegularExpression::MultilineOption);
        QCOMPARE(readme.count(lines), rows.size());
        QVERIFY(std::ranges::is_sorted(actions(), std::less<>(), &ActionRow::number));
        QVERIFY(actionNumbered(0) == nullptr);
    }

    // They stand in blocks: none may change, and none may come back with another meaning.
    void numbersAreFrozen() {
        QString numbers;
        for (const ActionRow *row : actions())
            numbers += QStringLiteral("%1 %2\n")
                           .arg(row->number)
                           .arg(QString::fromLatin1(row->name.data(), qsizetype(row->name.size())));
        QCOMPARE(numbers,
                 QStringLiteral("1 RegisterOrganisation\n2 ChangeKeys\n3 SuspendOrganisation\n"
                                "4 ReinstateOrganisation\n5 Redeem\n6 Revoke\n7 RevokeDelegation\n"
                                "9 ChangeValidators\n10 ChangeConsortium\n"
                                "11 ScheduleRules\n12 CancelRules\n13 RegisterNode\n14 ChangeNode\n"
                                "15 SetMonthKeys\n16 SetPolicy\n17 SetStanding\n"));
        std::string refused;
        for (const RefusalRow &row : refusals())
            refused += std::to_string(static_cast<int>(row.refusal))
                       + std::string(nameOf(row.refusal)) + " ";
        QCOMPARE(
            refused,
            std::string("1TransactionMalformed 2TransactionForged 3WrongChain 4TransactionExpired "
                        "5TransactionTooLongLived 6TransactionReplayed 7ActionNotInForce "
                        "8NotAuthorised 9OrganisationExists 10OrganisationInvalid "
                        "11OrganisationUnknown 12OrganisationSuspended 13DeskKeyUnknown "
                        "14QuotaUsedUp 15GrantMalformed 16GrantForged 17DelegationRefused "
                        "18GrantForOtherOrganisation 19GrantNotYetValid 20GrantExpired "
                        "21PurposeNotAllowed 22ClearanceTooLow 23GrantRevoked 24DelegationRevoked "
                        "25GrantUsedUp 26ValidatorsInvalid 27ConsortiumInvalid 28RulesNotInOrder "
                        "29NodeExists 30NodeInvalid 31NodeUnknown 32MonthKeysInvalid "
                        "33DelegationBoundElsewhere 34RoleNotAllowed 35TierTooLow "
                        "36DeskLevelTooLow 37PolicyForbids 38PolicyInvalid 39StandingInvalid "));
    }

    void everyRefusalHasItsWordsAndComesBack() {
        for (const RefusalRow &row : refusals()) {
            QVERIFY(codeOf(row.refusal) == row.code && refusalOf(row.code) == row.refusal);
            QVERIFY(refusalNumbered(static_cast<std::uint64_t>(row.refusal)) == row.refusal);
            QVERIFY(!whatHappened(row.code).empty() && !remedyFor(row.code).empty());
        }
        QVERIFY(refusalNumbered(0) == Refusal::None && codeOf(Refusal::None) == ErrorCode::None);
        QVERIFY(!refusalNumbered(9999) && !refusalOf(ErrorCode::LedgerDamaged));
    }

    void migrationsLeadFromEachVersionToTheNext() {
        std::uint32_t at = 1;
        for (const Migration &step : migrations()) {
            QCOMPARE(step.from, at);
            QCOMPARE(step.to, ++at);
        }
        QCOMPARE(at, latestRules);
    }

    // Each key that the state would let in is one that the row names, so that it is asked to sign.
    void whoComesInIsNamedByTheRow() {
        std::string named;
        for (const Action &action : exampleActions()) {
            const auto keys = keysBroughtIn(action);
            if (keys.empty()) continue;
            named += std::string(action.row()->name) + ' ' + toHex(keys.back().view()).substr(0, 2)
                     + ' ' + std::to_string(keys.size()) + '\n';
        }
        for (const ActionRow *row : actions())
            QVERIFY2((row->bringsIn == nullptr) == (row->members == nullptr), row->name.data());
        QCOMPARE(named, std::string("ChangeValidators 07 1\nChangeConsortium 05 2\n"));
        QVERIFY(keysBroughtIn(Action()).empty());
    }

    // What is read is what was written, and another number of fields is refused.
    void bodiesComeBackAsTheyWere() {
        Parties p;
        for (const Action &action : exampleActions()) {
            const Bytes body = encodeBody(makeTransaction(p.chainId, action, p.clock, p.random));
            const auto back = decodeBody(body);
            QVERIFY2(back.ok(), action.row()->name.data());
            QVERIFY(back->action.row() == action.row());
            QVERIFY(encodeBody(*back) == body);
            for (std::size_t n = 0; n < body.size(); ++n)
                QVERIFY(!decodeBody(ByteView(body).first(n)).ok());
        }
    }
};

APRICOT_TEST(TestActions)
#include "test_actions.moc"
