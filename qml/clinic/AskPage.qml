// SPDX-License-Identifier: GPL-3.0-or-later
// Asking a patient for records: what, how far back, how long; then a code that the patient scans.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Clinic

ScrollPage {
    id: page

    required property Counter counter
    readonly property bool shown: asking.code.length > 0
    property int what: 0
    property int back: 1
    signal go(string to)

    // Bits of the kinds of record (records/kind.h).
    readonly property var wishes: [
        //: What a clinic asks for
        {words: qsTr("Allergies, medicines and conditions"), kinds: 4 + 8 + 16},
        //: What a clinic asks for
        {words: qsTr("Results and measurements"), kinds: 1 + 2 + 256},
        //: What a clinic asks for
        {words: qsTr("Vaccinations"), kinds: 32},
        //: What a clinic asks for
        {words: qsTr("Everything but the most sensitive"), kinds: 8191}]
    readonly property var times: [
        //: How far back a clinic asks
        {words: qsTr("Of the last 90 days"), days: 90},
        //: How far back a clinic asks
        {words: qsTr("Of the last year"), days: 365},
        //: How far back a clinic asks
        {words: qsTr("From the beginning"), days: 0}]

    //: Heading of the screen where a clinic asks for records
    title: shown ? qsTr("The patient scans this")
        //: Heading of the screen where a clinic asks for records
        : qsTr("Ask a patient for records")

    Asking {
        id: asking

        counter: page.counter
        Component.onCompleted: look()
    }
    Column {
        width: parent.width
        spacing: Theme.gap
        visible: !page.shown

        Words {
            //: Where a clinic asks for records
            text: qsTr("The patient scans your code, sees who asks for what and why, and may allow all of it, less, or nothing.")
        }
        Repeater {
            model: page.wishes

            Choice {
                required property var modelData
                required property int index

                text: modelData.words
                checked: page.what === index
                onClicked: page.what = index
            }
        }
        Words {
            font.bold: true
            //: Above how far back a clinic asks
            text: qsTr("How far back")
        }
        ButtonGroup { id: backs }
        Column {
            width: parent.width
            spacing: Theme.gap / 2

            Repeater {
                model: page.times

                Choice {
                    required property var modelData
                    required property int index

                    ButtonGroup.group: backs
                    text: modelData.words
                    checked: page.back === index
                    onClicked: page.back = index
                }
            }
        }
        WordButton {
            first: true
            enabled: !page.counter.busy
            //: Button: makes the code that the patient scans
            text: qsTr("Show the code")
            onClicked: asking.ask(page.wishes[page.what].kinds, page.times[page.back].days, 3, 8)
        }
        Words {
            heading: true
            visible: asking.arrived.length > 0
            //: Heading above permissions that came by message
            text: qsTr("Arrived by message")
        }
        Repeater {
            model: asking.arrived

            WordButton {
                required property arrivedCode modelData

                //: Button: looks at a permission that came by message; %1 is a date and time
                text: qsTr("Check what arrived at %1").arg(modelData.when)
                onClicked: page.counter.read(modelData.text)
            }
        }
        WordButton {
            enabled: !page.counter.busy
            //: Button: asks the mailbox
            text: qsTr("Look for messages")
            onClicked: asking.look()
        }
    }
    Column {
        width: parent.width
        spacing: Theme.gap
        visible: page.shown

        Words { text: asking.words }
        CodeImage {
            text: asking.code
            width: Math.min(parent.width, 460)
            height: width
            anchors.horizontalCenter: parent.horizontalCenter
            Accessible.role: Accessible.Graphic
            //: Accessible name of the code that a patient scans
            Accessible.name: qsTr("Code with the clinic's request")
        }
        Words {
            //: Below the code that a patient scans; %1 is a date and time
            text: asking.answer || qsTr("It can be scanned until %1. The answer comes here by itself; the patient may also show a code to scan.").arg(asking.until)
            Accessible.role: Accessible.AlertMessage
        }
        WordButton {
            first: true
            //: Button: no longer shows a clinic's request
            text: qsTr("Done")
            onClicked: {
                asking.stop()
                page.go("scan")
            }
        }
    }
}
