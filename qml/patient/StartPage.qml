// SPDX-License-Identifier: GPL-3.0-or-later
// The first start: a new record, one from a backup, or one's keys from the 24 words.
import QtQuick
import QtQuick.Dialogs
import Apricot.Controls
import Apricot.Person

ScrollPage {
    id: page

    required property Person person
    property string way: "new"

    //: Heading of the first start
    title: qsTr("Your health record, in your hands")

    Words {
        //: First start: what the app is
        text: qsTr("Apricot keeps your records on this device, locked. Nobody sees them unless you let them.")
    }
    Choice {
        //: First start: choice
        text: qsTr("I am new here")
        checked: page.way === "new"
        onClicked: page.way = "new"
    }
    Choice {
        //: First start: choice; from another phone or after a loss
        text: qsTr("I have a backup from another device")
        checked: page.way === "backup"
        onClicked: page.way = "backup"
    }
    Choice {
        //: First start: choice
        text: qsTr("I only have my 24 words")
        checked: page.way === "words"
        onClicked: page.way = "words"
    }
    SecretInput {
        id: words

        //: Label of the field for the recovery words
        label: qsTr("Your 24 words, with spaces between them")
        words: true
        visible: page.way === "words"
    }
    SecretInput {
        id: passphrase

        //: Label of a field
        label: page.way === "backup" ? qsTr("Passphrase of the backup")
            //: Label of a field
            : qsTr("Think of a passphrase (at least 8 characters)")
    }
    SecretInput {
        id: again

        //: Label of a field
        label: qsTr("The same passphrase again")
        visible: page.way !== "backup"
    }
    Words {
        quiet: true
        //: First start: what a loss means
        text: qsTr("If you forget the passphrase, nobody can open your record again: not we, not the hospital. Write it down and keep it at home, and keep a backup on another device.")
    }
    WordButton {
        first: true
        enabled: !page.person.busy
        //: Button of the first start
        text: page.way === "backup" ? qsTr("Choose the backup file and open it")
            //: Button of the first start
            : qsTr("Make my record")
        onClicked: {
            if (page.way === "backup") file.open()
            else page.person.create(passphrase.field, again.field, page.way === "words" ? words.field : null)
        }
    }
    FileDialog {
        id: file

        onAccepted: page.person.restore(selectedFile, passphrase.field)
    }
}
