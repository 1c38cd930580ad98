// SPDX-License-Identifier: GPL-3.0-or-later
// A finger or a face that the operating system knows: an interface. Android: BiometricPrompt with a
// CryptoObject, iOS: LAContext; both release a key of the key store themselves. On Linux the answer
// is a yes or no that the app trusts, which the words in qml/device say.
#pragma once

#include <QObject>

namespace apricot {

class Biometrics : public QObject {
    Q_OBJECT

  public:
    enum class Answer { Matched, Refused, Unavailable, Cancelled };
    Q_ENUM(Answer)

    using QObject::QObject;
    // A reader is there, and this person's finger or face is known to it.
    [[nodiscard]] virtual bool isThere() const = 0;
    [[nodiscard]] virtual bool isSimulated() const { return false; }
    // Whether the key store itself waits for the finger; else only this app does.
    [[nodiscard]] virtual bool guardsKeys() const = 0;
    virtual void ask() = 0; // one answered() follows
    virtual void cancel() = 0;

  Q_SIGNALS:
    void answered(apricot::Biometrics::Answer answer);
};

} // namespace apricot
