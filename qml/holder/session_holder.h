// SPDX-License-Identifier: GPL-3.0-or-later
// A vault with its ledger as a screen holds them, a person's or a clinic's: what is worked on lives
// in the working thread; the screen sees words. Locking comes before whatever is under way.
#pragma once

#include "controls/wake.h"
#include "controls/work.h"
#include "session/session.h"
#include "shelf/shelf.h"

#include <QTimer>

namespace apricot {

// Its base by its whole name: else Qt's tools do not see what it has from there.
class SessionHolder : public apricot::Shelf {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Person and Counter are such.")
    // Where its files are, and which ledger it uses (a folder or a consortium's file).
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY changed)
    Q_PROPERTY(QString ledger MEMBER m_ledgerPath NOTIFY changed)
    Q_PROPERTY(QString mailbox MEMBER m_mailboxPath NOTIFY changed)
    // The ledger is a folder of this machine: asking it calls nobody.
    Q_PROPERTY(bool ledgerIsHere READ ledgerIsHere NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(double fraction READ fraction NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed) // empty: all is well
    Q_PROPERTY(QString notice READ notice NOTIFY changed)   // what was just done

  public:
    Q_INVOKABLE void cancel() { m_work.cancel(); }
    Q_INVOKABLE void dismiss(); // the problem or notice was read

    // Runs `job` on the session in the working thread, then `shown` with its value here; an error
    // becomes the problem that is shown.
    template <class T>
    void ask(QObject *context, std::function<Result<T>(Session &)> job,
             std::function<void(T &&)> shown);

    [[nodiscard]] bool isBusy() const { return m_work.isBusy(); }
    [[nodiscard]] double fraction() const { return m_work.fraction(); }
    [[nodiscard]] Progress progress() { return m_work.progress(); }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString notice() const { return m_notice; }
    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] bool hasLedger() const { return !m_ledgerPath.isEmpty(); }
    [[nodiscard]] bool ledgerIsHere() const;
    virtual void setFolder(const QString &folder) = 0;
    void setProblem(const Error &error) override;
    void setProblem(const QString &words);
    void setNotice(const QString &notice);

  Q_SIGNALS:
    void changed();

  protected:
    // Which may be more than a Session; touched in the working thread only.
    SessionHolder(std::unique_ptr<Session> session, QObject *parent);
    [[nodiscard]] Work &work() { return m_work; }
    [[nodiscard]] Session &session() { return *m_session; }
    [[nodiscard]] std::filesystem::path inFolder(const QString &name) const;
    // Not when the folder may not be looked into.
    [[nodiscard]] static bool isThere(const std::filesystem::path &vault);
    void makeFolder() const; // before a vault is made; who makes it says what is wrong
    // Whoever lies idle for so long, or has slept, is to be locked.
    void startIdle(int minutes);
    void stopIdle();
    [[nodiscard]] bool isWaitingForNode() const { return m_session->breaker->isWaiting(); }
    // The keys are gone when it returns, whatever is under way; `before` runs in the working thread
    // while they are still there.
    void closeAtOnce(const std::function<void()> &before = {});
    bool eventFilter(QObject *watched, QEvent *event) override;

    virtual void touched() = 0; // a key, a finger, the mouse: somebody is there
    virtual void idled() = 0;
    virtual void slept() = 0; // the machine did

    QString m_folder;

  private:
    QString m_ledgerPath, m_mailboxPath, m_problem, m_notice;
    QTimer m_idle{this};
    Wake m_wake{this};
    // Before the thread that uses it: it must outlive the thread.
    std::unique_ptr<Session> m_session;
    Work m_work;
};

template <class T>
void SessionHolder::ask(QObject *context, std::function<Result<T>(Session &)> job,
                        std::function<void(T &&)> shown) {
    m_work.run(context,
               [this, job = std::move(job), shown = std::move(shown),
                ledger = m_ledgerPath.toStdString(),
                mailbox = m_mailboxPath.toStdString()]() -> Work::Shown {
                   m_session->use(ledger, mailbox);
                   auto result = std::make_shared<Result<T>>(job(*m_session));
                   if (!result->ok()) return [this, result] { setProblem(result->error()); };
                   return [shown, result] { shown(std::move(*result).value()); };
               });
}

} // namespace apricot
