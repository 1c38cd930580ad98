// SPDX-License-Identifier: GPL-3.0-or-later
// A patient's code: read, then checked in words, then opened.
import QtQuick
import QtQuick.Dialogs
import Apricot.Controls
import Apricot.Clinic

ScrollPage {
    id: page

    required property Counter counter
    readonly property bool checked: counter.state === Counter.Checked

    //: Heading of the clinic's first step
    title: checked ? qsTr("What this code opens")
        //: Heading of the clinic's first step
        : qsTr("Scan the patient's code")

    Column {
        width: parent.width
        spacing: Theme.gap
        visible: !page.checked

        Words {
            //: How a code gets in
            text: qsTr("Point the hand scanner at the code, or paste what it says here. A picture of the code works too: choose it, or drop it on this window.")
        }
        TextInputBox {
            id: code

            //: Label of the field that a hand scanner types into
            label: qsTr("The code")
            Keys.onReturnPressed: read.clicked()
            Keys.onEnterPressed: read.clicked()
        }
        WordButton {
            id: read

            first: true
            enabled: code.text.trim().length > 0 && !page.counter.busy
            //: Button: says what a code opens; nothing is opened yet
            text: qsTr("Read the code")
            onClicked: if (enabled) {
                page.counter.read(code.text)
                code.text = ""
            }
        }
        WordButton {
            enabled: !page.counter.busy
            //: Button
            text: qsTr("Choose a picture of the code")
            onClicked: file.open()
        }
        WordButton {
            //: Button
            text: qsTr("Lock the counter")
            onClicked: page.counter.lock()
        }
    }
    Column {
        width: parent.width
        spacing: Theme.gap
        visible: page.checked

        Card {
            Words { text: page.counter.words }
        }
        Words {
            //: Above the button that opens a patient's records at a clinic
            text: qsTr("Nothing is open yet. Opening is written on the ledger, where the patient sees it.")
        }
        WordButton {
            first: true
            enabled: !page.counter.busy
            //: Button: spends one use of a permission
            text: qsTr("Open the records")
            onClicked: page.counter.open()
        }
        WordButton {
            enabled: !page.counter.busy
            //: Button: for a permission that this clinic has used already, which costs no further use
            text: qsTr("We opened this before: show it again")
            onClicked: page.counter.openAgain()
        }
        WordButton {
            //: Button: a code is put aside unopened
            text: qsTr("Not this one")
            onClicked: page.counter.finish()
        }
    }
    FileDialog {
        id: file

        onAccepted: page.counter.readPicture(selectedFile)
    }
    DropArea {
        parent: page
        anchors.fill: parent
        onDropped: drop => {
            if (drop.hasUrls) page.counter.readPicture(drop.urls[0])
            else if (drop.hasText) page.counter.read(drop.text)
        }
    }
}
