// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Apricot.Controls
import Apricot.Person

ScrollPage {
    id: page

    required property Person person

    //: Heading of the lock screen
    title: qsTr("Your record is locked")

    function open() {
        if (!person.busy && passphrase.field.length > 0) person.unlock(passphrase.field)
    }

    SecretInput {
        id: passphrase

        //: Label of a field
        label: qsTr("Passphrase")
        field.focus: true
        onAccepted: page.open()
    }
    WordButton {
        first: true
        enabled: !page.person.busy && passphrase.field.length > 0
        //: Button of the lock screen, while it opens
        text: page.person.busy ? qsTr("Opening …")
            //: Button of the lock screen
            : qsTr("Open my record")
        onClicked: page.open()
    }
    Component.onCompleted: passphrase.field.forceActiveFocus()
}
