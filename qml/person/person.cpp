// SPDX-License-Identifier: GPL-3.0-or-later
#include "person/person.h"

#include "base/chosen_file.h"
#include "controls/words.h"
#include "device/device_of.h"
#include "flows/patient/import_records.h"
#include "flows/patient/quick_unlock.h"
#include "flows/shared/export_records.h"
#include "session/new_passphrase.h"
#include "wallet/word_list.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QSysInfo>

namespace apricot {
namespace {

using Done = std::uint64_t; // how many records there are then

std::string deviceName() {
    return (QSysInfo::machineHostName() + QStringLiteral(", ") + QSysInfo::prettyProductName())
        .toStdString();
}

} // namespace

Person::Person(QObject *parent) : SessionHolder(std::make_unique<Session>(), parent) {
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
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](auto state) {
        if (state == Qt::ApplicationSuspended) lock();
    });
}

void Person::run(QObject *context, std::function<Work::Shown(Vault *)> job) {
    work().runBeside(context, [this, job = std::move(job)] { return job(session().vault.get()); });
}

void Person::touched() {
    if (m_state == Open) startIdle(m_lockAfter);
}

void Person::idled() {
    // A long import goes on; who waits for a node's answer does not.
    isBusy() && !isWaitingForNode() ? startIdle(m_lockAfter) : lock();
}

std::filesystem::path Person::vaultFile() const {
    return inFolder(m_profile + QStringLiteral(".vault"));
}

void Person::setFolder(const QString &folder) {
    m_folder = folder;
    enter(isThere(vaultFile()) ? Locked : Missing);
    Q_EMIT changed();
}

void Person::setProfile(const QString &profile) {
    if (profile == m_profile || profile.isEmpty()) return;
    lock();
    m_profile = profile;
    m_wrongTries = 0;
    dismiss();
    if (!m_folder.isEmpty()) enter(isThere(vaultFile()) ? Locked : Missing);
    Q_EMIT changed();
}

void Person::enter(State state) {
    if (state == m_state) return;
    m_state = state;
    Q_EMIT stateChanged();
}

void Person::setProblem(const Error &error) {
    if (error.code == ErrorCode::WrongPassphrase && m_state == Locked) ++m_wrongTries;
    SessionHolder::setProblem(error);
}

void Person::opened(std::uint64_t records) {
    m_records = static_cast<int>(records);
    m_wrongTries = 0;
    startIdle(m_lockAfter);
    dismiss();
    enter(Open);
    Q_EMIT recordsChanged();
    reloadSafekeeping();
}

void Person::reloadSafekeeping() {
    ask<Safekeeping>(
        this, [](Session &session) { return safekeepingOf(*session.vault); },
        [this](Safekeeping &&kept) {
            QList<OwnDevice> devices;
            for (const DeviceUsed &device : kept.devices)
                devices.append(
                    {localTime(device.time), static_cast<int>(device.how), utf8(device.name)});
            const bool due = !kept.backedUp || SystemClock().now() - *kept.backedUp > backupGoodFor;
            m_safekeeping = {true, kept.wordsChecked,
                             kept.backedUp ? localTime(*kept.backedUp) : QString(), due,
                             std::move(devices)};
            Q_EMIT safekeepingChanged();
        });
}

void Person::wordsAreChecked() {
    ask<Done>(
        this,
        [](Session &session) -> Result<Done> {
            APRICOT_TRY(noteWordsChecked(*session.vault));
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
    makeFolder();
    ask<Done>(
        this,
        [file = vaultFile(), secret, phrase](Session &session) -> Result<Done> {
            Wallet wallet = Wallet::create(session.random);
            if (phrase) {
                APRICOT_TRY_ASSIGN(list, loadWordList(wordLanguageOf(textOf(phrase->view()))));
                APRICOT_TRY_ASSIGN(old, Wallet::fromPhrase(textOf(phrase->view()), list));
                wallet = std::move(old);
            }
            const auto fill = [&](Vault &vault) -> Result<> {
                APRICOT_TRY(noteArrival(vault, phrase ? Arrival::Recovered : Arrival::Made,
                                        deviceName(), session.clock));
                return phrase ? noteWordsChecked(vault) : Result<>();
            };
            APRICOT_TRY(session.create(file, *secret, wallet, fill));
            return Done{0};
        },
        [this, known = phrase != nullptr](Done &&records) {
            opened(records);
            if (!known) Q_EMIT made();
        });
}

void Person::restore(const QUrl &backup, SecretField *passphrase) {
    auto secret = std::make_shared<SecretBytes>(passphrase->take());
    makeFolder();
    ask<Done>(
        this,
        [file = vaultFile(), device = deviceOf(this), backup,
         secret](Session &session) -> Result<Done> {
            APRICOT_TRY_ASSIGN(from, device->files->toRead(backup));
            APRICOT_TRY(Vault::restore(from.path, file, *secret));
            return session.keepIf([&]() -> Result<Done> {
                APRICOT_TRY(session.open(file, *secret));
                APRICOT_TRY(
                    noteArrival(*session.vault, Arrival::Restored, deviceName(), session.clock));
                return session.vault->count({});
            });
        },
        [this](Done &&records) { opened(records); });
}

void Person::unlock(SecretField *passphrase) {
    auto secret = std::make_shared<SecretBytes>(passphrase->take());
    ask<Done>(
        this,
        [file = vaultFile(), secret](Session &session) -> Result<Done> {
            APRICOT_TRY(session.open(file, *secret));
            return session.vault->count({});
        },
        [this](Done &&records) { opened(records); });
}

void Person::lock() {
    if (m_state != Open && (m_state != Locked || !isBusy())) return;
    closeAtOnce(); // said when it is so
    if (m_state != Open) return;
    stopIdle();
    m_records = 0;
    m_whose = {};
    m_safekeeping = {};
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
        [file = vaultFile(), before, after,
         keys = safe->store()](Session &session) -> Result<Changed> {
            APRICOT_TRY(session.vault->changePassphrase(*before, *after, passwordCostHere()));
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
    m_whose = {};
    Q_EMIT changed();
}

void Person::askWhose(const QUrl &file, const std::vector<Candidate> &people) {
    m_whose = {file, {}};
    for (const Candidate &one : people)
        m_whose.people.append({utf8(one.logicalId), utf8(one.name), utf8(one.birthDate),
                               static_cast<int>(one.records)});
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
        [this, device = deviceOf(this), file,
         who = who.toStdString()](Session &session) -> Result<Came> {
            Came out;
            APRICOT_TRY_ASSIGN(from, device->files->toRead(file));
            auto report = importRecords(*session.vault, from.path, who, progress());
            if (!report && report.error().code == ErrorCode::PersonChoiceNeeded) {
                APRICOT_TRY_ASSIGN(people, peopleIn(from.path, progress()));
                out.report.people = std::move(people);
                out.whose = true;
                return out;
            }
            if (!report) return report.error();
            out.report = std::move(report).value();
            APRICOT_TRY_ASSIGN(all, session.vault->count({}));
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
        [this, device = deviceOf(this), file,
         over = Replace{replace}](Session &session) -> Result<Done> {
            APRICOT_TRY_ASSIGN(to, device->files->toWrite(file));
            APRICOT_TRY(checkChosenFile(to, over));
            APRICOT_TRY_ASSIGN(bundle, apricot::exportAll(*session.vault, progress()));
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
        [this, device = deviceOf(this), file,
         over = Replace{replace}](Session &session) -> Result<Done> {
            APRICOT_TRY_ASSIGN(to, device->files->toWrite(file));
            APRICOT_TRY(backUp(*session.vault, to, session.clock, progress(), over));
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
