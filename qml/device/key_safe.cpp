// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/key_safe.h"

#include "device/device_of.h"

#include <QCoreApplication>

namespace apricot {

KeySafe::~KeySafe() {
    if (std::exchange(m_asking, false)) m_device->biometrics->cancel();
}

void KeySafe::componentComplete() {
    m_device = deviceOf(this);
    connect(m_device->biometrics.get(), &Biometrics::answered, this, &KeySafe::hear);
    refresh();
}

void KeySafe::refresh() {
    m_there = m_device && m_device->keys->isThere();
    m_fingers = m_there && m_device->biometrics->isThere();
    Q_EMIT changed();
}

std::shared_ptr<KeyStore> KeySafe::store() const {
    return m_device ? std::shared_ptr<KeyStore>(m_device, m_device->keys.get()) : nullptr;
}

bool KeySafe::isSimulated() const {
    return m_device && m_device->keys->isSimulated();
}

QString KeySafe::words() const {
    if (isSimulated())
        //: What the place for keys is, on the settings screen
        return QCoreApplication::translate(
            "KeySafe", "This is a simulated key ring, for trying things out. It protects nothing, "
                       "and forgets everything when Apricot is closed.");
    if (!m_there)
        //: What the place for keys is, on the settings screen
        return QCoreApplication::translate(
            "KeySafe",
            "This device has no key ring that Apricot could use, so only your passphrase "
            "opens your records.");
    //: What the place for keys is, on the settings screen
    return QCoreApplication::translate(
        "KeySafe",
        "This device has a key ring. Apricot can keep a key in it, so that a short PIN is "
        "enough on this device.");
}

QString KeySafe::pinWords() const {
    //: What a PIN protects and what not, where it is switched on
    return QCoreApplication::translate(
        "KeySafe",
        "A PIN opens your records on this device only. After five wrong tries it is gone and your "
        "passphrase is needed, so do not forget the passphrase. Whoever copies your files, but has "
        "not this device's key ring, can do nothing with the PIN. Whoever gets into the key ring, "
        "for example by knowing how you log in here, could try out all PINs within days. Your "
        "passphrase is the stronger lock.");
}

QString KeySafe::biometricsWords() const {
    if (m_device && m_device->biometrics->guardsKeys())
        //: What a fingerprint protects and what not, where it is switched on
        return QCoreApplication::translate(
            "KeySafe", "Your finger or face opens your records on this device: the device itself "
                       "keeps the key back until it knows you. Whoever is known to this device as "
                       "you can open them.");
    //: What a fingerprint protects and what not, where it is switched on
    return QCoreApplication::translate("KeySafe", "Your finger opens your records on this device, "
                                                  "as a convenience: this computer tells Apricot "
                                                  "that it was you, and the key lies in your key "
                                                  "ring, which is open while you are logged in. "
                                                  "Whoever uses this computer as you could take it "
                                                  "without your finger. A PIN protects better, "
                                                  "the passphrase best.");
}

void KeySafe::ask() {
    if (!areBiometricsThere() || m_asking) return;
    m_asking = true;
    m_matched = false;
    Q_EMIT changed();
    m_device->biometrics->ask();
}

void KeySafe::cancel() {
    if (m_asking) m_device->biometrics->cancel();
}

void KeySafe::hear(Biometrics::Answer answer) {
    if (!m_asking) return; // somebody else asked
    m_asking = false;
    Q_EMIT changed();
    switch (answer) {
    case Biometrics::Answer::Matched:
        m_matched = true;
        Q_EMIT matched();
        break;
    case Biometrics::Answer::Refused:
        //: After a finger that is not the right one
        Q_EMIT refused(QCoreApplication::translate(
            "KeySafe", "That was not a finger this device knows. Try again, or use your PIN or "
                       "passphrase."));
        break;
    case Biometrics::Answer::Unavailable:
        //: When the fingerprint reader does not work
        Q_EMIT refused(QCoreApplication::translate(
            "KeySafe", "The fingerprint reader does not answer. Use your PIN or passphrase."));
        break;
    case Biometrics::Answer::Cancelled:
        break;
    }
}

} // namespace apricot
