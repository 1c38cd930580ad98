// SPDX-License-Identifier: GPL-3.0-or-later
// The counter's door: its vault, its staff, its lock. What is read: counter_code.cpp; the visits:
// counter_visits.cpp.
#include "clinic/counter.h"

#include "base/chosen_file.h"
#include "controls/words.h"
#include "device/device_of.h"
#include "flows/clinic/staff.h"
#include "ledger/actions/register_organisation.h"
#include "session/new_passphrase.h"

#include <QCoreApplication>

namespace apricot {
namespace {

constexpr int untilLock = 5; // as long again as until somebody is signed out

QStringList inQt(const std::vector<std::string> &names) {
    QStringList out;
    for (const std::string &name : names) out += utf8(name);
    return out;
}

} // namespace

Counter::Counter(QObject *parent) : Counter(std::make_unique<CounterSession>(), parent) {}

Counter::Counter(std::unique_ptr<CounterSession> session, QObject *parent)
    : SessionHolder(std::move(session), parent),
      m_counter(static_cast<CounterSession &>(SessionHolder::session())) {
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &Counter::tick);
}

void Counter::touched() {
    if (m_state == Ready) startIdle(m_signOutAfter);
}

void Counter::idled() {
    if (m_state == SigningIn) {
        lock();
        return;
    }
    signOut();
    startIdle(untilLock * m_signOutAfter);
}

std::filesystem::path Counter::vaultFile() const {
    return inFolder(QStringLiteral("clinic.vault"));
}

void Counter::setFolder(const QString &folder) {
    m_folder = folder;
    enter(isThere(vaultFile()) ? Locked : Missing);
    Q_EMIT changed();
}

void Counter::enter(State state) {
    if (state == m_state) return;
    m_state = state;
    Q_EMIT stateChanged();
}

void Counter::create(const QString &name, SecretField *passphrase, SecretField *again,
                     const QUrl &request, bool replace) {
    if (const auto enough = passphrase->longEnough(); !enough) {
        setProblem(enough.error());
        return;
    }
    if (const auto alike = typedTwice(passphrase->copy(), again->copy()); !alike) {
        setProblem(alike.error());
        return;
    }
    again->clear();
    makeFolder();
    auto secret = std::make_shared<SecretBytes>(passphrase->take());
    ask<Done>(
        this,
        [file = vaultFile(), secret, called = name.trimmed().toStdString(), device = deviceOf(this),
         request, over = Replace{replace}](CounterSession &session) -> Result<Done> {
            APRICOT_TRY_ASSIGN(to, device->files->toWrite(request));
            APRICOT_TRY(checkChosenFile(to, over));
            APRICOT_TRY(checkNewName(called));
            APRICOT_TRY(session.create(file, *secret, [&](Vault &vault) -> Result<> {
                APRICOT_TRY_ASSIGN(clinic, makeDesk(vault, called, 3,
                                                    {Purpose::Treatment, Purpose::Emergency,
                                                     Purpose::SecondOpinion, Purpose::Referral},
                                                    session.random));
                return writeChosenFile(to, encode(clinic), over);
            }));
            return Done{};
        },
        [this](Done &&) {
            opened({});
            //: After a clinic's keys were made
            setNotice(QCoreApplication::translate(
                "Counter", "The clinic's keys are made. Give the request file to the ledger's "
                           "administrator; it holds no secret. You can open codes once it is "
                           "registered."));
        });
}

void Counter::unlock(SecretField *passphrase) {
    auto secret = std::make_shared<SecretBytes>(passphrase->take());
    ask<QStringList>(
        this,
        [file = vaultFile(), secret](CounterSession &session) -> Result<QStringList> {
            return session.keepIf([&]() -> Result<QStringList> {
                APRICOT_TRY(session.open(file, *secret));
                APRICOT_TRY(deskOf(*session.vault)); // a person's is told so now, not at a code
                APRICOT_TRY(settleVisits(*session.vault, session.clock));
                APRICOT_TRY(allowPinsAgain(*session.vault));
                APRICOT_TRY_ASSIGN(staff, staffOf(*session.vault));
                return inQt(staff);
            });
        },
        [this](QStringList &&staff) {
            dismiss();
            opened(staff);
        });
}

void Counter::opened(const QStringList &staff) {
    m_staffNames = staff;
    m_mayManageStaff = true;
    enter(SigningIn);
    startIdle(untilLock * m_signOutAfter);
    Q_EMIT changed();
}

void Counter::lock() {
    if (m_state == Missing || (m_state == Locked && !isBusy())) return;
    // Said when it is so: the keys and the records are gone first, whatever is under way.
    Result<> closed;
    closeAtOnce([this, &closed] { closed = m_counter.closeVisits(Erasure::Locked); });
    if (m_state == Locked) return;
    stopIdle();
    m_tick.stop();
    setShown({});
    setCode({});
    m_visits.clear();
    m_desk = {};
    m_staff.clear();
    m_mayManageStaff = false;
    Q_EMIT visitsChanged();
    Q_EMIT deskChanged();
    Q_EMIT changed();
    enter(Locked);
    if (!closed) setProblem(closed.error());
}

void Counter::addStaff(const QString &name, SecretField *pin) {
    auto secret = std::make_shared<SecretBytes>(pin->take());
    if (!m_mayManageStaff) return;
    ask<QStringList>(
        this,
        [name = name.trimmed().toStdString(),
         secret](CounterSession &session) -> Result<QStringList> {
            APRICOT_TRY(apricot::addStaff(*session.vault, name, *secret, session.random));
            APRICOT_TRY_ASSIGN(staff, staffOf(*session.vault));
            return inQt(staff);
        },
        [this](QStringList &&staff) {
            m_staffNames = std::move(staff);
            dismiss();
        });
}

void Counter::removeStaff(const QString &name) {
    if (!m_mayManageStaff) return;
    ask<QStringList>(
        this,
        [name = name.toStdString()](CounterSession &session) -> Result<QStringList> {
            APRICOT_TRY(apricot::removeStaff(*session.vault, name));
            APRICOT_TRY_ASSIGN(staff, staffOf(*session.vault));
            return inQt(staff);
        },
        [this](QStringList &&staff) {
            m_staffNames = std::move(staff);
            dismiss();
        });
}

void Counter::signIn(const QString &name, SecretField *pin) {
    auto secret = std::make_shared<SecretBytes>(pin->take());
    ask<Done>(
        this,
        [name = name.toStdString(), secret](CounterSession &session) -> Result<Done> {
            APRICOT_TRY(apricot::signIn(*session.vault, name, *secret));
            return Done{};
        },
        [this, name](Done &&) {
            m_staff = name;
            m_mayManageStaff = false;
            dismiss();
            enter(Ready);
            startIdle(m_signOutAfter);
            refreshDesk();
            refreshVisits();
        });
}

void Counter::signOut() {
    if (m_state != Ready) return;
    putAside();
    setShown({});
    m_staff.clear();
    enter(SigningIn);
    Q_EMIT changed();
}

} // namespace apricot
