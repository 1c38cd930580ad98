// SPDX-License-Identifier: GPL-3.0-or-later
// Speaker { }: reads a text aloud in the app's language, with a voice that is on this device, or
// says that there is none.
#pragma once

#include "platform/device.h"

#include <QObject>
#include <QQmlParserStatus>
#include <QtQml/qqmlregistration.h>

namespace apricot {

class Speaker : public QObject, public QQmlParserStatus {
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ELEMENT
    // "zh_CN", "en" ...; empty: the app's language.
    Q_PROPERTY(QString language MEMBER m_language WRITE setLanguage NOTIFY changed)
    // A voice of that language is there. Asking starts the system's speech engine.
    Q_PROPERTY(bool available READ isAvailable NOTIFY changed)
    Q_PROPERTY(bool speaking READ isSpeaking NOTIFY changed)
    // Why nothing can be read aloud, and what to do; empty when available.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

  public:
    using QObject::QObject;
    ~Speaker() override;
    void classBegin() override {}
    void componentComplete() override;

    Q_INVOKABLE void speak(const QString &text);
    Q_INVOKABLE void stop();

    [[nodiscard]] bool isAvailable() const;
    [[nodiscard]] bool isSpeaking() const;
    [[nodiscard]] QString problem() const;
    void setLanguage(const QString &language);

  Q_SIGNALS:
    void changed();

  private:
    [[nodiscard]] QLocale locale() const;

    std::shared_ptr<Device> m_device; // null until complete
    QString m_language;
};

} // namespace apricot
