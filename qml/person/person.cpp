// SPDX-License-Identifier: GPL-3.0-or-later
#include "person/person.h"

#include "base/chosen_file.h"
#include "controls/words.h"
#include "flows/export_records.h"
#include "flows/import_records.h"
#include "flows/quick_unlock.h"
#include "wallet/word_list.h"

#include <QDateTime>
#include <QEvent>
#include <QGuiApplication>
#include <QSysInfo>

namespace apricot {
namespace {

using Done = std::uint64_t; // how many records there are then

std::string deviceName() {
    return (QSysInfo::machineHostName() + QStringLiteral(", ") + QSysInfo::prettyProductName())
        .toStdString();
}

std::filesystem::path pathOf(const QUrl &file) {
    return file.toLocalFile().toStdString();
}

} // namespace

Result<Wallet> Person::Stage::wallet() {
    APRICOT_TRY_ASSIGN(seed, vault->get("wallet", "seed"));
    return Wallet::fromSeed(seed ? seed->view() : ByteView{});
}

Result<ChosenLedger *> Person::Stage::ledger() {
    if (!chosen) {
        APRICOT_TRY_ASSIGN(
            found, ChosenLedger::open(ledgerPath, mailboxPath, vault.get(), clock, breaker));
        chosen = std::move(found);
    }
    return chosen.get();
}

Result<RelayedLedger *> Person::Stage::relayedLedger() {
    if (relayed && !relayed->isOver()) return relayed.get();
    APRICOT_TRY_ASSIGN(asked, ledger());
    APRICOT_TRY_ASSIGN(opened, RelayedLedger::open(*asked, *vault, clock, random));
    relayed = std::move(opened);
    return relayed.get();
}

Result<Ledger *> Person::Stage::apart() {
    APRICOT_TRY_ASSIGN(by, relayedLedger());
    if (by) {
        by->turn();
        return &by->ledger();
    }
    APRICOT_TRY_ASSIGN(direct, ledger());
    return &direct->ledger();
}

void Person::Stage::forgetLedger() {
    relayed.reset();
    chosen.reset();
}

Person::Person(QObject *parent) : Shelf(parent) {
    connect(&m_work, &Work::changed, this, &Person::changed);
    // An own entry or a letter is kept by those who do not know how many records there are then.
    connect(this, &Shelf::recordsChanged, this, [this] {
        look<Done>(
            this, [](Vault &vault) { return vault.count({}); },
            [this](Done &&all) {
                const auto now = static_cast<int>(all);
                if (m_state == Open && std::exchange(m_records, now) != now)
                    Q_EMIT recordsChanged();
            });
    });
    m_idle.setObjectName(QStringLiteral("idle"));
    m_idle.setSingleShot(true);
    // A long import goes on; who waits for a node's answer does not.
    connect(&m_idle, &QTimer::timeout, this,
            [this] { isBusy() && !m_stage.breaker->isWaiting() ? m_idle.start() : lock(); });
    connect(&m_wake, &Wake::woke, this, &Person::lock);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](auto state) {
        if (state == Qt::ApplicationSuspended) lock();
    });
    QCoreApplication::instance()->installEventFilter(this);
}

void Person::run(QObject *context, std::function<Work::Shown(Vault *)> job) {
    m_work.run(context, [this, job = std::move(job)] { return job(m_stage.vault.get()); });
}

bool Person::eventFilter(QObject *watched, QEvent *event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::Wheel:
        if (m_state == Open) m_idle.start(std::max(1, m_lockAfter) * 60'000);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

std::filesystem::path Person::vaultFile() const {
    return std::filesystem::path(m_folder.toStdString())
           / (m_profile + QStringLiteral(".vault")).toStdString();
}

void Person::setFolder(const QString &folder) {
    m_folder = folder;
    enter(std::filesystem::exists(vaultFile()) ? Locked : Missing);
    Q_EMIT changed();
}

void Person::setProfile(const QString &profile) {
    if (profile == m_profile || profile.isEmpty()) return;
    lock();
    m_profile = profile;
    m_wrongTries = 0;
    dismiss();
    if (!m_folder.isEmpty()) enter(std::filesystem::exists(vaultFile()) ? Locked : Missing);
    Q_EMIT changed();
}

bool Person::ledgerIsHere() const {
    std::error_code ignored;
    return std::filesystem::is_directory(m_ledgerPath.toStdString(), ignored);
}

void Person::enter(State state) {
    if (state == m_state) return;
    m_state = state;
    Q_EMIT stateChanged();
}

void Person::setProblem(const Error &error) {
    if (error.code == Code::WrongPassphrase && m_state == Locked) ++m_wrongTries;
    setProblem(inWords(error));
}

void Person::setProblem(const QString &words) {
    m_problem = words;
    m_notice.clear();
    Q_EMIT changed();
}

void Person::setNotice(const QString &notice) {
    m_notice = notice;
    m_problem.clear();
    Q_EMIT changed();
}

void Person::dismiss() {
    setNotice({});
}

void Person::opened(std::uint64_t records) {
    m_records = static_cast<int>(records);
    m_wrongTries = 0;
    m_idle.start(std::max(1, m_lockAfter) * 60'000);
    m_wake.start();
    dismiss();
    enter(Open);
    Q_EMIT recordsChanged();
    reloadSafekeeping();
}

void Person::reloadSafekeeping() {
    ask<Safekeeping>(
        this, [](Stage &stage) { return safekeepingOf(*stage.vault); },
        [this](Safekeeping &&kept) {
            QVariantList devices;
            for (const DeviceUsed &device : kept.devices)
                devices.append(QVariantMap{{QStringLiteral("when"), localTime(device.time)},
                                           {QStringLiteral("how"), static_cast<int>(device.how)},
                                           {QStringLiteral("name"), utf8(device.name)}});
            const bool due = !kept.backedUp || SystemClock().now() - *kept.backedUp > backupGoodFor;
            m_safekeeping = {
                {QStringLiteral("wordsChecked"), kept.wordsChecked},
                {QStringLiteral("backedUp"), kept.backedUp ? localTime(*kept.backedUp) : QString()},
                {QStringLiteral("backupDue"), due},
                {QStringLiteral("devices"), devices}};
            Q_EMIT safekeepingChanged();
        });
}

void Person::wordsAreChecked() {
    ask<Done>(
        this,
        [](Stage &stage) -> Result<Done> {
            APRICOT_TRY(noteWordsChecked(*stage.vault));
            return Done{0};
        },
        [this](Done &&) { reloadSafekeeping(); });
}

bool Person::same(SecretField *passphrase, SecretField *again) {
    const SecretBytes one = passphrase->copy();
    const SecretBytes two = again->copy();
    if (const auto enough = passphrase->longEnough(); !enough) {
        setProblem(enough.error());
        return false;
    }
    return alike(one, two);
}

bool Person::alike(const SecretBytes &one, const SecretBytes &two) {
    const auto same = typedTwice(one, two);
    if (!same) setProblem(same.error());
    return same.ok();
}

void Person::create(SecretField *passphrase, SecretField *again, SecretField *words) {
    if (!same(passphrase, again)) return;
    again->clear();
    auto secret = std::make_shared<SecretBytes>(passphrase->take());
    auto phrase = words ? std::make_shared<SecretBytes>(words->copy()) : nullptr;
    ask<Done>(
        this,
        [file = vaultFile(), secret, phrase](Stage &stage) -> Result<Done> {
            Wallet wallet = Wallet::create(stage.random);
            if (phrase) {
                APRICOT_TRY_ASSIGN(list, loadWordList(wordLanguageOf(textOf(phrase->view()))));
                APRICOT_TRY_ASSIGN(old, Wallet::fromPhrase(textOf(phrase->view()), list));
                wallet = std::move(old);
            }
            std::error_code ignored; // create says what is wrong
            std::filesystem::create_directories(file.parent_path(), ignored);
            APRICOT_TRY_ASSIGN(
                made, Vault::create(file, *secret, passwordCostHere(), stage.random, stage.clock));
            APRICOT_TRY(made->put("wallet", "seed", wallet.seed().view()));
            APRICOT_TRY(noteArrival(*made, phrase ? Arrival::Recovered : Arrival::Made,
                                    deviceName(), stage.clock));
            if (phrase) APRICOT_TRY(noteWordsChecked(*made));
            stage.vault = std::move(made);
            return Done{0};
        },
        [this, known = phrase != nullptr](Done &&records) {
            opened(records);
            if (!known) Q_EMIT made();
        });
}

void Person::restore(const QUrl &backup, SecretField *passphrase) {
    auto secret = std::make_shared<SecretBytes>(passphrase->take());
    ask<Done>(
        this,
        [file = vaultFile(), from = pathOf(backup), secret](Stage &stage) -> Result<Done> {
            std::error_code ignored; // restore says what is wrong
            std::filesystem::create_directories(file.parent_path(), ignored);
            APRICOT_TRY(Vault::restore(from, file, *secret));
            APRICOT_TRY_ASSIGN(vault, Vault::open(file, *secret, stage.random, stage.clock));
            APRICOT_TRY(noteArrival(*vault, Arrival::Restored, deviceName(), stage.clock));
            stage.vault = std::move(vault);
            return stage.vault->count({});
        },
        [this](Done &&records) { opened(records); });
}

void Person::unlock(SecretField *passphrase) {
    auto secret = std::make_shared<SecretBytes>(passphrase->take());
    ask<Done>(
        this,
        [file = vaultFile(), secret](Stage &stage) -> Result<Done> {
            APRICOT_TRY_ASSIGN(vault, Vault::open(file, *secret, stage.random, stage.clock));
            stage.vault = std::move(vault);
            return stage.vault->count({});
        },
        [this](Done &&records) { opened(records); });
}

void Person::lock() {
    if (m_state != Open && (m_state != Locked || !isBusy())) return;
    // Said when it is so: the keys are gone first, whatever is under way.
    m_stage.breaker->cut();
    m_work.preempt([this] {
        m_stage.forgetLedger();
        m_stage.vault.reset();
    });
    m_stage.breaker->mend();
    if (m_state != Open) return;
    m_idle.stop();
    m_wake.stop();
    m_records = 0;
    m_whose.clear();
    m_safekeeping.clear();
    Q_EMIT safekeepingChanged();
    dismiss();
    enter(Locked);
    Q_EMIT recordsChanged();
}

void Person::changePassphrase(KeySafe *safe, SecretField *old, SecretField *now,
                              SecretField *again) {
    if (!same(now, again)) return;
    again->clear();
    auto before = std::make_shared<SecretBytes>(old->take());
    auto after = std::make_shared<SecretBytes>(now->take());
    struct Changed {
        bool quick = false; // a PIN or finger opened it
    };
    ask<Changed>(
        this,
        [file = vaultFile(), before, after, keys = safe->store()](Stage &stage) -> Result<Changed> {
            APRICOT_TRY(stage.vault->changePassphrase(*before, *after, passwordCostHere()));
            const Changed out{hasQuickUnlock(file) || hasBiometricUnlock(file)};
            // What is left of them opens nothing any more.
            static_cast<void>(forgetQuickUnlock(file, *keys));
            static_cast<void>(forgetBiometricUnlock(file, *keys));
            return out;
        },
        [this](Changed &&done) {
            //: After the passphrase was changed, when a PIN or finger opened the record
            const QString ended = QCoreApplication::translate(
                "Person", "Your passphrase is changed. A PIN or a finger no longer opens your "
                          "record; you can set them anew below.");
            //: After the passphrase was changed
            const QString changed =
                QCoreApplication::translate("Person", "Your passphrase is changed.");
            setNotice(done.quick ? ended : changed);
        });
}

void Person::importNothing() {
    m_whose.clear();
    Q_EMIT changed();
}

void Person::askWhose(const QUrl &file, const std::vector<Candidate> &people) {
    QVariantList all;
    for (const Candidate &one : people)
        all.append(QVariantMap{{QStringLiteral("id"), utf8(one.logicalId)},
                               {QStringLiteral("name"), utf8(one.name)},
                               {QStringLiteral("birth"), utf8(one.birthDate)},
                               {QStringLiteral("records"), static_cast<int>(one.records)}});
    m_whose = {{QStringLiteral("file"), file}, {QStringLiteral("people"), all}};
    Q_EMIT changed();
}

void Person::import(const QUrl &file, const QString &who) {
    struct Came {
        ImportReport report;
        std::uint64_t all = 0;
        bool whose = false; // nothing came in: it is to be said whose records shall
    };
    importNothing();
    ask<Came>(
        this,
        [this, from = pathOf(file), who = who.toStdString()](Stage &stage) -> Result<Came> {
            Came out;
            auto report = importRecords(*stage.vault, from, who, m_work.progress());
            if (!report && report.error().code == Code::PersonChoiceNeeded) {
                APRICOT_TRY_ASSIGN(people, peopleIn(from, m_work.progress()));
                out.report.people = std::move(people);
                out.whose = true;
                return out;
            }
            if (!report) return report.error();
            out.report = std::move(report).value();
            APRICOT_TRY_ASSIGN(all, stage.vault->count({}));
            out.all = all;
            return out;
        },
        [this, file](Came &&came) {
            if (came.whose) return askWhose(file, came.report.people);
            m_records = static_cast<int>(came.all);
            const ImportReport &report = came.report;
            //: After bringing in a file; %1, %2 and %3 are numbers of records
            QString said =
                QCoreApplication::translate(
                    "Person", "%1 new records came in. %2 you had already. %3 could not be read.")
                    .arg(report.added + report.newer)
                    .arg(report.unchanged + report.older)
                    .arg(report.read.rejected.size());
            setNotice(said);
            Q_EMIT recordsChanged();
        });
}

void Person::exportAll(const QUrl &file, bool replace) {
    ask<Done>(
        this,
        [this, to = pathOf(file), over = Replace{replace}](Stage &stage) -> Result<Done> {
            APRICOT_TRY(checkChosenFile(to, over));
            APRICOT_TRY_ASSIGN(bundle, apricot::exportAll(*stage.vault, m_work.progress()));
            APRICOT_TRY(writeChosenFile(to, viewOf(bundle), over));
            return Done{0};
        },
        [this](Done &&) {
            //: After all records were written to a file
            setNotice(QCoreApplication::translate(
                "Person", "All your records are in the file now. It is not locked: whoever has the "
                          "file can read it."));
        });
}

void Person::backup(const QUrl &file, bool replace) {
    ask<Done>(
        this,
        [this, to = pathOf(file), over = Replace{replace}](Stage &stage) -> Result<Done> {
            APRICOT_TRY(backUp(*stage.vault, to, stage.clock, m_work.progress(), over));
            return Done{0};
        },
        [this](Done &&) {
            reloadSafekeeping();
            //: After a backup was written
            setNotice(QCoreApplication::translate(
                "Person", "Backed up and checked. The backup opens with the same passphrase: keep "
                          "it on another device."));
        });
}

} // namespace apricot
