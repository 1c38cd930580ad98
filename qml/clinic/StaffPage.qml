// SPDX-License-Identifier: GPL-3.0-or-later
// Who is at the counter: a name and a PIN. Whoever has just typed the passphrase may add and remove
// names.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Clinic

ScrollPage {
    id: page

    required property Counter counter
    property string chosen
    readonly property bool empty: counter.staffNames.length === 0
    property bool adding: empty

    //: Heading of the screen where a clinic's staff sign in
    title: adding ? qsTr("Who works at this counter?")
        //: Heading of the screen where a clinic's staff sign in
        : qsTr("Who is there?")

    onEmptyChanged: if (!empty) adding = false

    LanguagePicker {}
    Words {
        //: Where a clinic's staff sign in
        text: page.adding ? qsTr("Each name gets a PIN of its own, so that the log says who opened what. The counter's passphrase protects the keys; the PINs only tell you apart.")
            //: Where a clinic's staff sign in
            : qsTr("Choose your name and type your PIN. What you open is noted under your name.")
    }
    Column {
        width: parent.width
        spacing: Theme.gap
        visible: !page.adding

        Repeater {
            model: page.counter.staffNames

            Choice {
                required property string modelData

                text: modelData
                checked: page.chosen === modelData
                onClicked: {
                    page.chosen = modelData
                    pin.field.forceActiveFocus()
                }
            }
        }
        SecretInput {
            id: pin

            //: Label of a field
            label: qsTr("Your PIN")
            onAccepted: go.clicked()
        }
        WordButton {
            id: go

            first: true
            enabled: !page.counter.busy && page.chosen && pin.field.length > 0
            //: Button of a clinic's staff
            text: qsTr("Sign in")
            onClicked: if (enabled) page.counter.signIn(page.chosen, pin.field)
        }
        WordButton {
            visible: page.counter.mayManageStaff
            //: Button: another name with a PIN
            text: qsTr("Add somebody")
            onClicked: page.adding = true
        }
        WordButton {
            visible: page.counter.mayManageStaff && page.chosen.length > 0
            danger: true
            //: Button; %1 is a name
            text: qsTr("Remove %1").arg(page.chosen)
            onClicked: removing.open()
        }
        AskDialog {
            id: removing

            //: Asks before a nurse or doctor can no longer sign in; %1 is a name
            title: qsTr("Remove %1 from this counter?").arg(page.chosen)
            //: Asks before a nurse or doctor can no longer sign in
            words: qsTr("They can no longer sign in here. What they opened stays in the log under their name.")
            //: Button: a nurse or doctor can no longer sign in
            yes: qsTr("Yes, remove the name")
            onAgreed: {
                page.counter.removeStaff(page.chosen)
                page.chosen = ""
            }
        }
        Words {
            quiet: true
            visible: !page.counter.mayManageStaff
            //: Where a clinic's staff sign in
            text: qsTr("To add or remove a name, lock the counter and open it with its passphrase.")
        }
    }
    Column {
        width: parent.width
        spacing: Theme.gap
        visible: page.adding

        TextInputBox {
            id: name

            //: Label of a field: of a nurse or doctor
            label: qsTr("Name, as it stands in the log")
        }
        SecretInput {
            id: fresh

            //: Label of a field
            label: qsTr("A new PIN (at least 4 characters)")
            onAccepted: add.clicked()
        }
        WordButton {
            id: add

            first: true
            enabled: !page.counter.busy && name.text.trim() && fresh.field.length > 0
            //: Button: a name with a PIN is kept
            text: qsTr("Add this name")
            onClicked: if (enabled) {
                page.counter.addStaff(name.text, fresh.field)
                page.chosen = name.text.trim()
                page.adding = page.empty
                name.text = ""
            }
        }
        WordButton {
            visible: !page.empty
            //: Button: back to the names
            text: qsTr("Back")
            onClicked: page.adding = false
        }
    }
    WordButton {
        //: Button
        text: qsTr("Lock the counter")
        onClicked: page.counter.lock()
    }
}
