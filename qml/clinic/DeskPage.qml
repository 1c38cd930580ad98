// SPDX-License-Identifier: GPL-3.0-or-later
// The clinic and this desk as the ledger proves them, and the letters that wait.
import QtQuick
import Apricot.Controls
import Apricot.Clinic

ScrollPage {
    id: page

    required property Counter counter
    readonly property shownDesk desk: counter.desk

    //: Heading of the screen about a clinic's registration
    title: qsTr("This clinic and this desk")

    Card {
        border.width: 2
        border.color: page.desk.good ? Theme.good : Theme.danger

        Words {
            font.bold: true
            visible: text.length > 0
            text: page.desk.name
        }
        Words {
            color: page.desk.good ? Theme.good : Theme.danger
            text: (page.desk.good ? "✓ " : "✕ ") + page.desk.verdict
        }
        Words {
            quiet: true
            visible: page.desk.proof !== ""
            //: Of a clinic's registration; %1 is a date and time
            text: qsTr("Proven by the ledger as of %1").arg(page.desk.proof)
        }
        Words {
            quiet: true
            visible: page.desk.away && page.desk.name !== ""
            //: Of a clinic's registration, when the ledger is out of reach
            text: qsTr("What stands below is what the ledger showed last.")
        }
    }
    Card {
        visible: page.desk.clearance !== ""

        Words {
            font.bold: true
            //: Above what a clinic may open
            text: qsTr("May open")
        }
        Words { text: page.desk.clearance }
        Words {
            font.bold: true
            //: Above the purposes for which a clinic may open records
            text: qsTr("For these purposes")
        }
        Words { text: page.desk.purposes }
        Words {
            font.bold: true
            //: Above what the organisation is registered as
            text: qsTr("Registered as")
        }
        Words { text: page.desk.kind }
        Words {
            visible: page.desk.own !== ""
            font.bold: true
            //: Above whose hands this desk's key is in
            text: qsTr("This desk")
        }
        Words {
            visible: page.desk.own !== ""
            text: page.desk.own
        }
    }
    Card {
        visible: page.desk.standing !== ""

        Words {
            font.bold: true
            //: Above how the consortium has restricted the organisation
            text: qsTr("Restricted")
        }
        Words { text: page.desk.standing }
    }
    Card {
        Words {
            font.bold: true
            //: Above the digits that stand for a desk's key
            text: qsTr("Key of this desk")
        }
        Words {
            font.family: "monospace"
            text: page.desk.fingerprint
        }
        Words {
            quiet: true
            //: Below the digits that stand for a desk's key
            text: qsTr("Compare it with your administrator's list when a desk is registered. It is not secret.")
        }
        Words {
            quiet: true
            visible: page.desk.chain !== ""
            //: %1 is a ledger's name
            text: qsTr("Ledger: %1").arg(page.desk.chain)
        }
    }
    Card {
        visible: page.desk.waiting > 0

        Words {
            font.bold: true
            //: %1 is how many letters could not be sent yet
            text: qsTr("Letters waiting to be sent: %1").arg(page.desk.waiting)
        }
        Words {
            //: Of letters that could not be sent yet
            text: qsTr("They are sealed to the patient: nobody here can read them any more. Sending one twice delivers it once.")
        }
        WordButton {
            first: true
            enabled: !page.counter.busy
            //: Button
            text: qsTr("Send them now")
            onClicked: page.counter.sendWaiting()
        }
    }
    Card {
        Words {
            font.bold: true
            //: Heading of a group of settings of this counter's screen
            text: qsTr("This screen")
        }
        Picker {
            readonly property var codes: ["", "en", "zh_CN"]

            //: Label of a choice
            label: qsTr("Language")
            //: A choice of language
            model: [qsTr("As the system"), "English", "简体中文"]
            index: Math.max(0, codes.indexOf(Settings.language))
            onChosen: at => Settings.language = codes[at]
        }
        Picker {
            readonly property var scales: [1, 1.25, 1.5, 2]

            //: Label of a choice
            label: qsTr("Size of type")
            model: ["100 %", "125 %", "150 %", "200 %"]
            index: Math.max(0, scales.indexOf(Settings.typeScale))
            onChosen: at => Settings.typeScale = scales[at]
        }
        Picker {
            //: Label of a choice
            label: qsTr("Colours")
            model: [
                //: A choice of colours
                qsTr("Light"),
                //: A choice of colours
                qsTr("Dark"),
                //: A choice of colours
                qsTr("High contrast")]
            index: Theme.look
            onChosen: at => Settings.look = at
        }
    }
    WordButton {
        enabled: !page.counter.busy
        //: Button: asks the ledger again
        text: qsTr("Ask the ledger again")
        onClicked: page.counter.refreshDesk()
    }
    WordButton {
        //: Button: somebody else may sign in; open visits stay open
        text: qsTr("Sign out")
        onClicked: page.counter.signOut()
    }
    WordButton {
        //: Button
        text: qsTr("Lock and erase all")
        onClicked: page.counter.lock()
    }
}
