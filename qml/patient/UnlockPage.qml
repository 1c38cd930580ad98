// SPDX-License-Identifier: GPL-3.0-or-later
// The lock screen: whose record; then the finger, the PIN, or the passphrase. The finger is asked for
// at a press only: the screen also appears when nobody is there, and the reader would be taken from
// other programs, and open for whoever touches it by chance.
import QtQuick
import Apricot.Controls
import Apricot.Device
import Apricot.Patient
import Apricot.Person

ScrollPage {
    id: page

    required property Person person
    required property Profiles profiles
    property bool adding: false

    alone: true
    //: Heading of the lock screen; %1 is a person's name
    title: profiles.name ? qsTr("%1: locked").arg(profiles.name)
        //: Heading of the lock screen
        : qsTr("Your record is locked")

    function open() {
        if (!person.busy && passphrase.field.length > 0) person.unlock(passphrase.field)
    }

    LanguagePicker {}
    Column {
        width: parent.width
        spacing: 4
        visible: page.profiles.all.length > 1

        Words {
            //: Above the people whose records are on this device
            text: qsTr("Whose record?")
            font.bold: true
        }
        Repeater {
            model: page.profiles.all

            Choice {
                required property profileRow modelData
                required property int index

                //: A record on this device that has no name
                text: modelData.name || (modelData.id === "person" ? qsTr("My own")
                    //: A record on this device that has no name; %1 is a number
                    : qsTr("Record %1").arg(index + 1))
                checked: page.profiles.current === modelData.id
                onClicked: {
                    asking.end()
                    page.profiles.choose(modelData.id)
                    passphrase.field.clear()
                    passphrase.field.forceActiveFocus(Qt.TabFocusReason)
                }
            }
        }
    }
    KeySafe {
        id: safe

        onMatched: page.person.unlockWithFinger(safe)
    }
    Card {
        visible: page.person.finger

        WordButton {
            id: touch

            visible: safe.biometricsThere && !safe.asking
            first: true
            enabled: !page.person.busy
            //: Button of the lock screen, while it opens
            text: page.person.busy ? qsTr("Opening …")
                //: Button of the lock screen: asks for a fingerprint
                : qsTr("Open with my finger")
            onClicked: asking.begin()
        }
        FingerAsking {
            id: asking

            safe: safe
        }
        Words {
            visible: !safe.biometricsThere
            //: Lock screen: a fingerprint opens the record, but there is no reader
            text: qsTr("The fingerprint reader is not there now. Use your PIN or passphrase.")
        }
    }
    Card {
        visible: page.person.pin
        symbol: "key"

        SecretInput {
            id: pin

            //: Label of a field
            label: qsTr("PIN")
            onAccepted: page.person.unlockWithPin(safe, field)
        }
        WordButton {
            first: !page.person.finger
            enabled: !page.person.busy && pin.field.length > 0
            //: Button of the lock screen
            text: qsTr("Open with the PIN")
            onClicked: page.person.unlockWithPin(safe, pin.field)
        }
    }
    SecretInput {
        id: passphrase

        //: Label of a field
        label: qsTr("Passphrase")
        field.focus: true
        onAccepted: page.open()
    }
    Words {
        visible: page.person.wrongTries > 1
        //: Lock screen, after several wrong passphrases; %1 is how many
        text: qsTr("Wrong %1 times. Nothing is lost and nothing is erased, however often you try. Are capitals on? Is the keyboard in the right language? Is it the right person's record?").arg(page.person.wrongTries)
    }
    WordButton {
        first: !page.person.pin && !page.person.finger
        symbol: "lock"
        enabled: !page.person.busy && passphrase.field.length > 0
        //: Button of the lock screen, while it opens
        text: page.person.busy ? qsTr("Opening …")
            //: Button of the lock screen
            : qsTr("Open my record")
        onClicked: page.open()
    }
    WordButton {
        visible: !page.adding
        plain: true
        symbol: "add"
        //: Button of the lock screen: another person's record on this device
        text: qsTr("Someone I care for")
        onClicked: page.adding = true
    }
    Card {
        visible: page.adding
        symbol: "people"
        //: Lock screen: heading
        title: qsTr("A record for someone you care for")

        TextInputBox {
            id: name

            //: Label of a field
            label: qsTr("What shall this device call them?")
            //: Below the field for a name
            note: qsTr("Whoever holds this device sees the name on the lock screen.")
            onAccepted: if (text.trim()) page.profiles.add(text)
        }
        WordButton {
            first: true
            enabled: name.text.trim().length > 0
            //: Button: go on to make a record for someone else
            text: qsTr("Go on")
            onClicked: page.profiles.add(name.text)
        }
        WordButton {
            plain: true
            //: Button: no record for someone else
            text: qsTr("Not now")
            onClicked: page.adding = false
        }
    }
    // To what opens it most easily.
    function begin() {
        if (person.finger && safe.biometricsThere) touch.forceActiveFocus()
        else (person.pin ? pin : passphrase).field.forceActiveFocus()
    }
    readonly property bool quick: person.pin || person.finger
    onQuickChanged: begin()
    Component.onCompleted: begin()
}
