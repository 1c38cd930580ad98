// SPDX-License-Identifier: GPL-3.0-or-later
// The one thread that does what must not hold up the screen: vault, ledger, cryptography, in order.
// A job runs there and returns what is then done on the GUI thread.
#pragma once

#include "base/progress.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <functional>

namespace apricot {

class Work final : public QObject {
    Q_OBJECT

  public:
    explicit Work(QObject *parent = nullptr);
    ~Work() override; // waits for the job that runs; those that wait are dropped

    using Shown = std::function<void()>;
    // `shown` is dropped when `context` is gone by then.
    void run(QObject *context, std::function<Shown()> job);

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
    void setFraction(double fraction);

    QThread m_thread;
    QObject m_there; // lives in that thread
    int m_waiting = 0;
    double m_fraction = -1;
    std::atomic<bool> m_stop = false;
    std::atomic<unsigned> m_turn = 0; // counts preempt(): jobs of an earlier turn are void
    std::atomic<bool> m_ending = false;
};

} // namespace apricot
