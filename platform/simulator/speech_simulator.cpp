// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/simulator/speech_simulator.h"

namespace apricot {

bool SimulatedSpeech::speaks(const QLocale &language) {
    return m_there && (!m_only || m_only->language() == language.language());
}

void SimulatedSpeech::say(const QString &text, const QLocale &language) {
    if (!speaks(language)) return;
    m_said = text;
    m_voice = language;
    m_speaking = true;
    Q_EMIT changed();
}

void SimulatedSpeech::stop() {
    if (!m_speaking) return;
    m_speaking = false;
    Q_EMIT changed();
}

void SimulatedSpeech::setThere(bool there) {
    m_there = there;
    if (!there) m_speaking = false;
    Q_EMIT changed();
}

void SimulatedSpeech::setOnly(const QLocale &language) {
    m_only = language;
    Q_EMIT changed();
}

} // namespace apricot
