// SPDX-License-Identifier: GPL-3.0-or-later
// Hears that the machine slept, where nobody says so before: a timer stands still meanwhile, the
// clock on the wall does not.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace apricot {

class Wake final : public QObject {
    Q_OBJECT

  public:
    explicit Wake(QObject *parent = nullptr) : QObject(parent) {
        m_pulse.setInterval(5'000);
        connect(&m_pulse, &QTimer::timeout, this,
                [this] { beat(QDateTime::currentSecsSinceEpoch()); });
    }
    void start() {
        m_last = QDateTime::currentSecsSinceEpoch();
        m_pulse.start();
    }
    void stop() { m_pulse.stop(); }
    void beat(qint64 now) { // seconds on the wall
        constexpr qint64 slept = 60;
        if (now - std::exchange(m_last, now) > slept) Q_EMIT woke();
    }

  Q_SIGNALS:
    void woke();

  private:
    QTimer m_pulse;
    qint64 m_last = 0;
};

} // namespace apricot
