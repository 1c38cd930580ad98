// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/requests.h"

#include "controls/words.h"
#include "device/device_of.h"
#include "exchange/code_file.h"
#include "flows/patient/answer.h"
#include "sharing/ask.h"
#include "sharing/scope_words.h"

#include <QCoreApplication>

namespace apricot {

void Requests::setPerson(Person *person) {
    m_person = person;
    Q_EMIT changed();
}

void Requests::reload() {
    if (!m_person || m_asking) return;
    m_asking = true;
    Q_EMIT changed();
    askOpen<std::vector<AskedFor>>(
        m_person, this,
        [](Session &session) -> Result<std::vector<AskedFor>> {
            return session.askApart([&](const Apart &way) {
                return openRequests(*session.vault, way.ledger(), session.clock);
            });
        },
        [this](Result<std::vector<AskedFor>> &&all) {
            m_asking = false;
            if (all)
                m_all = std::move(*all);
            else
                m_person->setProblem(all.error());
            Q_EMIT changed();
        });
}

void Requests::read(const QString &code) {
    askOpen<AskedFor>(
        m_person, this,
        [text = code.trimmed().toStdString()](Session &session) -> Result<AskedFor> {
            APRICOT_TRY_ASSIGN(asked, session.askApart([&](const Apart &way) {
                return readRequest(text, way.ledger(), session.clock);
            }));
            APRICOT_TRY(keepRequest(*session.vault, asked));
            return asked;
        },
        [this](Result<AskedFor> &&asked) {
            if (!asked) return m_person->setProblem(asked.error());
            Q_EMIT kept(numberOf(asked->id));
            reload();
        });
}

void Requests::openFile(const QUrl &file) {
    const auto code = [&]() -> Result<std::string> {
        APRICOT_TRY_ASSIGN(from, deviceOf(this)->files->toRead(file));
        return readCodeFile(from.path);
    }();
    if (!code) return m_person->setProblem(code.error());
    read(utf8(*code));
}

void Requests::decline(const QString &number) {
    const auto found = numbered(number);
    if (!found) return;
    using Unsent = std::optional<Error>;
    askOpen<Unsent>(
        m_person, this,
        [asked = *found](Session &session) -> Result<Unsent> {
            const auto chosen = session.ledger();
            return declineRequest(*session.vault,
                                  chosen ? (*chosen)->neededMailbox()
                                         : Result<Mailbox *>(chosen.error()),
                                  asked, session.clock);
        },
        [this, clinic = utf8(found->clinic.name)](Result<Unsent> &&unsent) {
            if (!unsent) return m_person->setProblem(unsent.error());
            //: A request was declined; %1 is the clinic
            const QString done = QCoreApplication::translate(
                "Requests", "Declined. Nothing was shared, and %1 has been told.");
            //: A request was declined; %1 is the clinic
            const QString untold = QCoreApplication::translate(
                "Requests", "Declined. Nothing was shared. %1 could not be told now; the request "
                            "ends by itself.");
            m_person->setNotice((*unsent ? untold : done).arg(clinic));
            reload();
        });
}

std::optional<AskedFor> Requests::numbered(const QString &number) const {
    for (const AskedFor &asked : m_all)
        if (numberOf(asked.id) == number) return asked;
    return std::nullopt;
}

QList<RequestRow> Requests::all() const {
    QList<RequestRow> out;
    for (const AskedFor &asked : m_all) {
        const auto words = wordsOf(asked, offsetAt(asked.asked));
        out.append({numberOf(asked.id), utf8(asked.clinic.name),
                    words ? inWords(*words) : QString(), words ? inWords(*words, true) : QString(),
                    localTime(asked.asked), localTime(asked.expires)});
    }
    return out;
}

} // namespace apricot
