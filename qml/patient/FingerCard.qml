// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: a finger that opens the record on this device; switched on with the passphrase and one
// match, or off.
import QtQuick
import Apricot.Controls
import Apricot.Device
import Apricot.Person

Card {
    id: card

    required property Person person
    property KeySafe safe: KeySafe {
        onMatched: card.person.enableFinger(card.safe, passphrase.field)
    }
    readonly property bool settable: safe.biometricsThere && !person.finger

    visible: safe.there
    symbol: "person"
    //: Heading of a group of settings
    title: qsTr("Your finger on this device")

    Words {
        text: card.safe.biometricsThere ? card.safe.biometricsWords
            //: Settings: why no fingerprint can open the record
            : qsTr("This device has no fingerprint reader, or knows no finger of yours. Teach it your finger in the device's own settings, then come back here.")
    }
    SecretInput {
        id: passphrase

        visible: card.settable
        //: Label of a field
        label: qsTr("Passphrase, to use your finger")
    }
    WordButton {
        visible: card.settable && !card.safe.asking
        enabled: !card.person.busy && passphrase.field.length > 0
        //: Button
        text: qsTr("Open with my finger from now on")
        onClicked: asking.begin()
    }
    FingerAsking {
        id: asking

        safe: card.safe
    }
    WordButton {
        visible: card.person.finger
        enabled: !card.person.busy
        //: Button: a finger no longer opens the record
        text: qsTr("No longer with my finger")
        onClicked: card.person.forgetFinger(card.safe)
    }
}
