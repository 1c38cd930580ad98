// SPDX-License-Identifier: GPL-3.0-or-later
// Settings: a PIN that opens the record on this device; set, or taken away.
import QtQuick
import Apricot.Controls
import Apricot.Device
import Apricot.Person

Card {
    id: card

    required property Person person
    required property KeySafe safe
    readonly property bool settable: safe.there && !person.pin

    symbol: "device"
    //: Heading of a group of settings
    title: qsTr("A PIN on this device")

    Words { text: card.safe.words }
    Words {
        visible: card.safe.there
        quiet: true
        text: card.safe.pinWords
    }
    SecretInput {
        id: passphrase

        visible: card.settable
        //: Label of a field
        label: qsTr("Passphrase, to set a PIN")
    }
    SecretInput {
        id: pin

        visible: card.settable
        //: Label of a field
        label: qsTr("New PIN (6 digits or more)")
    }
    SecretInput {
        id: again

        visible: card.settable
        //: Label of a field
        label: qsTr("The same PIN again")
    }
    WordButton {
        visible: card.settable
        enabled: !card.person.busy && passphrase.field.length > 0 && pin.field.length > 0
        //: Button
        text: qsTr("Set the PIN")
        onClicked: card.person.setPin(card.safe, passphrase.field, pin.field, again.field)
    }
    WordButton {
        visible: card.person.pin
        enabled: !card.person.busy
        //: Button: a PIN no longer opens the record
        text: qsTr("Take the PIN away")
        onClicked: card.person.forgetPin(card.safe)
    }
}
