// SPDX-License-Identifier: GPL-3.0-or-later
// What must not hold up the screen, in order: vault, ledger, cryptography, in a thread of their
// own. A job runs there and returns what is then done on the GUI thread.
//
// Beside it a second thread for those who only read the vault: it has its turn between jobs, and
// while the first waits for a node's answer (base/waits.h). One at a time has the vault.
#pragma once

#include "base/progress.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <functional>
#include <mutex>

namespace apricot {

class Work final : public QObject {
    Q_OBJECT

  public:
    explicit Work(QObject *parent = nullptr);
    ~Work() override; // waits for the job that runs; those that wait are dropped

    using Shown = std::function<void()>;
    // `shown` is dropped when `context` is gone by then.
    void run(QObject *context, std::function<Shown()> job);
    // The same in the second thread. Needs nothing of the network.
    void runBeside(QObject *context, std::function<Shown()> job);
    // Asked in the first thread before it waits: whether others may have the vault meanwhile.
    void lendWhen(std::function<bool()> mayLend) { m_mayLend = std::move(mayLend); }

    [[nodiscard]] bool isBusy() const { return m_waiting > 0; }
    [[nodiscard]] double fraction() const { return m_fraction; } // 0 to 1; -1: nobody counts
    void cancel() { m_stop = true; }
    // Before all else: what runs is asked to stop, what waits is dropped with all that it holds,
    // and nothing of either is shown any more. Returns when `job` has run. What waits on a network
    // must be cut by whoever calls (net/breaker.h).
    void preempt(const std::function<void()> &job);
    // For the job that runs: reports to `fraction` and hears of cancel().
    [[nodiscard]] Progress progress();

  Q_SIGNALS:
    void changed();

  private:
    // A thread and what lives in it.
    struct Lane {
        QThread thread;
        QObject there;
        Lane();
        ~Lane();
        void end();
    };
    void start(Lane &lane, QObject *context, std::function<Shown()> job);
    void setFraction(double fraction);

    std::function<bool()> m_mayLend;
    std::mutex m_vault; // who has it may touch the vault
    Lane m_first, m_beside;
    int m_waiting = 0;
    double m_fraction = -1;
    std::atomic<bool> m_stop = false;
    std::atomic<unsigned> m_turn = 0; // counts preempt(): jobs of an earlier turn are void
    std::atomic<bool> m_ending = false;
};

} // namespace apricot
