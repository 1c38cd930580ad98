// SPDX-License-Identifier: GPL-3.0-or-later
// Each kind of entry in a vault's log has its sentence in apricotctl, in both languages.
#include "cli/event_words.h"
#include "cli/output.h"
#include "crypto/crypto.h"
#include "crypto/system_random.h"
#include "vault/log_kinds.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace apricot;

class TestEventWords : public QObject {
    Q_OBJECT
    SeededRandom m_random{4};
    FixedClock m_clock{1'800'000'000};

    std::string said(const LogKind &kind) {
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
        LogKind unknown{"dance", "grant"};
        const std::string nothing = said(unknown);
        QVERIFY(nothing.ends_with("dance."));
        std::set<std::string> english;
        for (const LogKind &kind : logKinds) {
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
        for (const LogKind &kind : logKinds) {
            const std::string words = said(kind);
            QVERIFY2(!english.contains(words) && words.ends_with("。"), words.c_str());
        }
    }

    void whatIsNotedIsInTheList() {
        std::set<std::string> listed, noted;
        for (const VisitEvent event :
             {VisitEvent::Redeem, VisitEvent::Open, VisitEvent::Erase, VisitEvent::Letter})
            noted.insert(std::string(nameOf(event)));
        for (const LogKind &kind : logKinds) listed.insert(std::string(kind.kind));
        const QRegularExpression notes(
            QStringLiteral("(?:appendLog\\(\\s*|note\\(clinic, "
                           "|noteUnder\\([^\"{]*)\"([a-z-]+)\"|\"(entry-[a-z]+)\""));
        for (const char *part : {"core", "app", "qml"}) {
            QDirIterator at(QStringLiteral(APRICOT_SOURCE_DIR "/") + QLatin1String(part),
                            {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
            while (at.hasNext()) {
                QFile file(at.next());
                if (file.fileName().endsWith(QStringLiteral("event_words.cpp"))) continue;
                QVERIFY(file.open(QIODevice::ReadOnly));
                auto found = notes.globalMatch(QString::fromUtf8(file.readAll()));
                while (found.hasNext()) {
                    const auto match = found.next();
                    noted.insert((match.captured(1) + match.captured(2)).toStdString());
                }
            }
        }
        for (const std::string &kind : noted) QVERIFY2(listed.contains(kind), kind.c_str());
        for (const std::string &kind : listed) QVERIFY2(noted.contains(kind), kind.c_str());
    }
};

QTEST_GUILESS_MAIN(TestEventWords)
#include "test_event_words.moc"
