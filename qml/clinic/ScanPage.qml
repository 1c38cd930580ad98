// SPDX-License-Identifier: GPL-3.0-or-later
// Step one: a patient's code is read.
import QtQuick
import Apricot.Controls
import Apricot.Clinic
import Apricot.Device

ScrollPage {
    id: page

    required property Counter counter
    readonly property shownDesk desk: counter.desk
    signal go(string to)

    function take(text: string) { scan.take(text) }

    //: Heading of the clinic's first step
    title: qsTr("Scan the patient's code")

    StepsBar { step: 0 }
    Card {
        visible: page.desk.away

        Words {
            font.bold: true
            //: At a clinic without network
            text: qsTr("⚠ The ledger cannot be reached")
        }
        Words {
            //: At a clinic without network
            text: qsTr("You can read a code and see that the patient's signature is genuine. You cannot open records now. Records that are open stay until they must be erased; letters wait here, sealed, and are sent later.")
        }
        WordButton {
            enabled: !page.counter.busy
            //: Button: asks the ledger again
            text: qsTr("Try again")
            onClicked: page.counter.refreshDesk()
        }
    }
    ScanView {
        id: scan

        hands: false // Main.qml listens, whatever is on the screen
        onFound: text => page.counter.read(text)
        onFailed: words => page.counter.complain(words)
    }
    TextInputBox {
        id: code

        //: Label of the field that a code's text can be typed or pasted into
        label: qsTr("The code")
        Keys.onReturnPressed: read.clicked()
        Keys.onEnterPressed: read.clicked()
    }
    WordButton {
        id: read

        enabled: code.text.trim().length > 0 // busy or not: it is read in its turn, a scan is not lost
        //: Button: says what a code opens; nothing is opened yet
        text: qsTr("Read the code")
        onClicked: if (enabled) {
            page.counter.read(code.text)
            code.text = ""
        }
    }
}
