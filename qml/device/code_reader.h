// SPDX-License-Identifier: GPL-3.0-or-later
// Reads codes in a camera's frames, in a thread of its own. The newest frame wins: what comes while
// one is being read replaces what waits.
#pragma once

#include "platform/camera.h"

#include <QImage>
#include <QObject>
#include <QStringList>
#include <QThread>

#include <mutex>

namespace apricot {

class CodeReader final : public QObject {
    Q_OBJECT

  public:
    explicit CodeReader(QObject *parent = nullptr);
    ~CodeReader() override;

    void offer(const std::shared_ptr<const CameraFrame> &frame); // from any thread; returns at once
    // What waits is forgotten, and nothing of an earlier frame is told any more.
    void forget();

  Q_SIGNALS:
    void seen(const QImage &preview);     // each frame that is read, small
    void found(const QStringList &texts); // ours first; never empty

  private:
    void read();

    QThread m_thread;
    QObject m_there; // lives in that thread
    std::mutex m_mutex;
    std::shared_ptr<const CameraFrame> m_waiting;
    bool m_reading = false;
    unsigned m_turn = 0;  // how many frames were read
    unsigned m_round = 0; // grows by forget()
};

// Those that are ours (APRICOT:, shlink:) before the others, otherwise as they were.
[[nodiscard]] QStringList oursFirst(const std::vector<std::string> &texts);

} // namespace apricot
