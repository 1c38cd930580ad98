// SPDX-License-Identifier: GPL-3.0-or-later
// What clinics sent, genuine or not in words and by a sign; the records that came can be opened.
import QtQuick
import Apricot.Controls
import Apricot.Person
import Apricot.Shelf
import Apricot.Sharing

FocusScope {
    id: page

    required property Person person
    required property Looking looking
    property string record // that is shown
    readonly property bool wholeScreen: false
    signal requests // to the page about requests
    signal back

    Component.onCompleted: looking.reload() // a clinic may have been shared with just now
    onRecordChanged: if (record) person.dismiss() // that letters came is known now

    Letters {
        id: letters

        person: page.person
        onLooked: page.looking.reload()
        Component.onCompleted: reload()
    }
    Connections {
        target: page.looking
        function onCame() { letters.reload() }
    }
    ScrollPage {
        anchors.fill: parent
        visible: page.record === ""
        //: Heading of the list of letters from clinics
        title: qsTr("Letters from clinics")

        Words {
            visible: page.looking.looked !== ""
            quiet: true
            //: When the letters of all clinics were looked for; %1 is a time
            text: qsTr("Last looked: %1").arg(page.looking.looked)
        }
        Words {
            visible: page.looking.minutes > 0
            quiet: true
            //: Letters are looked for by themselves; %1 is a number of minutes
            text: qsTr("Looked for by itself while Apricot is open, one clinic after the other at random moments; the first in about %1 min.").arg(page.looking.minutes)
        }
        Words {
            visible: page.looking.direct
            quiet: true
            //: Letters were looked for; no other hospital's computer carried the question
            text: qsTr("No second hospital's computer can carry the questions: they go directly, and the hospitals' computers can see that they come from one address.")
        }
        WordButton {
            first: letters.count === 0
            enabled: !letters.fetching
            //: Button while the mailbox is asked
            text: letters.fetching ? qsTr("Looking …")
                //: Button: asks for the letters of all clinics at once
                : page.looking.minutes > 0 ? qsTr("Look at all clinics now")
                //: Button: asks the mailbox for letters
                : qsTr("Look for new letters")
            onClicked: letters.fetch()
        }
        Words {
            visible: page.looking.minutes > 0
            quiet: true
            //: Below the button that asks for the letters of all clinics at once
            text: qsTr("Looking at all at once shows the hospitals' computers that these clinics have to do with one person, at this address.")
        }
        Words {
            visible: letters.count === 0
            //: No letter has come so far
            text: qsTr("No clinic has sent you anything so far.")
        }
        Repeater {
            model: letters.all

            Card {
                id: card

                required property letterRow modelData
                readonly property string state: modelData.state

                Words {
                    //: A letter; %1 is what it is, "Results", %2 a clinic
                    text: card.modelData.clinic ? qsTr("%1 from %2").arg(card.modelData.kind).arg(card.modelData.clinic) : card.modelData.kind
                    font.bold: true
                }
                Words {
                    quiet: true
                    text: card.modelData.time
                }
                Words {
                    color: card.state === "verified" ? Theme.good : card.state === "forged" ? Theme.danger : Theme.text
                    //: About who sent a letter
                    text: card.state === "verified" ? qsTr("✓ Genuine: signed by this clinic, proven by the ledger.")
                        //: About who sent a letter
                        : card.state === "forged" ? qsTr("✗ Not genuine. Nothing of it was taken in; do not trust it.")
                        //: About who sent a letter
                        : card.state === "unknown-signer" ? qsTr("? The ledger does not know who signed this, or the clinic is suspended. Nothing of it was taken in so far.")
                        //: About who sent a letter
                        : card.state === "unreadable" ? qsTr("? It could not be read: reading it ended the program. Nothing of it was taken in; ask the clinic to send it anew.")
                        //: About who sent a letter
                        : qsTr("? Not checked yet: the ledger could not be reached. Look for new letters again later.")
                }
                Repeater {
                    model: card.modelData.records

                    RowButton {
                        required property letterRecord modelData

                        text: modelData.title
                        onClicked: page.record = modelData.number
                    }
                }
                WordButton {
                    visible: card.modelData.request && card.state === "verified"
                    //: Button: to the list of what clinics ask for
                    text: qsTr("See what they ask")
                    onClicked: page.requests()
                }
            }
        }
        WordButton {
            //: Button: one step back
            text: qsTr("Back")
            onClicked: page.back()
        }
    }
    Loader {
        anchors.fill: parent
        focus: active
        active: page.record !== ""
        sourceComponent: RecordView {
            shelf: page.person
            recordId: page.record
            onBack: page.record = ""
        }
    }
}
