// SPDX-License-Identifier: GPL-3.0-or-later
// The clinic's counter: its vault, who is signed in, the code that was read, and the visits that
// are open. Records are held in memory alone (flows/clinic/visit.h); the one visit that is shown is
// what the views of records read.
#pragma once

#include "clinic/counter_session.h"
#include "clinic/shown.h"
#include "controls/secret_field.h"
#include "holder/session_holder.h"

#include <QList>
#include <QTimer>
#include <QUrl>

namespace apricot {

// Its base by its whole name: else Qt's tools do not see what it has from there.
class Counter : public apricot::SessionHolder {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    // Minutes without a touch after which whoever is signed in is signed out; six times as many
    // and the counter locks itself.
    Q_PROPERTY(int signOutAfter MEMBER m_signOutAfter NOTIFY changed)

    Q_PROPERTY(QString staff READ staff NOTIFY changed) // who is signed in
    Q_PROPERTY(QStringList staffNames READ staffNames NOTIFY changed)
    // The passphrase was just typed: staff may be added and removed, until somebody signs in.
    Q_PROPERTY(bool mayManageStaff READ mayManageStaff NOTIFY changed)

    Q_PROPERTY(apricot::ShownCode code READ code NOTIFY codeChanged)

    // Of today, newest first.
    Q_PROPERTY(QList<apricot::ShownVisit> visits READ visits NOTIFY visitsChanged)
    Q_PROPERTY(apricot::ShownVisit shownVisit READ shownVisit NOTIFY visitsChanged)
    Q_PROPERTY(QString timeLeft READ timeLeft NOTIFY timeLeftChanged) // of the shown one
    Q_PROPERTY(int mostVisits READ mostOpen CONSTANT)

    Q_PROPERTY(apricot::ShownDesk desk READ desk NOTIFY deskChanged)

  public:
    enum State { Missing, Locked, SigningIn, Ready };
    Q_ENUM(State)

    explicit Counter(QObject *parent = nullptr);

    // Makes the clinic's keys; `request` gets what the ledger's administrator registers.
    Q_INVOKABLE void create(const QString &name, apricot::SecretField *passphrase,
                            apricot::SecretField *again, const QUrl &request, bool replace = false);
    Q_INVOKABLE void unlock(apricot::SecretField *passphrase);
    Q_INVOKABLE void lock(); // erases every visit
    Q_INVOKABLE void addStaff(const QString &name, apricot::SecretField *pin);
    Q_INVOKABLE void removeStaff(const QString &name);
    Q_INVOKABLE void signIn(const QString &name, apricot::SecretField *pin);
    Q_INVOKABLE void signOut(); // visits stay open, unseen, until they are due

    Q_INVOKABLE void read(const QString &text); // whatever a scanner says
    Q_INVOKABLE void readPicture(const QUrl &file);
    Q_INVOKABLE void take(const QVariant &thing);     // handed to the app: a code, a link, a file
    Q_INVOKABLE void readAgain(const QString &visit); // of one that was redeemed here
    Q_INVOKABLE void open();      // spends a use of the permission and shows the records
    Q_INVOKABLE void openAgain(); // what was redeemed before
    Q_INVOKABLE void putAside();  // what was read, unopened

    Q_INVOKABLE void show(const QString &visit); // one that is open; empty: none
    Q_INVOKABLE void finish();                   // erases the visit that is shown, and notes it
    Q_INVOKABLE void exportVisit(const QUrl &file, bool replace = false);
    Q_INVOKABLE void printVisit(const QUrl &pdf, bool replace = false); // pages to print
    Q_INVOKABLE void printVisitOn(const QString &printer); // as printVisit, on paper at once
    Q_INVOKABLE void refreshDesk();
    Q_INVOKABLE void sendWaiting();
    Q_INVOKABLE void tell(const QString &words) { setNotice(words); }
    Q_INVOKABLE void complain(const QString &words) { setProblem(words); } // a scanner's words

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString staff() const { return m_staff; }
    [[nodiscard]] QStringList staffNames() const { return m_staffNames; }
    [[nodiscard]] bool mayManageStaff() const { return m_mayManageStaff; }
    [[nodiscard]] ShownCode code() const { return m_code; }
    [[nodiscard]] QList<ShownVisit> visits() const { return m_visits; }
    [[nodiscard]] ShownVisit shownVisit() const;
    [[nodiscard]] QString timeLeft() const { return m_timeLeft; }
    [[nodiscard]] static int mostOpen() { return static_cast<int>(apricot::mostVisits); }
    [[nodiscard]] ShownDesk desk() const { return m_desk; }
    void setFolder(const QString &folder) override;
    [[nodiscard]] bool isOpen() const override { return !m_shown.isEmpty(); }

    // As SessionHolder's, on all that a counter holds.
    template <class T>
    void ask(QObject *context, std::function<Result<T>(CounterSession &)> job,
             std::function<void(T &&)> shown) {
        SessionHolder::ask<T>(
            context, [this, job = std::move(job)](Session &) { return job(m_counter); },
            std::move(shown));
    }
    [[nodiscard]] QString shownId() const { return m_shown; }
    void refreshVisits();

  Q_SIGNALS:
    void stateChanged(); // apart from the rest: screens come and go with it
    void codeChanged();
    void visitsChanged();
    void timeLeftChanged();
    void deskChanged();

  protected:
    void run(QObject *context, std::function<Work::Shown(Vault *)> job) override;
    void touched() override;
    void idled() override;
    void slept() override { lock(); }

  private:
    Counter(std::unique_ptr<CounterSession> session, QObject *parent);
    struct Done {};
    // On the visit that is shown. `shown` is not called when it was erased meanwhile, which is said
    // already.
    template <class T>
    void askShown(std::function<Result<T>(const Visit &, CounterSession &)> job,
                  std::function<void(T &&)> shown);
    void enter(State state);
    void opened(const QStringList &staff);
    void check(std::function<Result<std::string>(CounterSession &)> code);
    void begin(bool spend);
    void setCode(ShownCode code);
    void setShown(const QString &visit);
    void tick(); // once a second while visits are open
    [[nodiscard]] std::filesystem::path vaultFile() const;

    QString m_staff, m_shown;
    QString m_timeLeft;
    QStringList m_staffNames;
    ShownCode m_code;
    ShownDesk m_desk;
    QList<ShownVisit> m_visits;
    State m_state = Missing;
    bool m_mayManageStaff = false;
    int m_signOutAfter = 5;
    QTimer m_tick;
    Work m_pictures;           // reads them, beside the vault
    CounterSession &m_counter; // the session; touched in the working thread only
};

} // namespace apricot
