// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/share_flow.h"

#include "chart/topics.h"
#include "controls/words.h"
#include "flows/patient/answer.h"
#include "flows/shared/directory.h"
#include "sharing/ask.h"
#include "sharing/scope_words.h"

#include <QCoreApplication>

namespace apricot {

struct ShareFlow::Chosen {
    OrganisationId clinic;
    What what;
    int topic, kinds, reach;
    std::vector<RecordId> records;
    UnixTime life, keep;
    std::uint32_t uses;
    Purpose purpose;
    std::optional<std::set<RecordId>> seen; // nothing: all that fit
    std::optional<AskedFor> asked;
};

namespace {

std::vector<RecordName> namesOf(const std::vector<RecordId> &records) {
    std::vector<RecordName> out;
    out.reserve(records.size());
    for (const RecordId &id : records) out.push_back(nameOf(id));
    std::ranges::sort(out);
    return out;
}

// All that the choice reaches, before single records are struck out.
template <class Chosen>
Result<Scope> scopeFor(const Chosen &chosen, Vault &vault, UnixTime now, int offset) {
    Scope out;
    out.level = usualLevel;
    if (chosen.asked) { // never more than that
        out = chosen.asked->wish.scope;
        out.kinds &= static_cast<std::uint16_t>(chosen.kinds);
        out.alwaysKinds &= static_cast<std::uint16_t>(chosen.kinds);
        if (chosen.reach > 0 && out.kinds != 0) {
            const UnixTime from = startOfDay(now - UnixTime{86400} * chosen.reach, offset);
            out.from = std::max(out.from.value_or(from), from);
        }
        if ((out.kinds & ~out.alwaysKinds) == 0) { // the dates limit nothing
            out.kinds |= std::exchange(out.alwaysKinds, std::uint16_t{0});
            out.from = out.until = std::nullopt;
        }
        return out;
    }
    switch (chosen.what) {
    case ShareFlow::ThisVisit:
    case ShareFlow::MedicinesAndAllergies:
    case ShareFlow::TestsAndScans:
    case ShareFlow::Everything:
        return scopeOf(static_cast<Preset>(chosen.what), now, offset);
    case ShareFlow::Kinds:
        out.kinds = static_cast<std::uint16_t>(chosen.kinds) & allKinds;
        if (chosen.reach > 0) out.from = startOfDay(now - UnixTime{86400} * chosen.reach, offset);
        return out;
    case ShareFlow::About: {
        APRICOT_TRY_ASSIGN(about, recordsAbout(vault, static_cast<Topic>(chosen.topic)));
        if (about.size() > maxNamedRecords) about.resize(maxNamedRecords); // the latest
        out.records = namesOf(about);
        return out;
    }
    case ShareFlow::Records:
        out.records = namesOf(chosen.records);
        out.level = 5; // each was named
        return out;
    }
    return out;
}

std::set<RecordId> idsOf(const std::vector<RecordRow> &rows) {
    std::set<RecordId> out;
    for (const RecordRow &row : rows) out.insert(row.id);
    return out;
}

} // namespace

ShareFlow::ShareFlow(QObject *parent) : QObject(parent) {
    m_settle.setSingleShot(true);
    m_settle.setInterval(250);
    connect(&m_settle, &QTimer::timeout, this, [this] { rehearse(false); });
}

std::optional<ShareFlow::Chosen> ShareFlow::choice() const {
    const auto clinic = idNamed<OrganisationId>(m_clinic);
    if (!clinic || m_minutes <= 0 || m_uses <= 0 || m_keepDays <= 0) return std::nullopt;
    Chosen out{*clinic,
               m_what,
               m_topic,
               m_kinds,
               m_reach,
               {},
               UnixTime{60} * m_minutes,
               UnixTime{86400} * m_keepDays,
               static_cast<std::uint32_t>(m_uses),
               static_cast<Purpose>(m_purpose),
               {},
               m_asked};
    for (const QString &one : m_chosen)
        if (const auto id = idNamed<RecordId>(one)) out.records.push_back(*id);
    return out;
}

QStringList ShareFlow::topics() {
    QStringList out;
    for (std::uint8_t i = 1; i <= topicCount; ++i)
        out.append(QCoreApplication::translate(
            "Topic", std::string(wordsFor(static_cast<Topic>(i))).c_str()));
    return out;
}

void ShareFlow::setPurposes(const QList<PurposeChoice> &purposes) {
    m_purposes = purposes;
    if (!purposes.isEmpty()) m_purpose = purposes.constFirst().purpose;
    Q_EMIT changed();
}

void ShareFlow::leave(Step step) {
    m_step = step;
    if (step == What_ || step == Asked) findKinds();
    Q_EMIT changed();
}

// What has no records can be ticked to no effect: the screens say so beside it.
void ShareFlow::findKinds() {
    askOpen<int>(
        m_person, this,
        [](Session &session) -> Result<int> {
            int out = 0;
            for (std::uint8_t kind = 1; kind <= kindCount; ++kind) {
                Filter filter;
                filter.kinds = bitOf(static_cast<Kind>(kind));
                APRICOT_TRY_ASSIGN(rows, session.vault->list(filter, {1, std::nullopt}));
                if (!rows.empty()) out |= filter.kinds;
            }
            return out;
        },
        [this](Result<int> &&kinds) {
            if (!kinds) return m_person->setProblem(kinds.error());
            m_kindsThere = *kinds;
            m_kinds &= m_asked ? m_kinds : m_kindsThere;
            Q_EMIT changed();
        });
}

void ShareFlow::go(Step step) {
    if (m_signing || m_step == Showing || step == Showing)
        return; // sign() leads there, startAgain() back
    if (step == Rehearsing) return rehearse(true);
    m_settle.stop();
    ++m_turn;
    m_working = false;
    m_rehearsal.reset();
    leave(step);
}

void ShareFlow::answer(Requests *requests, const QString &number) {
    if (m_step != Who || !requests) return;
    m_asked = requests->numbered(number);
    if (!m_asked) return;
    m_clinic = numberOf(m_asked->clinic.id);
    m_clinicName = utf8(m_asked->clinic.name);
    m_kinds = m_asked->wish.scope.kinds;
    m_reach = 0;
    m_minutes = askedMinutes();
    m_uses = askedUses();
    m_purpose = static_cast<int>(m_asked->wish.purpose);
    leave(Asked);
}

void ShareFlow::back() {
    if (m_step == Showing || m_step == Asked)
        startAgain();
    else if (m_step == Rehearsing)
        go(m_asked ? Asked : HowLong);
    else if (m_step > Who)
        go(static_cast<Step>(m_step - 1));
}

void ShareFlow::rehearse(bool anew) {
    struct Made {
        Rehearsal rehearsal;
        std::vector<RecordRow> all;
    };
    auto wanted = choice();
    if (!wanted) return;
    if (!anew) wanted->seen = m_records.seen();
    m_working = true;
    Q_EMIT changed();
    askOpen<Made>(
        m_person, this,
        [chosen = std::move(*wanted)](Session &session) mutable -> Result<Made> {
            APRICOT_TRY_ASSIGN(there, session.ledger());
            Ledger &ledger = there->ledger();
            APRICOT_TRY_ASSIGN(clinic, activeOrganisation(ledger, chosen.clinic));
            const UnixTime now = session.clock.now();
            ShareChoice choice;
            choice.clinic = chosen.clinic;
            choice.purpose = chosen.purpose;
            choice.uses = chosen.uses;
            choice.utcOffsetMinutes = static_cast<std::int16_t>(offsetAt(now));
            setTimes(choice, now, chosen.life, chosen.keep);
            APRICOT_TRY_ASSIGN(scope,
                               scopeFor(chosen, *session.vault, now, choice.utcOffsetMinutes));
            scope.level = std::min(scope.level, clinic.clearance);
            choice.scope = std::move(scope);
            if (chosen.asked) { // rounded down: no longer than was asked for
                const UnixTime end = now + chosen.life;
                choice.expiry = chosen.life < 120 ? end : end / 60 * 60;
                APRICOT_TRY(checkNarrowed(*chosen.asked, choice, now));
            }
            const auto tried = [&]() -> Result<Rehearsal> {
                return apricot::rehearse(*session.vault, ledger, choice, session.clock,
                                         session.random);
            };
            APRICOT_TRY_ASSIGN(first, tried());
            std::vector<RecordRow> all = first.records;
            all.insert(all.end(), first.closed.begin(), first.closed.end());
            if (!chosen.seen) chosen.seen = idsOf(first.records);
            APRICOT_TRY_ASSIGN(exact, scopeOpening(*chosen.seen, all, choice.scope));
            if (exact == choice.scope) return Made{std::move(first), std::move(all)};
            choice.scope = std::move(exact);
            APRICOT_TRY_ASSIGN(second, tried());
            return Made{std::move(second), std::move(all)};
        },
        [this, turn = ++m_turn, anew](Result<Made> &&made) {
            if (turn != m_turn) return;
            m_working = false;
            if (!made) {
                m_rehearsal.reset();
                m_person->setProblem(made.error());
                Q_EMIT changed();
                return;
            }
            m_rehearsal = std::move(made->rehearsal);
            m_clinicName = utf8(m_rehearsal->clinic.name);
            if (anew) m_records.set(std::move(made->all), idsOf(m_rehearsal->records));
            leave(Rehearsing);
        });
}

void ShareFlow::see(const QString &record, bool seen) {
    const auto id = idNamed<RecordId>(record);
    if (!id || m_step != Rehearsing || m_signing) return;
    const auto row = std::ranges::find(m_records.rows(), *id, &RecordRow::id);
    if (row == m_records.rows().end() || (seen && row->level > clearance())) return;
    m_records.see(*id, seen);
    ++m_turn; // what is under way was another list
    m_working = false;
    if (!m_records.seen().empty()) m_settle.start();
    Q_EMIT changed();
}

void ShareFlow::sign() {
    if (m_step != Rehearsing || !isReady()) return;
    m_working = m_signing = true; // a second press finds it so
    Q_EMIT changed();
    askOpen<Answered>(
        m_person, this,
        [rehearsal = *m_rehearsal, answers = m_asked ? std::optional(m_asked->id) : std::nullopt](
            Session &session) mutable -> Result<Answered> {
            APRICOT_TRY_ASSIGN(chosen, session.ledger());
            // It may have been suspended, or have new keys, since the words were read.
            APRICOT_TRY_ASSIGN(
                clinic, knownOrganisation(*session.vault, chosen->ledger(), rehearsal.clinic.id));
            rehearsal.clinic.sealing = clinic.sealing;
            APRICOT_TRY_ASSIGN(mailbox, chosen->neededMailbox());
            APRICOT_TRY_ASSIGN(wallet, session.wallet());
            if (answers)
                return answerRequest(*session.vault, wallet, *mailbox, *answers,
                                     std::move(rehearsal), session.clock, session.random);
            APRICOT_TRY_ASSIGN(given, share(*session.vault, wallet, *mailbox, std::move(rehearsal),
                                            session.random));
            return Answered{std::move(given), std::nullopt};
        },
        [this, id = m_rehearsal->grant.open.id](Result<Answered> &&answered) {
            m_working = m_signing = false;
            if (!answered) {
                m_person->setProblem(answered.error());
                if (answered.error().code == ErrorCode::RecordsChanged) return rehearse(true);
                Q_EMIT changed();
                return;
            }
            m_grant = numberOf(id);
            leave(Showing);
            if (answered->unsent)
                m_person->setProblem(
                    //: A request was answered and the clinic could not be told; %1 is the clinic
                    QCoreApplication::translate(
                        "ShareFlow", "Signed, but it could not be sent to %1, who waits for it. "
                                     "Show them this code, or send it later with the button below.")
                        .arg(m_clinicName));
            else if (answered->given.waits)
                m_person->setProblem(*answered->given.waits);
        });
}

void ShareFlow::startAgain() {
    ++m_turn;
    m_settle.stop();
    m_working = false;
    m_rehearsal.reset();
    m_records.set({}, {});
    m_grant.clear();
    if (m_asked) { // what was chosen was the clinic's wish
        m_asked.reset();
        m_kinds = m_reach = 0;
        m_minutes = static_cast<int>(lifeOnScreen / 60);
        m_uses = 1;
        m_purpose = static_cast<int>(Purpose::Treatment);
    }
    m_chosen.clear();
    m_clinic.clear();
    m_clinicName.clear();
    leave(Who);
}

int ShareFlow::closed() const {
    return m_rehearsal ? m_records.closed(level()) - beyond() : 0;
}

int ShareFlow::beyond() const {
    return m_rehearsal ? m_records.closed(std::max(level(), clearance())) : 0;
}

int ShareFlow::level() const {
    return m_rehearsal ? m_rehearsal->grant.open.level : 0;
}

int ShareFlow::clearance() const {
    if (!m_rehearsal) return 0;
    const int most = m_rehearsal->clinic.clearance;
    return m_asked ? std::min<int>(most, m_asked->wish.scope.level) : most;
}

QString ShareFlow::askedWords() const {
    if (!m_asked) return {};
    const auto words = wordsOf(*m_asked, offsetAt(m_asked->asked));
    return words ? inWords(*words) : QString();
}

QString ShareFlow::words() const {
    return m_rehearsal ? inWords(m_rehearsal->words) : QString();
}

QString ShareFlow::otherWords() const {
    return m_rehearsal ? inWords(m_rehearsal->words, true) : QString();
}

} // namespace apricot
