// SPDX-License-Identifier: GPL-3.0-or-later
// Step two: what the code says and what the ledger says of it; step three is its button.
import QtQuick
import Apricot.Controls
import Apricot.Clinic

ScrollPage {
    id: page

    required property Counter counter
    readonly property shownCode code: counter.code
    readonly property bool can: code.mayOpen || code.mayOpenAgain

    //: Heading of the clinic's second step
    title: qsTr("What this code opens")

    StepsBar { step: 1 }
    Card {
        border.width: 2
        border.color: page.can ? Theme.good : Theme.danger

        Words {
            font.bold: true
            color: page.can ? Theme.good : Theme.danger
            text: (page.can ? "✓ " : "✕ ") + page.code.verdict
        }
        Words { text: page.code.why }
        Words {
            visible: text.length > 0
            text: page.code.uses
        }
        Words {
            quiet: true
            visible: text.length > 0
            text: page.code.proof
        }
    }
    WordButton {
        first: true
        visible: page.code.mayOpen
        enabled: !page.counter.busy
        //: Button: spends one use of a permission
        text: qsTr("Open the records")
        onClicked: page.counter.open()
    }
    WordButton {
        first: !page.code.mayOpen
        visible: page.code.mayOpenAgain
        enabled: !page.counter.busy
        //: Button: for a permission that this clinic has used already, which costs no further use
        text: qsTr("Show the records again")
        onClicked: page.counter.openAgain()
    }
    WordButton {
        //: Button: a code is put aside unopened
        text: page.can ? qsTr("Not this one")
            //: Button: a code that cannot be opened is put aside
            : qsTr("Scan another code")
        onClicked: page.counter.putAside()
    }
    Words {
        visible: page.code.mayOpen
        //: Below the button that opens a patient's records at a clinic
        text: qsTr("Nothing is open yet. Opening is written on the ledger, where the patient sees it.")
    }
    Card {
        visible: words.text.length > 0

        Words {
            font.bold: true
            //: Above the words that a patient agreed to
            text: qsTr("What the patient agreed to")
        }
        Words {
            id: words

            text: page.code.words
        }
    }
}
