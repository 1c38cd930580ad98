// SPDX-License-Identifier: GPL-3.0-or-later
#include "person/person.h"

#include "base/file.h"
#include "controls/words.h"
#include "flows/export_records.h"
#include "flows/import_records.h"
#include "wallet/word_list.h"

#include <QCoreApplication>
#include <QEvent>

#include <chrono>

namespace apricot {
namespace {

using Done = std::uint64_t; // how many records there are then

PasswordCost costHere() {
    return calibratePasswordCost([] {
        using namespace std::chrono;
        return duration<double>(steady_clock::now().time_since_epoch()).count();
    });
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
        APRICOT_TRY_ASSIGN(found, ChosenLedger::open(ledgerPath, mailboxPath, vault.get(), clock));
        chosen = std::move(found);
    }
    return chosen.get();
}

Person::Person(QObject *parent) : Shelf(parent) {
    connect(&m_work, &Work::changed, this, &Person::changed);
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] { isBusy() ? m_idle.start() : lock(); });
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
    return std::filesystem::path(m_folder.toStdString()) / "person.vault";
}

void Person::setFolder(const QString &folder) {
    m_folder = folder;
    enter(std::filesystem::exists(vaultFile()) ? Locked : Missing);
    Q_EMIT changed();
}

void Person::enter(State state) {
    if (state == m_state) return;
    m_state = state;
    Q_EMIT stateChanged();
}

void Person::setProblem(const Error &error) {
    m_problem = inWords(error);
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
    m_idle.start(std::max(1, m_lockAfter) * 60'000);
    dismiss();
    enter(Open);
    Q_EMIT recordsChanged();
}

bool Person::same(SecretField *passphrase, SecretField *again) {
    const SecretBytes one = passphrase->copy();
    const SecretBytes two = again->copy();
    if (const auto enough = passphrase->longEnough(); !enough) {
        setProblem(enough.error());
        return false;
    }
    if (std::ranges::equal(one.view(), two.view())) return true;
    setProblem(fail(Code::PassphrasesDiffer));
    return false;
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
                APRICOT_TRY_ASSIGN(list, loadWordList(wordListPath(WordLanguage::English)));
                APRICOT_TRY_ASSIGN(old, Wallet::fromPhrase(textOf(phrase->view()), list));
                wallet = std::move(old);
            }
            std::error_code ignored; // create says what is wrong
            std::filesystem::create_directories(file.parent_path(), ignored);
            APRICOT_TRY_ASSIGN(made,
                               Vault::create(file, *secret, costHere(), stage.random, stage.clock));
            APRICOT_TRY(made->put("wallet", "seed", wallet.seed().view()));
            stage.vault = std::move(made);
            return Done{0};
        },
        [this](Done &&records) { opened(records); });
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
    if (m_state != Open) return;
    m_idle.stop();
    m_records = 0;
    dismiss();
    enter(Locked);
    Q_EMIT recordsChanged();
    m_work.run(this, [this]() -> Work::Shown {
        m_stage.chosen.reset();
        m_stage.vault.reset();
        return {};
    });
}

void Person::changePassphrase(SecretField *old, SecretField *now, SecretField *again) {
    if (!same(now, again)) return;
    again->clear();
    auto before = std::make_shared<SecretBytes>(old->take());
    auto after = std::make_shared<SecretBytes>(now->take());
    ask<Done>(
        this,
        [before, after](Stage &stage) -> Result<Done> {
            APRICOT_TRY(stage.vault->changePassphrase(*before, *after, costHere()));
            return Done{0};
        },
        //: After the passphrase was changed
        [this](Done &&) {
            setNotice(QCoreApplication::translate("Person", "Your passphrase is changed."));
        });
}

void Person::import(const QUrl &file) {
    struct Came {
        ImportReport report;
        std::uint64_t all = 0;
    };
    ask<Came>(
        this,
        [this, from = pathOf(file)](Stage &stage) -> Result<Came> {
            Came out;
            APRICOT_TRY_ASSIGN(report, importRecords(*stage.vault, from, {}, m_work.progress()));
            APRICOT_TRY_ASSIGN(all, stage.vault->count({}));
            return Came{std::move(report), all};
        },
        [this](Came &&came) {
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

void Person::exportAll(const QUrl &file) {
    ask<Done>(
        this,
        [this, to = pathOf(file)](Stage &stage) -> Result<Done> {
            APRICOT_TRY_ASSIGN(bundle, apricot::exportAll(*stage.vault, m_work.progress()));
            APRICOT_TRY(writeFile(to, viewOf(bundle)));
            return Done{0};
        },
        [this](Done &&) {
            //: After all records were written to a file
            setNotice(QCoreApplication::translate(
                "Person", "All your records are in the file now. It is not locked: whoever has the "
                          "file can read it."));
        });
}

void Person::backup(const QUrl &file) {
    ask<Done>(
        this,
        [this, to = pathOf(file)](Stage &stage) -> Result<Done> {
            APRICOT_TRY(stage.vault->backup(to, m_work.progress()));
            return Done{0};
        },
        [this](Done &&) {
            //: After a backup was written
            setNotice(QCoreApplication::translate(
                "Person", "Backed up and checked. The backup opens with the same passphrase: keep "
                          "it on another device."));
        });
}

} // namespace apricot
