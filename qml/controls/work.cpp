// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/work.h"

#include "base/waits.h"

namespace apricot {

Work::Lane::Lane() {
    there.moveToThread(&thread);
    thread.start();
}

Work::Lane::~Lane() {
    end();
}

void Work::Lane::end() {
    thread.quit();
    thread.wait();
}

Work::Work(QObject *parent) : QObject(parent) {
    // Lent only by a job that has it: between jobs nobody waits.
    QMetaObject::invokeMethod(&m_first.there, [this] {
        const auto lent = std::make_shared<bool>(false);
        setLent({[this, lent] {
                     *lent = !m_mayLend || m_mayLend();
                     if (*lent) m_vault.unlock();
                 },
                 [this, lent] {
                     if (std::exchange(*lent, false)) m_vault.lock();
                 }});
    });
}

Work::~Work() {
    m_ending = true;
    m_stop = true;
    m_first.end();
    m_beside.end();
}

void Work::run(QObject *context, std::function<Shown()> job) {
    start(m_first, context, std::move(job));
}

void Work::runBeside(QObject *context, std::function<Shown()> job) {
    start(m_beside, context, std::move(job));
}

void Work::start(Lane &lane, QObject *context, std::function<Shown()> job) {
    if (m_waiting++ == 0) Q_EMIT changed();
    const bool first = &lane == &m_first; // whose jobs report and can be stopped
    QMetaObject::invokeMethod(&lane.there, [this, job = std::move(job), turn = m_turn.load(), first,
                                            context = QPointer<QObject>(context)] {
        const std::scoped_lock mine(m_vault);
        if (m_ending) return;
        if (first) m_stop = false; // before all: preempt() may come right now
        Shown shown = turn == m_turn ? job() : Shown();
        QMetaObject::invokeMethod(this, [this, shown = std::move(shown), turn, first, context] {
            if (first) m_fraction = -1;
            --m_waiting;
            if (context && shown && turn == m_turn) shown();
            Q_EMIT changed();
        });
    });
}

void Work::preempt(const std::function<void()> &job) {
    ++m_turn;
    m_stop = true;
    QMetaObject::invokeMethod(
        &m_first.there,
        [this, &job] {
            const std::scoped_lock mine(m_vault);
            job();
        },
        Qt::BlockingQueuedConnection);
}

Progress Work::progress() {
    return [this](std::uint64_t done, std::uint64_t total) {
        const double now =
            total > 0 ? static_cast<double>(std::min(done, total)) / static_cast<double>(total)
                      : -1;
        QMetaObject::invokeMethod(this, [this, now] { setFraction(now); });
        return !m_stop;
    };
}

void Work::setFraction(double fraction) {
    if (m_fraction == fraction) return;
    m_fraction = fraction;
    Q_EMIT changed();
}

} // namespace apricot
