// SPDX-License-Identifier: GPL-3.0-or-later
// Speaks a text aloud, with voices that are on this device only: no text goes over the network.
// Android and iOS: Qt TextToSpeech is there as well (platform/qt).
#pragma once

#include <QLocale>
#include <QObject>

namespace apricot {

class Speech : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;
    // A voice of that language is there. The first question may take a moment (an engine starts).
    [[nodiscard]] virtual bool speaks(const QLocale &language) = 0;
    virtual void say(const QString &text, const QLocale &language) = 0; // stops what is said now
    virtual void stop() = 0;
    [[nodiscard]] virtual bool isSpeaking() const = 0;

  Q_SIGNALS:
    void changed(); // speaking or not; voices came
};

} // namespace apricot
