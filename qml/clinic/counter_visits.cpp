// SPDX-License-Identifier: GPL-3.0-or-later
// Step three at the counter: opening; then the visits that are open, each until its own time.
#include "clinic/counter.h"

#include "base/chosen_file.h"
#include "clinic/clinic_words.h"
#include "clinic/left_out.h"
#include "clinic/visit_pages.h"
#include "controls/sentences.h"
#include "controls/words.h"
#include "device/device_of.h"
#include "flows/clinic/outbox.h"
#include "flows/clinic/visit_documents.h"
#include "flows/shared/export_records.h"
#include "vault/events.h"

#include <QCoreApplication>
#include <QLocale>

#include <set>

namespace apricot {
namespace {

QString stateOf(const VisitEntry &entry, bool open) {
    if (open)
        //: State of a visit in today's list
        return QCoreApplication::translate("Counter", "Open now");
    if (entry.opened == 0)
        //: State of a visit in today's list: the permission was used, but no records were shown
        return QCoreApplication::translate("Counter", "Redeemed, not opened");
    if (entry.place == Place::Files)
        //: State of a visit in today's list: the command line wrote the records into a folder
        return QCoreApplication::translate("Counter", "Written to files");
    if (entry.place == Place::Output)
        //: State of a visit in today's list: the command line showed the records
        return QCoreApplication::translate("Counter", "Opened on the command line");
    //: State of a visit in today's list
    return QCoreApplication::translate("Counter", "Erased");
}

// Today's, oldest first, with what is open.
struct Today {
    std::vector<VisitEntry> entries;
    struct Open {
        UnixTime eraseBy;
        Scope scope;
        std::vector<Candidate> people;
    };
    std::map<std::string, Open, std::less<>> open; // by id
};

Result<Today> todayOf(CounterSession &session, UnixTime midnight) {
    Today out;
    APRICOT_TRY_ASSIGN(entries, visitsSince(*session.vault, midnight));
    out.entries = std::move(entries);
    for (const auto &[id, visit] : session.visits)
        out.open.insert_or_assign(
            id, Today::Open{visit.eraseBy, visit.seen.grant.closed.scope, visit.people});
    return out;
}

QString letterWords(const std::vector<std::string> &letters) {
    if (letters.empty()) return {};
    //: In today's list; %1 is how many letters went to the patient
    return QCoreApplication::translate("Counter", "Letters sent: %1").arg(letters.size());
}

ShownVisit shownEntry(const VisitEntry &entry, int number, const Today &today,
                      std::set<std::string> &seen) {
    const auto open = today.open.find(entry.grant);
    // Opened twice: the later entry is the one that is open.
    const bool isOpen = open != today.open.end() && seen.insert(entry.grant).second;
    const UnixTime when = entry.redeemed != 0 ? entry.redeemed : entry.opened;
    ShownVisit out;
    out.id = utf8(entry.grant);
    out.number = number;
    out.staff = utf8(entry.staff);
    out.when = QDateTime::fromSecsSinceEpoch(when).toString(QStringLiteral("HH:mm"));
    out.purpose = clinic::inWords(entry.purpose);
    out.records = static_cast<int>(entry.records);
    out.state = stateOf(entry, isOpen);
    out.open = isOpen;
    out.again = entry.opensAgain && !isOpen;
    out.letters = letterWords(entry.letters);
    if (isOpen) {
        const auto &[eraseBy, scope, people] = open->second;
        out.eraseBy = QDateTime::fromSecsSinceEpoch(eraseBy);
        out.whose = clinic::whose(people);
        out.coverage = clinic::coverageByCard(scope);
        out.testsCoverage = clinic::coverageOfTests(scope);
        out.leftOut = joined(clinic::leftOut(scope));
    }
    return out;
}

// The day, when it is not soon: nobody reckons in hundreds of hours.
QString eraseWords(int minutes, const QDateTime &end) {
    if (minutes >= 24 * 60)
        //: How long records stay open at a clinic; %1 is a day
        return QCoreApplication::translate("Counter", "Erased here on %1")
            .arg(dayInWords(end.date()));
    if (minutes >= 120)
        //: How long records stay open at a clinic; %1 is hours, 2 or more
        return QCoreApplication::translate("Counter", "Erased here in %1 hours").arg(minutes / 60);
    //: How long records stay open at a clinic; %1 is minutes
    return QCoreApplication::translate("Counter", "Erased here in %1 min").arg(minutes);
}

} // namespace

void Counter::run(QObject *context, std::function<Work::Shown(Vault *)> job) {
    work().runBeside(context, [this, job = std::move(job), id = m_shown.toStdString()] {
        const auto visit = m_counter.visits.find(id);
        return job(visit == m_counter.visits.end() ? nullptr : visit->second.records.get());
    });
}

void Counter::open() {
    begin(true);
}

void Counter::openAgain() {
    begin(false);
}

void Counter::begin(bool spend) {
    if (m_state != Ready || !m_code.there || isBusy()) return;
    ask<QString>(
        this,
        [spend, staff = m_staff.toStdString()](CounterSession &session) -> Result<QString> {
            if (!session.seen) return QString();
            const std::string id = toHex(session.seen->grant.open.id.view());
            if (session.visits.contains(id) && !spend) return utf8(id); // open already
            APRICOT_TRY(roomForVisit(session.visits.size()));
            APRICOT_TRY_ASSIGN(chosen, session.ledger());
            // Before the use is spent: without a mailbox nothing could be opened.
            APRICOT_TRY_ASSIGN(mailbox, chosen->neededMailbox());
            APRICOT_TRY_ASSIGN(desk, deskOf(*session.vault));
            APRICOT_TRY_ASSIGN(visit, beginVisit(*session.vault, *session.seen, desk, staff, spend,
                                                 chosen->ledger(), *mailbox, session.clock,
                                                 session.random));
            session.visits.insert_or_assign(id, std::move(visit));
            session.seen.reset();
            return utf8(id);
        },
        [this](QString &&id) {
            if (id.isEmpty() || m_state != Ready) return;
            dismiss();
            setCode({});
            refreshVisits();
            setShown(id);
        });
}

void Counter::refreshVisits() {
    const UnixTime midnight = QDate::currentDate().startOfDay().toSecsSinceEpoch();
    ask<Today>(
        this,
        [midnight](CounterSession &session) -> Result<Today> { return todayOf(session, midnight); },
        [this](Today &&today) {
            m_visits.clear();
            std::set<std::string> seen;
            int number = static_cast<int>(today.entries.size());
            for (auto it = today.entries.rbegin(); it != today.entries.rend(); ++it)
                m_visits.append(shownEntry(*it, number--, today, seen));
            if (today.open.empty())
                m_tick.stop();
            else if (!m_tick.isActive())
                m_tick.start();
            Q_EMIT visitsChanged();
            tick();
        });
}

void Counter::show(const QString &visit) {
    if (m_state != Ready) return;
    setCode({});
    setShown(visit);
}

void Counter::setShown(const QString &visit) {
    if (visit == m_shown) return;
    m_shown = visit;
    m_timeLeft.clear();
    Q_EMIT visitsChanged();
    Q_EMIT timeLeftChanged();
    Q_EMIT recordsChanged();
    tick();
}

ShownVisit Counter::shownVisit() const {
    if (!m_shown.isEmpty())
        for (const ShownVisit &visit : m_visits)
            if (visit.open && visit.id == m_shown) return visit;
    return {};
}

void Counter::tick() {
    const QDateTime now = QDateTime::currentDateTime();
    bool due = false;
    for (const ShownVisit &visit : std::as_const(m_visits)) {
        const QDateTime &end = visit.eraseBy;
        if (!end.isValid()) continue;
        const qint64 left = now < end ? std::max<qint64>(1, now.secsTo(end)) : 0;
        if (left <= 0) {
            due = true;
            if (visit.id == m_shown) setShown({});
        } else if (visit.id == m_shown) {
            const int minutes = static_cast<int>((left + 59) / 60);
            const QString words = eraseWords(minutes, end);
            if (words != m_timeLeft) {
                m_timeLeft = words;
                Q_EMIT timeLeftChanged();
            }
        }
    }
    if (!due) return;
    m_tick.stop(); // until the list is read again
    ask<CounterSession::Closed>(
        this,
        [](CounterSession &session) -> Result<CounterSession::Closed> {
            return session.closeDue();
        },
        [this](CounterSession::Closed &&closed) {
            if (!closed.noted) setProblem(closed.noted.error());
            //: After a visit's records were erased because their time had come
            else if (closed.visits > 0 && m_state == Ready)
                setNotice(QCoreApplication::translate(
                    "Counter", "A visit's time has come: its records are erased here, and that is "
                               "noted."));
            refreshVisits();
        });
}

void Counter::finish() {
    if (m_shown.isEmpty()) return;
    const std::string id = m_shown.toStdString();
    setShown({});
    ask<Done>(
        this,
        [id](CounterSession &session) -> Result<Done> {
            auto visit = session.visits.extract(id);
            if (!visit.empty())
                APRICOT_TRY(endVisit(*session.vault, std::move(visit.mapped()), Erasure::Finished));
            return Done{};
        },
        [this](Done &&) {
            //: After a visit's records were erased at the clinic
            setNotice(QCoreApplication::translate(
                "Counter", "The visit's records are erased here, and that is noted. The ledger's "
                           "receipt and the log stay; no record is in them."));
            refreshVisits();
        });
}

namespace {

Result<ConsentText> agreedIn(const Visit &visit) {
    return consentText(visit.seen.grant, visit.seen.audience.name);
}

Result<PagesHead> headOf(const Visit &visit, UnixTime now) {
    APRICOT_TRY_ASSIGN(agreed, agreedIn(visit));
    PagesHead head;
    //: Heading of printed pages; %1 is a clinic's name
    head.title = QCoreApplication::translate("Counter", "Records shown to %1")
                     .arg(utf8(visit.seen.audience.name));
    //: Below the heading of printed pages; %1 and %2 are dates and times
    const QString note = QCoreApplication::translate(
        "Counter", "Printed at %1. The patient asked for these records to be erased by %2: destroy "
                   "this paper by then.");
    head.note = note.arg(localTime(now), localTime(visit.eraseBy));
    const bool chinese = QLocale().language() == QLocale::Chinese;
    //: On printed pages; %1 are the words of the permission
    head.agreed = QCoreApplication::translate("Counter", "What the patient agreed to: %1")
                      .arg(utf8(chinese ? agreed.chinese : agreed.english));
    return head;
}

} // namespace

template <class T>
void Counter::askShown(std::function<Result<T>(const Visit &, CounterSession &)> job,
                       std::function<void(T &&)> shown) {
    ask<std::optional<T>>(
        this,
        [job = std::move(job),
         id = m_shown.toStdString()](CounterSession &session) -> Result<std::optional<T>> {
            const auto found = session.visits.find(id);
            if (found == session.visits.end()) return std::optional<T>();
            APRICOT_TRY_ASSIGN(value, job(found->second, session));
            return std::optional<T>(std::move(value));
        },
        [shown = std::move(shown)](std::optional<T> &&value) {
            if (value) shown(std::move(*value));
        });
}

void Counter::exportVisit(const QUrl &file, bool replace) {
    askShown<Done>(
        [device = deviceOf(this), file, staff = m_staff.toStdString(),
         over = Replace{replace}](const Visit &visit, CounterSession &session) -> Result<Done> {
            APRICOT_TRY_ASSIGN(to, device->files->toWrite(file));
            APRICOT_TRY(checkChosenFile(to, over));
            APRICOT_TRY_ASSIGN(agreed, agreedIn(visit));
            APRICOT_TRY_ASSIGN(
                bundle, exportAll(*visit.records, {}, withheldLists(visit.seen.grant, agreed)));
            APRICOT_TRY(noteUnder(*session.vault, visit.seen, events::exported, staff, "file"));
            APRICOT_TRY(writeChosenFile(to, viewOf(bundle), over));
            return Done{};
        },
        [this](Done &&) {
            //: After a visit's records were exported
            setNotice(QCoreApplication::translate(
                "Counter", "The records are in the file. It is not locked and not erased with the "
                           "visit: keep it only where patients' files are kept."));
        });
}

void Counter::printVisit(const QUrl &pdf, bool replace) {
    askShown<Done>(
        [device = deviceOf(this), pdf, staff = m_staff.toStdString(),
         over = Replace{replace}](const Visit &visit, CounterSession &session) -> Result<Done> {
            APRICOT_TRY_ASSIGN(to, device->files->toWrite(pdf));
            APRICOT_TRY(checkChosenFile(to, over));
            APRICOT_TRY_ASSIGN(head, headOf(visit, session.clock.now()));
            APRICOT_TRY_ASSIGN(pages, pagesOf(*visit.records, visit.seen.grant.closed.scope, head));
            APRICOT_TRY(noteUnder(*session.vault, visit.seen, events::exported, staff, "pages"));
            APRICOT_TRY(writeChosenFile(to, pages, over));
            return Done{};
        },
        [this](Done &&) {
            //: After a visit's records were written as pages to print
            setNotice(QCoreApplication::translate(
                "Counter", "The pages are in the file, ready to print. It is not locked and not "
                           "erased with the visit: delete it when it is printed."));
        });
}

void Counter::printVisitOn(const QString &printer) {
    askShown<bool>(
        [printer, device = deviceOf(this), staff = m_staff.toStdString()](
            const Visit &visit, CounterSession &session) -> Result<bool> {
            APRICOT_TRY_ASSIGN(head, headOf(visit, session.clock.now()));
            APRICOT_TRY(noteUnder(*session.vault, visit.seen, events::exported, staff, "paper"));
            return printPages(*visit.records, visit.seen.grant.closed.scope, head,
                              *device->printing, printer);
        },
        [this](bool &&taken) {
            //: The printer did not take a visit's pages
            const QString refused = QCoreApplication::translate(
                "Counter", "The printer did not take it. See whether it is switched on and has "
                           "paper, or write a PDF file instead.");
            //: After a visit's records were printed
            const QString done = QCoreApplication::translate(
                "Counter", "Handed to the printer. The paper is not erased with the visit.");
            taken ? setNotice(done) : setProblem(refused);
        });
}

void Counter::sendWaiting() {
    ask<Sent>(
        this,
        [](CounterSession &session) -> Result<Sent> {
            APRICOT_TRY_ASSIGN(chosen, session.ledger());
            APRICOT_TRY_ASSIGN(mailbox, chosen->neededMailbox());
            return apricot::sendWaiting(*session.vault, *mailbox);
        },
        [this](Sent &&sent) {
            //: After letters that waited were sent; %1 is how many
            const QString some =
                QCoreApplication::translate("Counter", "Letters that waited and are sent now: %1");
            const QString said = some.arg(sent.letters);
            if (!sent.failure)
                setNotice(said);
            else if (sent.letters > 0)
                setProblem(said + QLatin1Char('\n') + inWords(*sent.failure));
            else
                setProblem(*sent.failure);
            refreshDesk();
        });
}

} // namespace apricot
