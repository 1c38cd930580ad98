// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/code_reader.h"

#include "device/grey.h"

namespace apricot {
namespace {

constexpr int widestPreview = 960; // pixels

bool isOurs(const std::string &text) {
    return text.starts_with("APRICOT:") || text.find("shlink:/") != std::string::npos;
}

} // namespace

QStringList oursFirst(const std::vector<std::string> &texts) {
    QStringList ours, others;
    for (const std::string &text : texts)
        (isOurs(text) ? ours : others).append(QString::fromStdString(text));
    return ours + others;
}

CodeReader::CodeReader(QObject *parent) : QObject(parent) {
    m_there.moveToThread(&m_thread);
    m_thread.start(QThread::LowPriority);
}

CodeReader::~CodeReader() {
    forget();
    m_thread.quit();
    m_thread.wait();
}

void CodeReader::offer(const std::shared_ptr<const CameraFrame> &frame) {
    const std::scoped_lock lock(m_mutex);
    m_waiting = frame;
    if (m_reading) return;
    m_reading = true;
    QMetaObject::invokeMethod(&m_there, [this] { read(); });
}

void CodeReader::forget() {
    const std::scoped_lock lock(m_mutex);
    m_waiting.reset();
    ++m_round;
}

void CodeReader::read() {
    for (;;) {
        std::shared_ptr<const CameraFrame> frame;
        unsigned round = 0;
        {
            const std::scoped_lock lock(m_mutex);
            frame = std::exchange(m_waiting, {});
            round = m_round;
            m_reading = frame != nullptr;
        }
        if (!frame) return;
        const auto tell = [this, round](auto &&what) {
            QMetaObject::invokeMethod(this, [this, round, what] {
                if (round == m_round) what(); // m_round changes in this thread only
            });
        };
        if (const QImage preview = frame->preview(widestPreview); !preview.isNull())
            tell([this, preview] { Q_EMIT seen(preview); });
        const QImage grey = frame->grey();
        if (grey.isNull()) continue;
        if (const auto texts = decodeFrame(greyOf(grey), m_turn++); texts.ok())
            tell([this, all = oursFirst(*texts)] { Q_EMIT found(all); });
    }
}

} // namespace apricot
