// SPDX-License-Identifier: GPL-3.0-or-later
// What clinics ask for: look at exactly what they would see, give less, or decline.
import QtQuick
import Apricot.Controls
import Apricot.Device
import Apricot.Person
import Apricot.Sharing

FocusScope {
    id: page

    required property Person person
    property string code      // of a request, handed to the app
    property string declining // the request that the person is asked about
    signal back

    onCodeChanged: if (code) requests.read(code)
    readonly property bool wholeScreen: sharing.step === ShareFlow.Showing

    Requests {
        id: requests

        person: page.person
        Component.onCompleted: reload()
    }
    ShareFlow {
        id: sharing

        person: page.person
        onStepChanged: if (step === ShareFlow.Who) requests.reload()
    }
    ScrollPage {
        anchors.fill: parent
        visible: sharing.step === ShareFlow.Who
        //: Heading of the list of what clinics ask for
        title: qsTr("Clinics ask to see my records")

        Words {
            visible: requests.count === 0
            //: While the ledger is asked whether those who ask are genuine
            text: requests.asking ? qsTr("Looking, and asking the ledger who they are …")
                //: No clinic asks for anything
                : qsTr("Nobody asks for anything now.")
        }
        Repeater {
            model: requests.all

            Card {
                id: card

                required property requestRow modelData
                property bool other: false

                Words {
                    text: card.modelData.clinic
                    font.bold: true
                }
                Words {
                    quiet: true
                    //: Below the name of a clinic that asks; %1 and %2 are times
                    text: qsTr("✓ Genuine: registered on the ledger. Asked at %1; ends at %2.").arg(card.modelData.asked).arg(card.modelData.expires)
                }
                Words { text: card.other ? card.modelData.otherWords : card.modelData.words }
                WordButton {
                    small: true
                    //: Button: the words of a request in the other language; readable in both
                    text: qsTr("中文 / English")
                    onClicked: card.other = !card.other
                }
                WordButton {
                    first: true
                    visible: page.declining !== card.modelData.number
                    //: Button: to what a clinic would see; nothing is shared yet
                    text: qsTr("Look at it, and decide how much")
                    onClicked: sharing.answer(requests, card.modelData.number)
                }
                WordButton {
                    visible: page.declining !== card.modelData.number
                    danger: true
                    //: Button; asks once more
                    text: qsTr("Decline")
                    onClicked: page.declining = card.modelData.number
                }
                Words {
                    visible: page.declining === card.modelData.number
                    //: Before a request is declined
                    text: qsTr("Decline it? Nothing is shared, and this request cannot be answered any more. The clinic may ask again.")
                }
                WordButton {
                    visible: page.declining === card.modelData.number
                    danger: true
                    first: true
                    //: Button that declines a request
                    text: qsTr("Yes, decline")
                    onClicked: {
                        page.declining = ""
                        requests.decline(card.modelData.number)
                    }
                }
                WordButton {
                    visible: page.declining === card.modelData.number
                    //: Button that leaves a request as it is
                    text: qsTr("No, not yet")
                    onClicked: page.declining = ""
                }
            }
        }
        WordButton {
            visible: !scan.active
            //: Button: a clinic's code is scanned
            text: qsTr("Scan a clinic's code")
            onClicked: scan.active = true
        }
        WordButton {
            //: Button: one step back
            text: qsTr("Back")
            onClicked: page.back()
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
                    requests.read(text)
                }
            }
        }
    }
    Loader {
        anchors.fill: parent
        focus: true
        active: sharing.step !== ShareFlow.Who
        sourceComponent: ShareSteps { flow: sharing; person: page.person }
    }
}
