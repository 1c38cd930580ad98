// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/letters.h"

#include "controls/words.h"
#include "flows/patient/parcel.h"
#include "sharing/ask.h"

#include <QCoreApplication>

namespace apricot {
namespace {

QString kindInWords(LetterKind kind) {
    switch (kind) {
    case LetterKind::Result:
        //: Kind of a letter from a clinic
        return QCoreApplication::translate("Letters", "Results");
    case LetterKind::Prescription:
        //: Kind of a letter from a clinic
        return QCoreApplication::translate("Letters", "Prescription");
    case LetterKind::Referral:
        //: Kind of a letter from a clinic
        return QCoreApplication::translate("Letters", "Referral");
    case LetterKind::VisitNote:
        //: Kind of a letter from a clinic
        return QCoreApplication::translate("Letters", "Note about a visit");
    case LetterKind::Request:
        //: Kind of a letter from a clinic
        return QCoreApplication::translate("Letters", "Asks to see records");
    }
    return {};
}

// A letter as the screen shows it, with the titles of what it brought.
struct Shown {
    News news;
    std::vector<std::pair<RecordId, std::string>> records;
};

Result<std::vector<Shown>> shown(Vault &vault) {
    APRICOT_TRY_ASSIGN(all, arrived(vault));
    std::vector<Shown> out;
    for (News &news : all) {
        Shown one{std::move(news), {}};
        for (const RecordId &id : one.news.records) {
            const auto record = vault.record(id); // may have been replaced since
            if (record) one.records.emplace_back(id, record->title);
        }
        out.push_back(std::move(one));
    }
    return out;
}

QList<LetterRow> inRows(const std::vector<Shown> &all) {
    QList<LetterRow> out;
    for (const Shown &one : all) {
        QList<LetterRecord> records;
        for (const auto &[id, title] : one.records) records.append({numberOf(id), utf8(title)});
        const Sender &sender = one.news.sender;
        out.append({kindInWords(one.news.kind), utf8(sender.name), localTime(sender.time),
                    utf8(nameOf(sender.state)), std::move(records),
                    one.news.kind == LetterKind::Request});
    }
    return out;
}

} // namespace

void Letters::setPerson(Person *person) {
    m_person = person;
    Q_EMIT changed();
}

void Letters::reload() {
    if (!m_person) return;
    askOpen<std::vector<Shown>>(
        m_person, this,
        [](Session &session) -> Result<std::vector<Shown>> { return shown(*session.vault); },
        [this](Result<std::vector<Shown>> &&all) {
            if (!all) return m_person->setProblem(all.error());
            m_all = inRows(*all);
            Q_EMIT changed();
        });
}

void Letters::fetch() {
    struct Fetched {
        std::size_t news = 0;
        std::vector<Shown> all;
        Delivered left;
    };
    if (!m_person || m_fetching) return;
    m_fetching = true;
    Q_EMIT changed();
    askOpen<Fetched>(
        m_person, this,
        [](Session &session) -> Result<Fetched> {
            APRICOT_TRY_ASSIGN(chosen, session.ledger());
            APRICOT_TRY_ASSIGN(mailbox, chosen->neededMailbox());
            APRICOT_TRY_ASSIGN(wallet, session.wallet());
            // What could not be sent when it was given: now that there is a network.
            APRICOT_TRY_ASSIGN(
                left, deliverParcels(*session.vault, wallet, *mailbox, session.clock.now()));
            APRICOT_TRY_ASSIGN(news, fetchInbox(*session.vault, wallet, chosen->ledger(), *mailbox,
                                                session.clock));
            Fetched out;
            out.news = news.size();
            out.left = std::move(left);
            APRICOT_TRY_ASSIGN(all, shown(*session.vault));
            out.all = std::move(all);
            return out;
        },
        [this](Result<Fetched> &&fetched) {
            m_fetching = false;
            if (!fetched) {
                m_person->setProblem(fetched.error());
                Q_EMIT changed();
                return;
            }
            m_all = inRows(fetched->all);
            //: After the mailbox was asked for letters
            const QString none = QCoreApplication::translate("Letters", "No new letters.");
            //: After the mailbox was asked for letters; %1 is how many
            const QString some = QCoreApplication::translate("Letters", "New letters: %1");
            m_person->setNotice(fetched->news == 0 ? none : some.arg(fetched->news));
            if (fetched->left.ended) m_person->setProblem(*fetched->left.ended);
            Q_EMIT changed();
            Q_EMIT looked();
            if (fetched->news > 0) Q_EMIT m_person->recordsChanged();
        });
}

} // namespace apricot
