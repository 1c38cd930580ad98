// SPDX-License-Identifier: GPL-3.0-or-later
// What matters today: health in short, who may look, how much is kept.
import QtQuick
import Apricot.Controls
import Apricot.Person
import Apricot.Shelf
import Apricot.Sharing

Column {
    id: cards

    required property Person person
    property alias second: summary.second // stands after the allergies
    signal go(string where)
    signal opened(string id) // one record

    width: parent ? parent.width : implicitWidth
    spacing: 16

    SummaryCards {
        id: summary

        width: parent.width
        visible: cards.person.records > 0
        shelf: cards.person
        onChosen: id => cards.opened(id)
    }
    Columns {
        Card {
            symbol: "shared"
            //: Heading on the first screen
            title: qsTr("Who may look")

            Grants {
                id: grants

                person: cards.person
                Component.onCompleted: reload()
            }
            Words {
                visible: !cards.person.ledgerIsHere && grants.asOf !== ""
                quiet: true
                //: First screen: what is known of the permissions; %1 is a time
                text: qsTr("As it was at %1.").arg(grants.asOf)
            }
            Words {
                visible: cards.person.ledger.length > 0 && !grants.asking
                //: First screen: how many permissions may still be used; %1 is the number
                text: grants.active > 0 ? qsTr("Permissions that may still be used: %1").arg(grants.active)
                    //: First screen: no permission may be used
                    : qsTr("Nobody may open your records now.")
            }
            Repeater {
                model: grants

                Words {
                    required property string clinic
                    required property string opened
                    required property int index

                    visible: index < 3 && opened.length > 0
                    quiet: true
                    //: First screen: the last openings; %1 is a clinic, %2 a time
                    text: qsTr("Last opened by %1, %2").arg(clinic).arg(opened)
                }
            }
            ListRow {
                symbol: "shared"
                //: Row of the first screen
                text: qsTr("Who may see my records, and who did")
                onClicked: cards.go("shared")
            }
            Requests {
                id: requests

                person: cards.person
                Component.onCompleted: if (cards.person.ledgerIsHere) reload()
            }
            ListRow {
                symbol: "share"
                //: Row of the first screen; how many requests wait for an answer is %1
                text: requests.count > 0 ? qsTr("Clinics ask to see records: %1").arg(requests.count)
                    //: Row of the first screen
                    : qsTr("What clinics ask for")
                onClicked: cards.go("requests")
            }
            ListRow {
                symbol: "records"
                //: Row of the first screen
                text: qsTr("Letters from clinics")
                onClicked: cards.go("letters")
            }
        }
        Card {
            symbol: "records"
            //: How many records are kept; %1 is the number
            title: qsTr("Records on this device: %1").arg(cards.person.records)

            ListRow {
                symbol: "import"
                //: Row of the first screen
                text: cards.person.records > 0 ? qsTr("See them all")
                    //: Row of the first screen
                    : qsTr("Bring in records from a file")
                onClicked: cards.go(cards.person.records > 0 ? "records" : "import")
            }
        }
    }
}
