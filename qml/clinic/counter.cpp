// SPDX-License-Identifier: GPL-3.0-or-later
// The counter's door: its vault, its staff, its lock. What is read: counter_code.cpp; the visits:
// counter_visits.cpp.
#include "clinic/counter.h"

#include "base/chosen_file.h"
#include "controls/words.h"
#include "flows/safekeeping.h"
#include "flows/staff.h"
#include "ledger/actions/register_organisation.h"

#include <QCoreApplication>
#include <QEvent>

namespace apricot {
namespace {

QStringList inQt(const std::vector<std::string> &names) {
    QStringList out;
    for (const std::string &name : names) out += utf8(name);
    return out;
}

} // namespace

Result<ChosenLedger *> Counter::Stage::ledger() {
    if (!chosen) {
        APRICOT_TRY_ASSIGN(
            found, ChosenLedger::open(ledgerPath, mailboxPath, vault.get(), clock, breaker));
        chosen = std::move(found);
    }
    return chosen.get();
}

Result<> Counter::Stage::close(Erasure why) {
    Result<> all;
    for (auto &[id, visit] : visits) {
        visit.records.reset(); // whatever the note says
        if (auto noted = endVisit(*vault, std::move(visit), why); !noted) all = noted.error();
    }
    visits.clear();
    seen.reset();
    return all;
}

Counter::Stage::~Stage() {
    if (vault) (void)close(Erasure::Locked).ok(); // the next start notes what could not be
    visits.clear();
}

Counter::Counter(QObject *parent) : Shelf(parent) {
    connect(&m_work, &Work::changed, this, &Counter::changed);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &Counter::tick);
    connect(&m_wake, &Wake::woke, this, &Counter::lock);
    m_idle.setObjectName(QStringLiteral("idle"));
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &Counter::idle);
    QCoreApplication::instance()->installEventFilter(this);
}

Counter::~Counter() = default;

bool Counter::eventFilter(QObject *watched, QEvent *event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::Wheel:
        if (m_state == Ready) m_idle.start(std::max(1, m_signOutAfter) * 60'000);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void Counter::idle() {
    if (m_state == SigningIn) {
        lock();
        return;
    }
    signOut();
    m_idle.start(std::max(1, m_signOutAfter) * 5 * 60'000);
}

std::filesystem::path Counter::vaultFile() const {
    return std::filesystem::path(m_folder.toStdString()) / "clinic.vault";
}

void Counter::setFolder(const QString &folder) {
    m_folder = folder;
    enter(std::filesystem::exists(vaultFile()) ? Locked : Missing);
    Q_EMIT changed();
}

void Counter::enter(State state) {
    if (state == m_state) return;
    m_state = state;
    Q_EMIT stateChanged();
}

void Counter::setProblem(const Error &error) {
    setProblem(inWords(error));
}

void Counter::setProblem(const QString &words) {
    m_problem = words;
    m_notice.clear();
    Q_EMIT changed();
}

void Counter::setNotice(const QString &notice) {
    m_notice = notice;
    m_problem.clear();
    Q_EMIT changed();
}

void Counter::dismiss() {
    setNotice({});
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
    auto secret = std::make_shared<SecretBytes>(passphrase->take());
    ask<Done>(
        this,
        [file = vaultFile(), secret, called = name.trimmed().toStdString(),
         to = std::filesystem::path(request.toLocalFile().toStdString()),
         over = Replace{replace}](Stage &stage) -> Result<Done> {
            APRICOT_TRY(checkChosenFile(to, over));
            APRICOT_TRY(checkNewName(called));
            std::error_code ignored; // create says what is wrong
            std::filesystem::create_directories(file.parent_path(), ignored);
            APRICOT_TRY_ASSIGN(
                made, Vault::create(file, *secret, passwordCostHere(), stage.random, stage.clock));
            APRICOT_TRY_ASSIGN(clinic, makeDesk(*made, called, 3,
                                                {Purpose::Treatment, Purpose::Emergency,
                                                 Purpose::SecondOpinion, Purpose::Referral},
                                                stage.random));
            APRICOT_TRY(writeChosenFile(to, encode(clinic), over));
            stage.vault = std::move(made);
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
        [file = vaultFile(), secret](Stage &stage) -> Result<QStringList> {
            APRICOT_TRY_ASSIGN(vault, Vault::open(file, *secret, stage.random, stage.clock));
            APRICOT_TRY(deskOf(*vault)); // a person's vault is told so now, not at the first code
            APRICOT_TRY(settleVisits(*vault, stage.clock));
            APRICOT_TRY(allowPinsAgain(*vault));
            APRICOT_TRY_ASSIGN(staff, staffOf(*vault));
            stage.vault = std::move(vault);
            return inQt(staff);
        },
        [this](QStringList &&staff) {
            dismiss();
            opened(staff);
        });
}

void Counter::opened(const QStringList &staff) {
    m_staffNames = staff;
    m_mayManageStaff = true;
    m_wake.start();
    enter(SigningIn);
    m_idle.start(std::max(1, m_signOutAfter) * 5 * 60'000);
    Q_EMIT changed();
}

void Counter::lock() {
    if (m_state == Missing || (m_state == Locked && !m_work.isBusy())) return;
    // Said when it is so: the keys and the records are gone first, whatever is under way.
    Result<> closed;
    m_stage.breaker->cut();
    m_work.preempt([this, &closed] {
        if (m_stage.vault) closed = m_stage.close(Erasure::Locked);
        m_stage.chosen.reset();
        m_stage.vault.reset();
    });
    m_stage.breaker->mend();
    if (m_state == Locked) return;
    m_idle.stop();
    m_wake.stop();
    m_tick.stop();
    setShown({});
    setCode({});
    m_visits.clear();
    m_desk.clear();
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
        [name = name.trimmed().toStdString(), secret](Stage &stage) -> Result<QStringList> {
            APRICOT_TRY(apricot::addStaff(*stage.vault, name, *secret, stage.random));
            APRICOT_TRY_ASSIGN(staff, staffOf(*stage.vault));
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
        [name = name.toStdString()](Stage &stage) -> Result<QStringList> {
            APRICOT_TRY(apricot::removeStaff(*stage.vault, name));
            APRICOT_TRY_ASSIGN(staff, staffOf(*stage.vault));
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
        [name = name.toStdString(), secret](Stage &stage) -> Result<Done> {
            APRICOT_TRY(apricot::signIn(*stage.vault, name, *secret));
            return Done{};
        },
        [this, name](Done &&) {
            m_staff = name;
            m_mayManageStaff = false;
            dismiss();
            enter(Ready);
            m_idle.start(std::max(1, m_signOutAfter) * 60'000);
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
