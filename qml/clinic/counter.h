// SPDX-License-Identifier: GPL-3.0-or-later
// The clinic's counter: its vault, and the one visit that is read, checked or open. Records are
// held in memory alone and dropped when the permission says so.
#pragma once

#include "controls/secret_field.h"
#include "controls/work.h"
#include "crypto/system_random.h"
#include "flows/chosen_ledger.h"
#include "flows/desk.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace apricot {

class Counter : public QObject {
    Q_OBJECT
    QML_ELEMENT
    // Where the clinic's files are, and which ledger it uses (a folder or a consortium's file).
    Q_PROPERTY(QString folder MEMBER m_folder WRITE setFolder NOTIFY changed)
    Q_PROPERTY(QString ledger MEMBER m_ledgerPath NOTIFY changed)
    Q_PROPERTY(QString mailbox MEMBER m_mailboxPath NOTIFY changed)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed) // empty: all is well
    Q_PROPERTY(QString notice READ notice NOTIFY changed)   // what was just done
    Q_PROPERTY(QString words READ words NOTIFY changed)     // of the permission that was read
    Q_PROPERTY(QDateTime eraseBy READ eraseBy NOTIFY changed)
    Q_PROPERTY(QVariantList records READ records NOTIFY changed) // title, value, when, kind

  public:
    // Waiting: unlocked, nothing read. Checked: read, nothing redeemed. Visiting: records are open.
    enum State { Missing, Locked, Waiting, Checked, Visiting };
    Q_ENUM(State)

    explicit Counter(QObject *parent = nullptr);

    // Makes the clinic's keys; `request` gets what the ledger's administrator registers.
    Q_INVOKABLE void create(const QString &name, apricot::SecretField *passphrase,
                            const QUrl &request);
    Q_INVOKABLE void unlock(apricot::SecretField *passphrase);
    Q_INVOKABLE void lock();
    Q_INVOKABLE void read(const QString &code); // as a hand scanner types it
    Q_INVOKABLE void readPicture(const QUrl &file);
    Q_INVOKABLE void open();      // spends a use of the permission and shows the records
    Q_INVOKABLE void openAgain(); // what was redeemed before, after a power cut
    Q_INVOKABLE void finish();    // erases what is shown, and notes it
    Q_INVOKABLE void dismiss();   // the problem or notice was read

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isBusy() const { return m_work.isBusy(); }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString notice() const { return m_notice; }
    [[nodiscard]] QString words() const { return m_words; }
    [[nodiscard]] QDateTime eraseBy() const { return m_eraseBy; }
    [[nodiscard]] QVariantList records() const { return m_records; }
    void setFolder(const QString &folder);

  Q_SIGNALS:
    void changed();
    void stateChanged(); // apart from the rest: screens come and go with it

  private:
    // What jobs work on; touched in the working thread only.
    struct Stage {
        SystemClock clock;
        SystemRandom random;
        std::unique_ptr<Vault> vault;
        std::unique_ptr<ChosenLedger> chosen; // after the vault, in which it keeps its trust
        std::optional<Inspection> seen;
        [[nodiscard]] Result<ChosenLedger *> ledger(const std::filesystem::path &ledger,
                                                    const std::filesystem::path &mailbox);
    };
    template <class T>
    void ask(std::function<Result<T>(Stage &)> job, std::function<void(T &&)> shown);
    void check(std::function<Result<std::string>()> code);
    void show(bool spend);
    void enter(State state);
    void forget();
    void setProblem(const Error &error);
    void setNotice(const QString &notice);
    [[nodiscard]] std::filesystem::path vaultFile() const;

    QString m_folder, m_ledgerPath, m_mailboxPath, m_problem, m_notice, m_words;
    QDateTime m_eraseBy;
    QVariantList m_records;
    State m_state = Missing;
    QTimer m_end;
    // Before the thread that uses it: it must outlive the thread.
    Stage m_stage;
    Work m_work;
};

} // namespace apricot
