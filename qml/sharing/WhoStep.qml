// SPDX-License-Identifier: GPL-3.0-or-later
// Who may see the records: a clinic on the ledger.
import QtQuick
import Apricot.Controls
import Apricot.Device
import Apricot.Person
import Apricot.Sharing

ScrollPage {
    id: step

    required property ShareFlow flow
    required property Person person
    signal requests // to what clinics ask for
    signal letters  // to what they sent

    //: Heading of the first step of sharing
    title: qsTr("Who may see my records?")

    Clinics {
        id: clinics

        person: step.person
        search: field.text
        Component.onCompleted: reload()
    }
    StepsLine { step: 1 }
    TextInputBox {
        id: field

        visible: clinics.count > 5 || text.length > 0
        //: Field: a clinic is looked for by its name
        label: qsTr("Find a clinic by its name")
    }
    Words {
        visible: clinics.asking
        //: While the clinics are looked for
        text: qsTr("Asking the ledger which clinics are registered …")
    }
    Words {
        visible: !clinics.asking && clinics.found.length === 0
        //: No clinic was found
        text: clinics.count > 0 ? qsTr("No registered clinic has this in its name. One that was suspended is not shown: do not share with it.")
            //: The ledger names no clinic, or cannot be reached
            : qsTr("No clinic is known here. Without the ledger nobody can say whether a clinic is genuine, so nothing can be shared now.")
    }
    WordButton {
        visible: !clinics.asking && clinics.count === 0
        //: Button: asks the ledger for the clinics once more
        text: qsTr("Try again")
        onClicked: clinics.reload()
    }
    Column {
        width: parent.width
        spacing: Theme.gap / 2

        Repeater {
            model: clinics.found

            RowButton {
                required property foundClinic modelData

                text: modelData.name
                //: Below a clinic's name
                about: modelData.before ? qsTr("Registered. You have shared with it before.")
                    //: Below a clinic's name
                    : qsTr("Registered on the ledger")
                marked: step.flow.clinic === modelData.number
                onClicked: {
                    step.flow.clinic = modelData.number
                    step.flow.clinicName = modelData.name
                    step.flow.purposes = modelData.purposes
                    step.flow.go(ShareFlow.What_)
                }
            }
        }
    }
    Requests {
        id: scanned

        property string wanted // the request that was scanned

        person: step.person
        onKept: number => wanted = number
        onChanged: if (wanted && has(wanted)) step.flow.answer(scanned, wanted)
    }
    WordButton {
        visible: !scan.active
        //: Button: a clinic shows a code that says what it asks for
        text: qsTr("Scan the clinic's code instead")
        onClicked: scan.active = true
    }
    Loader {
        id: scan

        width: parent.width
        active: false
        visible: active
        sourceComponent: ScanView {
            //: Above the camera's picture
            instruction: qsTr("Hold the clinic's code in front of the camera. It only asks: nothing is shared by scanning it.")
            onFound: text => {
                scan.active = false
                scanned.read(text)
            }
        }
    }
    Words {
        visible: clinics.more > 0
        quiet: true
        //: Below a long list of clinics; %1 is a number
        text: qsTr("And %1 more: type a part of the name.").arg(clinics.more)
    }
    Row {
        width: parent.width
        spacing: Theme.gap

        WordButton {
            width: (parent.width - Theme.gap) / 2
            small: true
            //: Button: to the list of what clinics ask for
            text: qsTr("What clinics ask for")
            onClicked: step.requests()
        }
        WordButton {
            width: (parent.width - Theme.gap) / 2
            small: true
            //: Button: to the letters that clinics sent
            text: qsTr("Letters from clinics")
            onClicked: step.letters()
        }
    }
}
