// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/counter.h"

#include "base/file.h"
#include "consent/grant.h"
#include "controls/words.h"
#include "exchange/qr.h"
#include "ledger/receipt.h"
#include "records/fhir_reader.h"

#include <QCoreApplication>
#include <QLocale>

#include <chrono>

namespace apricot {
namespace {

struct Done {};

PasswordCost costHere() {
    return calibratePasswordCost([] {
        using namespace std::chrono;
        return duration<double>(steady_clock::now().time_since_epoch()).count();
    });
}

QVariantMap rowOf(const Record &record) {
    const QString value = utf8(record.value);
    return {
        {QStringLiteral("title"), utf8(record.title)},
        {QStringLiteral("value"), record.unit.empty() ? value : value + u' ' + utf8(record.unit)},
        {QStringLiteral("when"), utf8(record.date.text).left(10)},
        {QStringLiteral("kind"), inWords(record.kind)}};
}

Result<std::string> codeInPicture(const std::filesystem::path &from) {
    APRICOT_TRY_ASSIGN(file, readFile(from, 64U << 20U));
    APRICOT_TRY_ASSIGN(picture, decodePicture(file));
    APRICOT_TRY_ASSIGN(texts, decodeQr(picture));
    for (const std::string &text : texts)
        if (text.starts_with(grantPrefix)) return text;
    return texts.front(); // whatever it is, it is refused by name
}

} // namespace

Result<ChosenLedger *> Counter::Stage::ledger(const std::filesystem::path &ledgerPath,
                                              const std::filesystem::path &mailboxPath) {
    if (!chosen) {
        APRICOT_TRY_ASSIGN(found, ChosenLedger::open(ledgerPath, mailboxPath, vault.get(), clock));
        chosen = std::move(found);
    }
    return chosen.get();
}

template <class T>
void Counter::ask(std::function<Result<T>(Stage &)> job, std::function<void(T &&)> shown) {
    m_work.run(this, [this, job = std::move(job), shown = std::move(shown)]() -> Work::Shown {
        auto result = std::make_shared<Result<T>>(job(m_stage));
        if (!result->ok()) return [this, result] { setProblem(result->error()); };
        return [shown, result] { shown(std::move(*result).value()); };
    });
}

Counter::Counter(QObject *parent) : QObject(parent) {
    connect(&m_work, &Work::changed, this, &Counter::changed);
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &Counter::finish);
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
    m_problem = inWords(error);
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

void Counter::create(const QString &name, SecretField *passphrase, const QUrl &request) {
    if (const auto enough = passphrase->longEnough(); !enough) {
        setProblem(enough.error());
        return;
    }
    auto secret = std::make_shared<SecretBytes>(passphrase->take());
    ask<Done>(
        [file = vaultFile(), secret, called = name.trimmed().toStdString(),
         to = std::filesystem::path(request.toLocalFile().toStdString())](
            Stage &stage) -> Result<Done> {
            std::error_code ignored; // create says what is wrong
            std::filesystem::create_directories(file.parent_path(), ignored);
            APRICOT_TRY_ASSIGN(made,
                               Vault::create(file, *secret, costHere(), stage.random, stage.clock));
            APRICOT_TRY_ASSIGN(clinic, makeDesk(*made, called, 3,
                                                {Purpose::Treatment, Purpose::Emergency,
                                                 Purpose::SecondOpinion, Purpose::Referral},
                                                stage.random));
            APRICOT_TRY(writeFile(to, encode(clinic)));
            stage.vault = std::move(made);
            return Done{};
        },
        [this](Done &&) {
            enter(Waiting);
            //: After a clinic's keys were made
            setNotice(QCoreApplication::translate(
                "Counter", "The clinic's keys are made. Give the request file to the ledger's "
                           "administrator; it holds no secret. You can open codes once it is "
                           "registered."));
        });
}

void Counter::unlock(SecretField *passphrase) {
    auto secret = std::make_shared<SecretBytes>(passphrase->take());
    ask<Done>(
        [file = vaultFile(), secret](Stage &stage) -> Result<Done> {
            APRICOT_TRY_ASSIGN(vault, Vault::open(file, *secret, stage.random, stage.clock));
            APRICOT_TRY(deskOf(*vault)); // a person's vault is told so now, not at the first code
            stage.vault = std::move(vault);
            return Done{};
        },
        [this](Done &&) {
            dismiss();
            enter(Waiting);
        });
}

void Counter::forget() {
    m_end.stop();
    m_words.clear();
    m_records.clear();
    m_eraseBy = {};
}

void Counter::lock() {
    if (m_state == Missing || m_state == Locked) return;
    finish();
    enter(Locked);
    m_work.run(this, [this]() -> Work::Shown {
        m_stage.chosen.reset();
        m_stage.vault.reset();
        return {};
    });
}

void Counter::check(std::function<Result<std::string>()> code) {
    ask<Inspection>(
        [code = std::move(code), ledger = m_ledgerPath.toStdString(),
         mailbox = m_mailboxPath.toStdString()](Stage &stage) -> Result<Inspection> {
            APRICOT_TRY_ASSIGN(text, code());
            APRICOT_TRY_ASSIGN(chosen, stage.ledger(ledger, mailbox));
            APRICOT_TRY_ASSIGN(seen, inspect(text, chosen->ledger()));
            stage.seen = seen;
            return seen;
        },
        [this](Inspection &&seen) {
            dismiss();
            const bool chinese = QLocale().language() == QLocale::Chinese;
            m_words = utf8(chinese ? seen.words.chinese : seen.words.english);
            m_eraseBy = QDateTime::fromSecsSinceEpoch(
                seen.grant.closed.eraseBy ? seen.grant.closed.eraseBy : seen.grant.open.expiry);
            enter(Checked);
            Q_EMIT changed();
        });
}

void Counter::read(const QString &code) {
    check([text = code.trimmed().toStdString()]() -> Result<std::string> { return text; });
}

void Counter::readPicture(const QUrl &file) {
    check([from = std::filesystem::path(file.toLocalFile().toStdString())] {
        return codeInPicture(from);
    });
}

void Counter::open() {
    show(true);
}

void Counter::openAgain() {
    show(false);
}

void Counter::show(bool spend) {
    if (m_state != Checked) return;
    ask<QVariantList>(
        [spend, ledger = m_ledgerPath.toStdString(),
         mailbox = m_mailboxPath.toStdString()](Stage &stage) -> Result<QVariantList> {
            APRICOT_TRY_ASSIGN(chosen, stage.ledger(ledger, mailbox));
            // Before the use is spent: without a mailbox nothing could be opened.
            APRICOT_TRY_ASSIGN(collected, chosen->neededMailbox());
            APRICOT_TRY_ASSIGN(desk, deskOf(*stage.vault));
            const std::string id = toHex(stage.seen->grant.open.id.view());
            if (spend) {
                APRICOT_TRY_ASSIGN(receipt, redeem(*stage.seen, desk, chosen->ledger(), stage.clock,
                                                   stage.random));
                APRICOT_TRY(stage.vault->put("receipts", id, encodeAnswer(receipt)));
                APRICOT_TRY(stage.vault->appendLog("redeem", "{\"grant\":\"" + id + "\"}"));
            }
            APRICOT_TRY_ASSIGN(
                resources, openRecords(*stage.seen, desk, *collected, stage.clock, stage.random));
            QVariantList out;
            for (const std::string &resource : resources) {
                APRICOT_TRY_ASSIGN(record, readResource(resource));
                out.append(rowOf(record));
            }
            APRICOT_TRY(stage.vault->appendLog(
                "open",
                "{\"grant\":\"" + id + "\",\"records\":" + std::to_string(resources.size()) + "}"));
            return out;
        },
        [this](QVariantList &&records) {
            dismiss();
            m_records = std::move(records);
            // The clock may have passed it while the ledger answered.
            const qint64 left = QDateTime::currentDateTime().msecsTo(m_eraseBy);
            m_end.start(static_cast<int>(std::clamp<qint64>(left, 0, 7LL * 86400 * 1000)));
            enter(Visiting);
            Q_EMIT changed();
        });
}

void Counter::finish() {
    if (m_state != Checked && m_state != Visiting) return;
    const bool erased = m_state == Visiting;
    forget();
    enter(Waiting);
    ask<Done>(
        [erased](Stage &stage) -> Result<Done> {
            const auto seen = std::exchange(stage.seen, std::nullopt);
            if (erased && seen && stage.vault) {
                const std::string id = toHex(seen->grant.open.id.view());
                APRICOT_TRY(stage.vault->appendLog("erase", "{\"grant\":\"" + id + "\"}"));
            }
            return Done{};
        },
        [this, erased](Done &&) {
            if (!erased) return;
            //: After a visit's records were erased at the clinic
            setNotice(QCoreApplication::translate(
                "Counter", "The visit's records are erased here, and that is noted."));
        });
}

} // namespace apricot
