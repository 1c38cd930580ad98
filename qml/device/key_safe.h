// SPDX-License-Identifier: GPL-3.0-or-later
// KeySafe { }: the device's key store as screens speak of it: whether it is there, and in plain
// words what a PIN or a finger protects and what not. C++ takes the store itself from store().
#pragma once

#include "platform/device.h"

#include <QObject>
#include <QQmlParserStatus>
#include <QtQml/qqmlregistration.h>

#include <utility>

namespace apricot {

class KeySafe : public QObject, public QQmlParserStatus {
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ELEMENT
    Q_PROPERTY(bool there READ isThere NOTIFY changed)
    Q_PROPERTY(bool biometricsThere READ areBiometricsThere NOTIFY changed)
    Q_PROPERTY(bool simulated READ isSimulated NOTIFY changed)
    Q_PROPERTY(QString words READ words NOTIFY changed) // what the safe is, or why there is none
    Q_PROPERTY(QString pinWords READ pinWords NOTIFY changed) // what a PIN protects, and what not
    Q_PROPERTY(QString biometricsWords READ biometricsWords NOTIFY changed)
    Q_PROPERTY(bool asking READ isAsking NOTIFY changed) // a finger is waited for

  public:
    using QObject::QObject;
    ~KeySafe() override; // lets go of the reader
    void classBegin() override {}
    void componentComplete() override;

    Q_INVOKABLE void refresh(); // asks the system again
    // Asks for the finger: matched() or refused(words) follows, or nothing after cancel().
    Q_INVOKABLE void ask();
    Q_INVOKABLE void cancel();

    // Whether a finger matched since this was last asked: one match is good for one thing.
    [[nodiscard]] bool takeMatch() { return std::exchange(m_matched, false); }
    [[nodiscard]] bool isThere() const { return m_there; }
    [[nodiscard]] bool areBiometricsThere() const { return m_there && m_fingers; }
    [[nodiscard]] bool isSimulated() const;
    [[nodiscard]] bool isAsking() const { return m_asking; }
    [[nodiscard]] QString words() const;
    [[nodiscard]] QString pinWords() const;
    [[nodiscard]] QString biometricsWords() const;
    // Keeps the whole device alive; for the working thread. Null before the screen is complete.
    [[nodiscard]] std::shared_ptr<KeyStore> store() const;

  Q_SIGNALS:
    void changed();
    void matched();
    void refused(const QString &words);

  private:
    void hear(Biometrics::Answer answer);

    std::shared_ptr<Device> m_device;
    bool m_there = false, m_fingers = false, m_asking = false, m_matched = false;
};

} // namespace apricot
