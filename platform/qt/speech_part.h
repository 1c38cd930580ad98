// SPDX-License-Identifier: GPL-3.0-or-later
// Speech by Qt TextToSpeech; on Linux that is speech-dispatcher, whose voices are on the machine.
#pragma once

#include "platform/qt/parts.h"

#include <QTextToSpeech>

#include <optional>

namespace apricot {

class QtSpeech final : public Speech {
    Q_OBJECT

  public:
    [[nodiscard]] bool speaks(const QLocale &language) override;
    void say(const QString &text, const QLocale &language) override;
    void stop() override;
    [[nodiscard]] bool isSpeaking() const override;

  private:
    [[nodiscard]] bool begin();
    [[nodiscard]] std::optional<QLocale> voiceFor(const QLocale &language) const;

    std::unique_ptr<QTextToSpeech> m_engine; // made at the first question
};

class SpeechPart final : public QObject, public Part {
    Q_OBJECT
    Q_INTERFACES(apricot::Part)
    Q_PLUGIN_METADATA(IID APRICOT_PART_IID)

  public:
    [[nodiscard]] std::unique_ptr<Speech> speech() const override {
        return std::make_unique<QtSpeech>();
    }
};

} // namespace apricot
