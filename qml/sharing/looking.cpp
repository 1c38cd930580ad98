// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/looking.h"

#include "controls/words.h"
#include "flows/inbox.h"
#include "sharing/ask.h"

#include <algorithm>

namespace apricot {

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
        std::vector<std::string> clinics;
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
        [](Person::Stage &stage) -> Result<Watched> {
            Watched out;
            APRICOT_TRY_ASSIGN(clinics, inboxesOf(*stage.vault));
            bool all = true;
            for (const OrganisationId &clinic : clinics) {
                out.clinics.push_back(toHex(clinic.view()));
                APRICOT_TRY_ASSIGN(looked, lastLooked(*stage.vault, clinic));
                all = all && looked;
                if (looked) out.oldest = std::min(out.oldest.value_or(*looked), *looked);
            }
            if (!all) out.oldest.reset();
            return out;
        },
        [this](Result<Watched> &&watched) {
            if (!watched) return;
            const bool far = !m_person->ledgerIsHere() && m_person->hasLedger();
            m_schedule.watch(far ? watched->clinics : std::vector<std::string>());
            m_direct = m_direct && far;
            m_clinics = static_cast<int>(watched->clinics.size());
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
    struct Looked {
        bool direct = false;
        std::optional<std::size_t> news; // nothing: it failed
    };
    const auto taken = m_schedule.take();
    arm();
    const auto clinic =
        taken ? idNamed<OrganisationId>(QString::fromStdString(*taken)) : std::nullopt;
    if (!clinic) return;
    askOpen<Looked>(
        m_person, this,
        [clinic = *clinic](Person::Stage &stage) -> Result<Looked> {
            APRICOT_TRY_ASSIGN(chosen, stage.ledger());
            APRICOT_TRY_ASSIGN(mailbox, chosen->neededMailbox());
            APRICOT_TRY_ASSIGN(wallet, stage.wallet());
            APRICOT_TRY_ASSIGN(by, stage.relayedLedger());
            if (by) by->turn();
            const auto news =
                fetchInboxOf(clinic, *stage.vault, wallet, by ? by->ledger() : chosen->ledger(),
                             by ? by->mailbox() : *mailbox, stage.clock);
            if (news) return Looked{by == nullptr, news->size()};
            stage.relayed.reset(); // another relay next time, should this one be silent
            return Looked{by == nullptr, std::nullopt};
        },
        [this](Result<Looked> &&looked) {
            if (!looked) return;
            m_direct = looked->direct && !m_person->ledgerIsHere();
            if (looked->news.value_or(0) > 0) {
                Q_EMIT came();
                Q_EMIT m_person->recordsChanged();
            }
            reload();
        });
}

} // namespace apricot
