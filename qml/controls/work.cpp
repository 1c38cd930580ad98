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
    QMetaObject::invokeMethod(
        &m_there, [this, job = std::move(job), context = QPointer<QObject>(context)] {
            if (m_ending) return;
            m_stop = false;
            Shown shown = job();
            QMetaObject::invokeMethod(this, [this, shown = std::move(shown), context] {
                m_fraction = -1;
                --m_waiting;
                if (context && shown) shown();
                Q_EMIT changed();
            });
        });
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
