// SPDX-License-Identifier: GPL-3.0-or-later
// A voice that is played: it remembers what it says and goes on speaking until it is stopped or its
// end is told. It can have no voice at all, or one for a single language.
#pragma once

#include "platform/speech.h"

#include <optional>

namespace apricot {

class SimulatedSpeech final : public Speech {
    Q_OBJECT

  public:
    [[nodiscard]] bool speaks(const QLocale &language) override;
    void say(const QString &text, const QLocale &language) override;
    void stop() override;
    [[nodiscard]] bool isSpeaking() const override { return m_speaking; }

    void setThere(bool there);             // false: the device has no voice
    void setOnly(const QLocale &language); // the one language it has a voice for
    void finish() { stop(); }              // it has said all
    [[nodiscard]] const QString &said() const { return m_said; } // the last text, whole
    [[nodiscard]] const QLocale &voice() const { return m_voice; }

  private:
    bool m_there = true, m_speaking = false;
    std::optional<QLocale> m_only;
    QString m_said;
    QLocale m_voice;
};

} // namespace apricot
