// SPDX-License-Identifier: GPL-3.0-or-later
// Sharing: who, what, how long; then exactly these records and these words; then the code.
import QtQuick
import QtQuick.Dialogs
import Apricot.Controls
import Apricot.Person
import Apricot.Sharing

ScrollPage {
    id: page

    required property Person person
    property string clinic
    property int what: ShareFlow.ThisVisit
    property int minutes: 15
    readonly property bool wholeScreen: flow.step === ShareFlow.Signed

    //: Heading of sharing
    title: flow.step === ShareFlow.Choosing ? qsTr("Let a clinic see my records")
        //: Heading of sharing, before signing
        : flow.step === ShareFlow.Rehearsed ? qsTr("Is this right?")
        //: Heading above the code
        : qsTr("Show this at the counter")

    ShareFlow {
        id: flow

        person: page.person
        Component.onCompleted: findClinics()
    }
    Column {
        width: parent.width
        spacing: Theme.gap
        visible: flow.step === ShareFlow.Choosing

        Words {
            //: Question above the clinics
            text: qsTr("Who may see them?")
            font.bold: true
        }
        Column {
            width: parent.width

            Repeater {
                model: flow.clinics
                Choice {
                    required property var modelData
                    text: modelData.name
                    checked: page.clinic === modelData.number
                    onClicked: page.clinic = modelData.number
                }
            }
        }
        Words {
            //: Question above what to share
            text: qsTr("What may they see?")
            font.bold: true
        }
        Column {
            width: parent.width

            Choice {
                //: What to share
                text: qsTr("For this visit: the last half year")
                checked: page.what === ShareFlow.ThisVisit
                onClicked: page.what = ShareFlow.ThisVisit
            }
            Choice {
                //: What to share
                text: qsTr("Medicines and allergies only")
                checked: page.what === ShareFlow.MedicinesAndAllergies
                onClicked: page.what = ShareFlow.MedicinesAndAllergies
            }
            Choice {
                //: What to share; records the person marked as most private stay closed
                text: qsTr("Everything but what is most private")
                checked: page.what === ShareFlow.Everything
                onClicked: page.what = ShareFlow.Everything
            }
        }
        Words {
            //: Question above the times
            text: qsTr("How long may they open it?")
            font.bold: true
        }
        Column {
            width: parent.width

            Repeater {
                model: [
                    //: How long a permission lasts
                    { minutes: 15, words: qsTr("15 minutes, while I am here") },
                    //: How long a permission lasts
                    { minutes: 1440, words: qsTr("One day") },
                    //: How long a permission lasts
                    { minutes: 2880, words: qsTr("Two days, for a printed code") }
                ]
                Choice {
                    required property var modelData
                    text: modelData.words
                    checked: page.minutes === modelData.minutes
                    onClicked: page.minutes = modelData.minutes
                }
            }
        }
        WordButton {
            first: true
            enabled: page.clinic && !page.person.busy
            //: Button: see what would be shared; nothing is shared yet
            text: qsTr("See exactly what they would see")
            onClicked: flow.rehearse(page.clinic, page.what, 0, 3, page.minutes, 1)
        }
    }
    Column {
        width: parent.width
        spacing: Theme.gap
        visible: flow.step === ShareFlow.Rehearsed

        Card {
            Words { text: flow.words }
        }
        WordButton {
            first: true
            enabled: !page.person.busy
            //: Button that signs a permission
            text: qsTr("Yes, I agree and sign")
            onClicked: flow.sign()
        }
        WordButton {
            //: Button: nothing is shared
            text: qsTr("No, go back")
            onClicked: flow.startAgain()
        }
        Words {
            //: Above the list of what would be shared; %1 is how many
            text: qsTr("Exactly these records, and no other: %1").arg(flow.records.length)
            font.bold: true
        }
        Repeater {
            model: flow.step === ShareFlow.Rehearsed ? flow.records : []
            Words {
                required property var modelData
                text: [modelData.when, modelData.title, modelData.value].filter(Boolean).join("  ")
            }
        }
    }
    Column {
        width: parent.width
        spacing: Theme.gap
        visible: flow.step === ShareFlow.Signed

        Words { text: flow.words }
        Words {
            font.bold: true
            color: clock.left > 0 ? Theme.good : Theme.danger
            //: Below the words of a permission, above its code; %1 is hours:minutes:seconds or minutes:seconds
            text: clock.left > 0 ? qsTr("Good for %1 more").arg(clock.words)
                //: Above the code of a permission that has ended
                : qsTr("This code has run out. Nobody can open it any more; make a new one.")
        }
        CodeImage {
            width: Math.min(parent.width, Math.max(300, page.height * 0.6))
            height: width
            anchors.horizontalCenter: parent.horizontalCenter
            text: flow.code
            visible: clock.left > 0
            Accessible.role: Accessible.Graphic
            //: Accessible name of the code; %1 is a clinic
            Accessible.name: qsTr("Code for %1").arg(flow.clinicName)
        }
        WordButton {
            //: Button below the code
            text: qsTr("Save the code as a picture")
            onClicked: file.open()
        }
        WordButton {
            //: Button below the code
            text: qsTr("Done")
            onClicked: flow.startAgain()
        }
    }
    Timer {
        id: clock

        property int left: 0
        readonly property string words: {
            const two = n => (n < 10 ? "0" : "") + n
            const hours = Math.floor(left / 3600)
            return (hours ? hours + ":" : "") + two(Math.floor(left / 60) % 60) + ":" + two(left % 60)
        }

        interval: 1000
        repeat: true
        running: flow.step === ShareFlow.Signed
        triggeredOnStart: true
        onTriggered: left = Math.max(0, Math.floor((flow.expiry.getTime() - Date.now()) / 1000))
    }
    FileDialog {
        id: file

        fileMode: FileDialog.SaveFile
        defaultSuffix: "png"
        onAccepted: flow.saveCode(selectedFile)
    }
}
