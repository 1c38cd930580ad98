// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/speaker.h"

#include "device/device_of.h"

#include <QCoreApplication>

namespace apricot {

Speaker::~Speaker() {
    if (m_device && isSpeaking()) m_device->speech->stop();
}

void Speaker::componentComplete() {
    m_device = deviceOf(this);
    connect(m_device->speech.get(), &Speech::changed, this, &Speaker::changed);
    Q_EMIT changed();
}

QLocale Speaker::locale() const {
    return m_language.isEmpty() ? QLocale() : QLocale(m_language);
}

bool Speaker::isAvailable() const {
    return m_device && m_device->speech->speaks(locale());
}

bool Speaker::isSpeaking() const {
    return m_device && m_device->speech->isSpeaking();
}

QString Speaker::problem() const {
    if (!m_device || isAvailable()) return {};
    //: Where the app would read a summary aloud, but no voice is installed
    return QCoreApplication::translate(
        "Speaker", "This device has no voice for your language, so it cannot read to you. Whoever "
                   "looks after the device for you can add a voice.");
}

void Speaker::setLanguage(const QString &language) {
    if (language == m_language) return;
    stop();
    m_language = language;
    Q_EMIT changed();
}

void Speaker::speak(const QString &text) {
    if (isAvailable()) m_device->speech->say(text, locale());
}

void Speaker::stop() {
    if (m_device) m_device->speech->stop();
}

} // namespace apricot
