// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/looking.h"

#include "controls/words.h"
#include "flows/patient/inbox.h"
#include "flows/patient/looked_after.h"
#include "flows/patient/parcel.h"
#include "sharing/ask.h"

#include <algorithm>

namespace apricot {
namespace {

// What is watched, by its first letter; the rest is its number.
constexpr char inbox = 'i', permission = 'g', subject = 's';

} // namespace

Looking::Looking(QObject *parent) : Looking(m_systemClock, m_systemRandom, parent) {}

Looking::Looking(const Clock &clock, Random &random, QObject *parent)
    : QObject(parent), m_clock(clock), m_schedule(clock, random) {
    m_timer.setObjectName(QStringLiteral("looking"));
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Looking::step);
}

void Looking::setPerson(Person *person) {
    if (m_person) disconnect(m_person, nullptr, this, nullptr);
    m_person = person;
    if (m_person) connect(m_person, &Person::stateChanged, this, &Looking::reload);
    reload();
}

int Looking::minutes() const {
    const auto next = m_schedule.next();
    return next ? std::max(1, static_cast<int>((*next - m_clock.now() + 59) / 60)) : 0;
}

void Looking::reload() {
    struct Watched {
        gateway::PollSchedule::Watched what; // by clinic; named below
        int clinics = 0;
        std::optional<UnixTime> oldest;
    };
    if (!m_person || !m_person->isOpen()) {
        m_timer.stop();
        m_schedule.watch({});
        m_looked.clear();
        m_clinics = 0;
        m_direct = false;
        Q_EMIT changed();
        return;
    }
    askOpen<Watched>(
        m_person, this,
        [](Session &session) -> Result<Watched> {
            Watched out;
            APRICOT_TRY_ASSIGN(clinics, inboxesOf(*session.vault));
            bool all = true;
            for (const OrganisationId &clinic : clinics) {
                out.what[toHex(clinic.view())].push_back(inbox + toHex(clinic.view()));
                ++out.clinics;
                APRICOT_TRY_ASSIGN(looked, lastLooked(*session.vault, clinic));
                all = all && looked;
                if (looked) out.oldest = std::min(out.oldest.value_or(*looked), *looked);
            }
            if (!all) out.oldest.reset();
            const auto chosen = session.ledger();
            if (!chosen) return out; // nobody there to ask
            APRICOT_TRY_ASSIGN(worth, worthLooking(*session.vault, (*chosen)->ledger().chainId(),
                                                   session.clock.now()));
            for (const auto &[grant, clinic] : worth.grants)
                out.what[toHex(clinic.view())].push_back(permission + toHex(grant.view()));
            for (const auto &[key, clinic] : worth.subjects)
                out.what[toHex(clinic.view())].push_back(subject + toHex(key.view()));
            return out;
        },
        [this](Result<Watched> &&watched) {
            if (!watched) return;
            const bool far = !m_person->ledgerIsHere() && m_person->hasLedger();
            m_schedule.watch(far ? std::move(watched->what) : gateway::PollSchedule::Watched());
            m_direct = m_direct && far;
            m_clinics = watched->clinics;
            m_looked = watched->oldest ? localTime(*watched->oldest) : QString();
            arm();
        });
}

void Looking::arm() {
    using namespace std::chrono;
    const auto next = m_schedule.next();
    if (next) // each minute, for `minutes`
        m_timer.start(seconds(std::clamp<UnixTime>(*next - m_clock.now(), 1, 60)));
    else
        m_timer.stop();
    Q_EMIT changed();
}

// Whatever fails is tried again at its next moment; nobody asked for it, so nobody is told.
void Looking::step() {
    const auto taken = m_schedule.take();
    arm();
    if (!taken) return;
    const QString number = QString::fromStdString(taken->substr(1));
    const auto withId = [](auto &&look, auto id) {
        if (id) look(*id);
    };
    switch (taken->front()) {
    case inbox:
        return withId([this](const auto &id) { lookInto(id); }, idNamed<OrganisationId>(number));
    case permission:
        return withId([this](const auto &id) { lookAfterwards(id); }, idNamed<GrantId>(number));
    default:
        return withId([this](const auto &id) { lookAfterwards(id); }, idNamed<VerifyKey>(number));
    }
}

void Looking::lookInto(const OrganisationId &clinic) {
    struct Looked {
        std::optional<bool> direct;      // nothing: none was asked
        std::optional<std::size_t> news; // nothing: it failed
        Delivered left;
    };
    askOpen<Looked>(
        m_person, this,
        [clinic](Session &session) -> Result<Looked> {
            APRICOT_TRY_ASSIGN(wallet, session.wallet());
            Looked out;
            // A package is left for the same clinic at the same moment: that is no question, and
            // says of two clinics no more than looking does.
            if (const auto chosen = session.ledger(); chosen && (*chosen)->mailbox())
                if (auto left = deliverParcels(*session.vault, wallet, *(*chosen)->mailbox(),
                                               session.clock.now(), clinic))
                    out.left = std::move(*left);
            const auto news = session.askApart([&](const Apart &way) -> Result<std::vector<News>> {
                APRICOT_TRY_ASSIGN(mailbox, way.mailbox());
                out.direct = way.isDirect();
                return fetchInboxOf(clinic, *session.vault, wallet, way.ledger(), *mailbox,
                                    session.clock);
            });
            if (news) out.news = news->size();
            return out;
        },
        [this](Result<Looked> &&looked) {
            if (!looked) return;
            if (looked->left.ended) m_person->setProblem(*looked->left.ended);
            if (!looked->direct) return;
            m_direct = *looked->direct && !m_person->ledgerIsHere();
            if (looked->news.value_or(0) > 0) {
                Q_EMIT came();
                Q_EMIT m_person->recordsChanged();
            }
            reload();
        });
}

template <class Id>
void Looking::lookAfterwards(const Id &what) {
    struct Looked {
        std::optional<bool> direct; // nothing: none was asked
        bool learnt = false;
    };
    askOpen<Looked>(
        m_person, this,
        [what](Session &session) -> Result<Looked> {
            Looked out;
            const auto learnt = session.askApart([&](const Apart &way) {
                out.direct = way.isDirect();
                return lookAfter(what, *session.vault, way.ledger());
            });
            out.learnt = learnt.ok();
            return out;
        },
        [this](Result<Looked> &&looked) {
            if (!looked) return;
            if (!looked->direct) return;
            m_direct = *looked->direct && !m_person->ledgerIsHere();
            if (looked->learnt) Q_EMIT m_person->permissionsLearnt();
            reload();
        });
}

} // namespace apricot
