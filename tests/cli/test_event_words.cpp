// SPDX-License-Identifier: GPL-3.0-or-later
// Each kind of entry in a vault's log has its sentence in apricotctl, in both languages.
#include "cli/event_words.h"
#include "cli/output.h"
#include "crypto/crypto.h"
#include "crypto/system_random.h"
#include "ledger/actions.h"
#include "vault/events.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace apricot;

class TestEventWords : public QObject {
    Q_OBJECT
    SeededRandom m_random{4};
    FixedClock m_clock{1'800'000'000};

    std::string said(const Event &kind) {
        std::string body;
        for (const QString &field :
             QString::fromUtf8(kind.fields.data(), qsizetype(kind.fields.size())).split(u' '))
            body += (body.empty() ? "{\"" : ",\"") + field.toStdString() + "\":\"<"
                    + field.toStdString() + ">\"";
        LogEntry entry;
        entry.kind = kind.kind;
        entry.body = body + "}";
        return cli::inWords(entry, *m_vault);
    }
    std::unique_ptr<Vault> m_vault;

  private Q_SLOTS:
    void initTestCase() {
        QVERIFY(startCrypto().ok());
        m_vault = Vault::inMemory(m_random, m_clock).value();
    }

    void eachKindHasItsSentence() {
        const Event unknown{"dance", "grant"};
        const std::string nothing = said(unknown);
        QVERIFY(nothing.ends_with("dance."));
        std::set<std::string> english;
        for (const Event &kind : allEvents) {
            const std::string words = said(kind);
            QVERIFY2(words.find(std::string(kind.kind) + ".") == std::string::npos
                         && words.find('%') == std::string::npos,
                     words.c_str());
            // What is counted and who did it is told, and so is what it is about.
            for (const char *field : {"records", "letters", "staff", "grant", "clinic"})
                if (kind.fields.find(field) != std::string_view::npos)
                    QVERIFY2(words.find("<" + std::string(field) + ">") != std::string::npos,
                             (std::string(field) + " in " + words).c_str());
            QVERIFY2(english.insert(words).second, words.c_str()); // none stands for another
        }
        QVERIFY(cli::speak("zh"));
        for (const Event &kind : allEvents) {
            const std::string words = said(kind);
            QVERIFY2(!english.contains(words) && words.ends_with("。"), words.c_str());
        }
    }

    // What administrators decide is told in words, whichever action it is.
    void eachActionOfTheAdministratorsHasItsWords() {
        for (const ActionRow *row : actions()) {
            if (row->signatures != Signers::Quorum) continue;
            const std::string name(row->name);
            LogEntry entry;
            entry.kind = events::changeMade.kind;
            entry.body = "{\"action\":\"" + name + "\"}";
            const std::string words = cli::inWords(entry, *m_vault);
            QVERIFY2(words.find(name) == std::string::npos, words.c_str());
        }
    }

    // A row that is declared stands in the list, too, and somebody notes it.
    void eachRowIsListedAndNoted() {
        QFile header(QStringLiteral(APRICOT_SOURCE_DIR "/core/vault/events.h"));
        QVERIFY(header.open(QIODevice::ReadOnly));
        const QString rows = QString::fromUtf8(header.readAll());
        QString noted;
        for (const char *part : {"core", "app", "qml"}) {
            QDirIterator at(QStringLiteral(APRICOT_SOURCE_DIR "/") + QLatin1String(part),
                            {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
            while (at.hasNext()) {
                QFile file(at.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                noted += QString::fromUtf8(file.readAll());
            }
        }
        // A visit's, whose kind alone is named (vault/visits.h).
        const std::set<std::string> ofVisits = {"redeem", "open", "erase", "letter"};
        std::size_t declared = 0;
        static const QRegularExpression row(
            QStringLiteral("constexpr Event (\\w+)\\{\"([a-z-]+)\""));
        auto found = row.globalMatch(rows);
        while (found.hasNext()) {
            const auto match = found.next();
            ++declared;
            if (ofVisits.contains(match.captured(2).toStdString())) continue;
            QVERIFY2(noted.contains(QStringLiteral("events::") + match.captured(1)),
                     qPrintable(match.captured(1)));
        }
        QCOMPARE(declared, allEvents.size());
        for (const VisitEvent event :
             {VisitEvent::Redeem, VisitEvent::Open, VisitEvent::Erase, VisitEvent::Letter})
            QVERIFY(ofVisits.contains(std::string(nameOf(event))));
    }
};

QTEST_GUILESS_MAIN(TestEventWords)
#include "test_event_words.moc"
