// SPDX-License-Identifier: GPL-3.0-or-later
// Writing back to the patient: choose, fill in, look at it, send.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Clinic

ScrollPage {
    id: page

    required property Counter counter
    readonly property bool looking: letters.preview.length > 0
    signal go(string to)

    readonly property var kinds: [
        //: What a clinic writes to a patient
        {kind: WriteBack.Result, words: qsTr("A result")},
        //: What a clinic writes to a patient
        {kind: WriteBack.Prescription, words: qsTr("A prescription")},
        //: What a clinic writes to a patient
        {kind: WriteBack.Referral, words: qsTr("A referral")},
        //: What a clinic writes to a patient
        {kind: WriteBack.VisitNote, words: qsTr("A note about this visit")}]

    //: Heading of the screen where a clinic writes to a patient
    title: looking ? qsTr("Look at it before it is sent")
        //: Heading of the screen where a clinic writes to a patient
        : qsTr("Write to the patient")

    WriteBack {
        id: letters

        counter: page.counter
        onSent: page.go("visit")
    }
    Column {
        width: parent.width
        spacing: Theme.gap
        visible: !page.looking

        Words {
            //: Where a clinic writes to a patient
            text: qsTr("It is signed by this desk and sealed so that only the patient can read it. It arrives in their app with proof that it comes from this clinic.")
        }
        Repeater {
            model: page.kinds

            Choice {
                required property var modelData

                text: modelData.words
                checked: letters.kind === modelData.kind
                onClicked: letters.kind = modelData.kind
            }
        }
        Repeater {
            model: letters.fields

            TextInputBox {
                required property formField modelData

                label: modelData.label
                onTextChanged: letters.fill(modelData.number, text)
            }
        }
        WordButton {
            first: true
            visible: letters.kind > 0
            enabled: !page.counter.busy
            //: Button: what will be sent is shown first
            text: qsTr("Look at it")
            onClicked: letters.prepare()
        }
        WordButton {
            //: Button: back to the visit's records; what was filled in is dropped
            text: qsTr("Back to the records")
            onClicked: page.go("visit")
        }
    }
    Column {
        width: parent.width
        spacing: Theme.gap
        visible: page.looking

        Card {
            Repeater {
                model: letters.preview

                Column {
                    required property previewLine modelData

                    width: parent ? parent.width : 0

                    Words {
                        quiet: true
                        text: parent.modelData.label
                    }
                    Words { text: parent.modelData.text }
                }
            }
        }
        Words {
            //: Above the button that sends something to a patient
            text: qsTr("What is sent cannot be taken back. Check it with the patient.")
        }
        WordButton {
            first: true
            enabled: !page.counter.busy
            //: Button: signs, seals and sends
            text: qsTr("Sign and send")
            onClicked: letters.send()
        }
        WordButton {
            //: Button: back to the form
            text: qsTr("Change it")
            onClicked: letters.change()
        }
    }
}
