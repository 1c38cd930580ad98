// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/work.h"

namespace apricot {

Work::Work(QObject *parent) : QObject(parent) {
    m_there.moveToThread(&m_thread);
    m_thread.start();
}

Work::~Work() {
    m_ending = true;
    m_stop = true;
    m_thread.quit();
    m_thread.wait();
}

void Work::run(QObject *context, std::function<Shown()> job) {
    if (m_waiting++ == 0) Q_EMIT changed();
    QMetaObject::invokeMethod(&m_there, [this, job = std::move(job), turn = m_turn.load(),
                                         context = QPointer<QObject>(context)] {
        if (m_ending) return;
        m_stop = false; // first: preempt() may come right now
        Shown shown = turn == m_turn ? job() : Shown();
        QMetaObject::invokeMethod(this, [this, shown = std::move(shown), turn, context] {
            m_fraction = -1;
            --m_waiting;
            if (context && shown && turn == m_turn) shown();
            Q_EMIT changed();
        });
    });
}

void Work::preempt(const std::function<void()> &job) {
    ++m_turn;
    m_stop = true;
    QMetaObject::invokeMethod(&m_there, job, Qt::BlockingQueuedConnection);
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
