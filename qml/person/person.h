// SPDX-License-Identifier: GPL-3.0-or-later
// One person's vault, wallet and ledger, as the app holds them: none yet, locked, or open. All of
// it lives in the working thread; the screen sees words and states.
#pragma once

#include "controls/secret_field.h"
#include "controls/wake.h"
#include "controls/work.h"
#include "crypto/system_random.h"
#include "device/key_safe.h"
#include "flows/relayed_ledger.h"
#include "flows/safekeeping.h"
#include "records/fhir_reader.h"
#include "shelf/shelf.h"
#include "wallet/wallet.h"

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace apricot {

class Person : public Shelf {
    Q_OBJECT
    QML_ELEMENT
    // Where this person's files are, and which ledger they use (a folder or a consortium's file).
    Q_PROPERTY(QString folder MEMBER m_folder WRITE setFolder NOTIFY changed)
    // Whose, of the several on this device: the vault file's name (Profiles).
    Q_PROPERTY(QString profile READ profile WRITE setProfile NOTIFY changed)
    Q_PROPERTY(QString ledger MEMBER m_ledgerPath NOTIFY changed)
    Q_PROPERTY(QString mailbox MEMBER m_mailboxPath NOTIFY changed)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(double fraction READ fraction NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed) // empty: all is well
    Q_PROPERTY(QString notice READ notice NOTIFY changed)   // what was just done
    // The ledger is a folder of this machine: asking it calls nobody.
    Q_PROPERTY(bool ledgerIsHere READ ledgerIsHere NOTIFY changed)
    // Whole minutes without a touch after which it locks itself.
    Q_PROPERTY(int lockAfter MEMBER m_lockAfter NOTIFY changed)
    Q_PROPERTY(int records READ records NOTIFY recordsChanged)
    // A PIN opens it on this device (flows/quick_unlock.h).
    Q_PROPERTY(bool pin READ hasPin NOTIFY changed)
    // A finger or face opens it on this device.
    Q_PROPERTY(bool finger READ hasFinger NOTIFY changed)
    // How often in a row a wrong passphrase was typed.
    Q_PROPERTY(int wrongTries READ wrongTries NOTIFY changed)
    // {wordsChecked, backedUp (a time or empty), backupDue, devices: [{when, how, name}]}
    Q_PROPERTY(QVariantMap safekeeping READ safekeeping NOTIFY safekeepingChanged)
    // A file is about several people: {file, people: [{id, name, birth, records}]}; else empty.
    Q_PROPERTY(QVariantMap whose READ whose NOTIFY changed)

  public:
    enum State { Missing, Locked, Open };
    Q_ENUM(State)

    explicit Person(QObject *parent = nullptr);

    // Makes a vault with new keys, or with those of 24 words (which `words` then holds).
    Q_INVOKABLE void create(apricot::SecretField *passphrase, apricot::SecretField *again,
                            apricot::SecretField *words = nullptr);
    Q_INVOKABLE void restore(const QUrl &backup, apricot::SecretField *passphrase);
    Q_INVOKABLE void unlock(apricot::SecretField *passphrase);
    Q_INVOKABLE void unlockWithPin(apricot::KeySafe *safe, apricot::SecretField *pin);
    Q_INVOKABLE void setPin(apricot::KeySafe *safe, apricot::SecretField *passphrase,
                            apricot::SecretField *pin, apricot::SecretField *again);
    Q_INVOKABLE void forgetPin(apricot::KeySafe *safe);
    // These two after safe.matched() only; else they do nothing.
    Q_INVOKABLE void unlockWithFinger(apricot::KeySafe *safe);
    Q_INVOKABLE void enableFinger(apricot::KeySafe *safe, apricot::SecretField *passphrase);
    Q_INVOKABLE void forgetFinger(apricot::KeySafe *safe);
    Q_INVOKABLE void lock();
    // Ends PIN and finger too: what they keep is the passphrase so far.
    Q_INVOKABLE void changePassphrase(apricot::KeySafe *safe, apricot::SecretField *old,
                                      apricot::SecretField *now, apricot::SecretField *again);
    // `who` is the id of one of `whose`, when that was asked.
    Q_INVOKABLE void import(const QUrl &file, const QString &who = {});
    Q_INVOKABLE void importNothing(); // of the file that `whose` is about
    // `replace`: the person was asked whether a file of that name may go.
    Q_INVOKABLE void exportAll(const QUrl &file, bool replace = false);
    Q_INVOKABLE void backup(const QUrl &file, bool replace = false);
    Q_INVOKABLE void wordsAreChecked(); // safekeeping.h
    Q_INVOKABLE void cancel() { m_work.cancel(); }
    Q_INVOKABLE void dismiss(); // the problem or notice was read

    // What jobs work on; touched in the working thread only.
    struct Stage {
        // Cut when the vault is locked: what waits for a node lets go of it at once.
        const std::shared_ptr<net::Breaker> breaker = std::make_shared<net::Breaker>();
        SystemClock clock;
        SystemRandom random;
        std::unique_ptr<Vault> vault;
        std::unique_ptr<ChosenLedger> chosen;   // after the vault, in which it keeps its trust
        std::unique_ptr<RelayedLedger> relayed; // after both
        void forgetLedger();
        [[nodiscard]] Result<Wallet> wallet();
        // Opens the ledger at its first use. LedgerNotChosen.
        [[nodiscard]] Result<ChosenLedger *> ledger();
        // How questions about the person's relationships travel; null: directly
        // (flows/relayed_ledger.h).
        [[nodiscard]] Result<RelayedLedger *> relayedLedger();
        // By way of another operator's node where one can carry, else directly.
        [[nodiscard]] Result<Ledger *> apart();
        std::filesystem::path ledgerPath, mailboxPath;
    };
    // Runs `job` on the stage in the working thread, then `shown` with its value here; an error
    // becomes the problem that is shown.
    template <class T>
    void ask(QObject *context, std::function<Result<T>(Stage &)> job,
             std::function<void(T &&)> shown);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isBusy() const { return m_work.isBusy(); }
    [[nodiscard]] double fraction() const { return m_work.fraction(); }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString notice() const { return m_notice; }
    [[nodiscard]] int records() const { return m_records; }
    [[nodiscard]] Progress progress() { return m_work.progress(); }
    [[nodiscard]] QString profile() const { return m_profile; }
    [[nodiscard]] bool ledgerIsHere() const;
    [[nodiscard]] bool hasLedger() const { return !m_ledgerPath.isEmpty(); }
    [[nodiscard]] bool hasPin() const;
    [[nodiscard]] bool hasFinger() const;
    [[nodiscard]] int wrongTries() const { return m_wrongTries; }
    [[nodiscard]] QVariantMap safekeeping() const { return m_safekeeping; }
    [[nodiscard]] QVariantMap whose() const { return m_whose; }
    void setFolder(const QString &folder);
    void setProfile(const QString &profile);
    [[nodiscard]] bool isOpen() const override { return m_state == Open; }
    void setProblem(const Error &error) override;
    void setProblem(const QString &words);
    void setNotice(const QString &notice);

  Q_SIGNALS:
    void changed();
    void safekeepingChanged();
    void permissionsLearnt(); // what was proven of one is in the vault (flows/looked_after.h)
    void made();              // a new vault was made: its words are to be written down
    void stateChanged();      // apart from the rest: screens come and go with it

  protected:
    void run(QObject *context, std::function<Work::Shown(Vault *)> job) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

  private:
    [[nodiscard]] std::filesystem::path vaultFile() const;
    void enter(State state);
    void opened(std::uint64_t records);
    // With the passphrase that `find` gets, in the working thread, from beside the vault.
    using Find = std::function<Result<SecretBytes>(const std::filesystem::path &vault)>;
    void openQuickly(Find find, QString (*inWords)(const Error &));
    void askWhose(const QUrl &file, const std::vector<Candidate> &people);
    void reloadSafekeeping();
    [[nodiscard]] bool alike(const SecretBytes &one, const SecretBytes &two);
    [[nodiscard]] bool same(SecretField *passphrase, SecretField *again);

    QString m_profile = QStringLiteral("person");
    QVariantMap m_safekeeping, m_whose;
    int m_wrongTries = 0;
    Wake m_wake{this};
    QString m_folder, m_ledgerPath, m_mailboxPath, m_problem, m_notice;
    State m_state = Missing;
    int m_records = 0;
    int m_lockAfter = 5;
    QTimer m_idle{this};
    // Before the thread that uses it: it must outlive the thread.
    Stage m_stage;
    Work m_work;
};

template <class T>
void Person::ask(QObject *context, std::function<Result<T>(Stage &)> job,
                 std::function<void(T &&)> shown) {
    m_work.run(context,
               [this, job = std::move(job), shown = std::move(shown),
                ledger = m_ledgerPath.toStdString(),
                mailbox = m_mailboxPath.toStdString()]() -> Work::Shown {
                   if (m_stage.ledgerPath != ledger || m_stage.mailboxPath != mailbox)
                       m_stage.forgetLedger();
                   m_stage.ledgerPath = ledger;
                   m_stage.mailboxPath = mailbox;
                   auto result = std::make_shared<Result<T>>(job(m_stage));
                   if (!result->ok()) return [this, result] { setProblem(result->error()); };
                   return [shown, result] { shown(std::move(*result).value()); };
               });
}

} // namespace apricot
