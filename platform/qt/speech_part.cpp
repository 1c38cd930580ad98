// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/speech_part.h"

#include <array>

namespace apricot {
namespace {

// Engines whose voices are on the device.
constexpr std::array localEngines = {"speechd", "flite", "android", "darwin",
                                     "macos",   "winrt", "sapi"};

} // namespace

bool QtSpeech::begin() {
    if (!m_engine) {
        const QStringList there = QTextToSpeech::availableEngines();
        for (const char *name : localEngines) {
            const QString engine = QString::fromLatin1(name);
            if (!there.contains(engine)) continue;
            auto made = std::make_unique<QTextToSpeech>(engine);
            if (made->state() == QTextToSpeech::Error) continue;
            connect(made.get(), &QTextToSpeech::stateChanged, this, &QtSpeech::changed);
            m_engine = std::move(made);
            break;
        }
    }
    return m_engine && m_engine->state() != QTextToSpeech::Error;
}

std::optional<QLocale> QtSpeech::voiceFor(const QLocale &language) const {
    std::optional<QLocale> near;
    for (const QLocale &voice : m_engine->availableLocales()) {
        if (voice == language) return voice;
        if (voice.language() == language.language() && !near) near = voice;
    }
    return near;
}

bool QtSpeech::speaks(const QLocale &language) {
    return begin() && voiceFor(language).has_value();
}

void QtSpeech::say(const QString &text, const QLocale &language) {
    if (!speaks(language)) return;
    m_engine->stop();
    m_engine->setLocale(*voiceFor(language));
    m_engine->say(text);
}

void QtSpeech::stop() {
    if (m_engine) m_engine->stop();
}

bool QtSpeech::isSpeaking() const {
    return m_engine && m_engine->state() == QTextToSpeech::Speaking;
}

} // namespace apricot
