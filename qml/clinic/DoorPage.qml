// SPDX-License-Identifier: GPL-3.0-or-later
// The first start, which makes the clinic's keys, and every later one, which asks for the passphrase.
import QtQuick
import Apricot.Controls
import Apricot.Clinic
import Apricot.Device

ScrollPage {
    id: page

    required property Counter counter
    readonly property bool fresh: counter.state === Counter.Missing

    //: Heading of the clinic's first start
    title: fresh ? qsTr("Set up this counter")
        //: Heading of the clinic's lock screen
        : qsTr("This counter is locked")

    function open() {
        if (counter.busy || passphrase.field.length === 0) return
        if (!fresh) counter.unlock(passphrase.field)
        else if (name.text.trim()) file.open()
    }

    LanguagePicker {}
    TextInputBox {
        id: name

        visible: page.fresh
        //: Label of a field
        label: qsTr("The clinic's name, as patients know it")
    }
    SecretInput {
        id: passphrase

        //: Label of a field
        label: page.fresh ? qsTr("Think of a passphrase (at least 8 characters)")
            //: Label of a field
            : qsTr("Passphrase")
        onAccepted: page.fresh ? again.field.forceActiveFocus(Qt.TabFocusReason) : page.open()
    }
    SecretInput {
        id: again

        visible: page.fresh
        //: Label of a field
        label: qsTr("The same passphrase again")
        onAccepted: page.open()
    }
    Words {
        quiet: true
        visible: page.fresh
        //: Below the passphrase of a clinic's first start
        text: qsTr("Without the passphrase nobody can use this clinic's keys, and nobody can recover them.")
    }
    WordButton {
        first: true
        enabled: !page.counter.busy && passphrase.field.length > 0 && (!page.fresh || (again.field.length > 0 && name.text.trim().length > 0))
        //: Button of the clinic's first start
        text: page.fresh ? qsTr("Make the keys and save the request")
            //: Button of the clinic's lock screen
            : qsTr("Open the counter")
        onClicked: page.open()
    }
    SaveDialog {
        id: file

        defaultSuffix: "request"
        onChosen: (file, replace) => page.counter.create(name.text, passphrase.field, again.field, file, replace)
    }
}
