// SPDX-License-Identifier: GPL-3.0-or-later
// Who may see what, who saw it, and its end.
import QtQuick
import Apricot.Controls
import Apricot.Person
import Apricot.Sharing

ScrollPage {
    id: page

    required property Person person
    property string ending // the permission that the person is asked about

    //: Heading of the list of permissions
    title: qsTr("Who may see my records")

    Grants {
        id: grants

        person: page.person
        Component.onCompleted: reload()
    }
    Words {
        visible: grants.all.length === 0
        //: When nothing was shared so far
        text: page.person.busy ? qsTr("Asking the ledger …")
            //: When nothing was shared so far
            : qsTr("You have not let anybody see your records.")
    }
    Repeater {
        model: grants.all

        Card {
            id: card

            required property var modelData

            Words { text: card.modelData.clinic; font.bold: true }
            Words {
                color: card.modelData.state === "open" ? Theme.good : Theme.quiet
                //: State of a permission; %1 is a time
                text: card.modelData.state === "open" ? qsTr("May be opened until %1").arg(card.modelData.until)
                    //: State of a permission
                    : card.modelData.state === "ended" ? qsTr("You ended it. Nobody can open it any more.")
                    //: State of a permission: all its uses are gone
                    : card.modelData.state === "used" ? qsTr("Used up")
                    //: State of a permission; %1 is a time
                    : qsTr("Ran out at %1").arg(card.modelData.until)
            }
            Words {
                //: Who opened it; %1 is a time, %2 the number of the ledger's block
                text: card.modelData.opened ? qsTr("Opened at %1, proven by the ledger (block %2)").arg(card.modelData.opened).arg(card.modelData.block)
                    //: Nobody opened it
                    : qsTr("Nobody has opened it, proven by the ledger")
            }
            WordButton {
                visible: card.modelData.state === "open" && page.ending !== card.modelData.number
                danger: true
                //: Button; asks once more
                text: qsTr("End this permission")
                onClicked: page.ending = card.modelData.number
            }
            Words {
                visible: page.ending === card.modelData.number
                //: Before a permission is ended
                text: qsTr("It cannot be brought back. What the clinic has read, it has read.")
            }
            WordButton {
                visible: page.ending === card.modelData.number
                danger: true
                first: true
                //: Button that ends a permission
                text: qsTr("Yes, end it for good")
                onClicked: {
                    page.ending = ""
                    grants.revoke(card.modelData.number)
                }
            }
            WordButton {
                visible: page.ending === card.modelData.number
                //: Button that leaves a permission as it is
                text: qsTr("Keep it")
                onClicked: page.ending = ""
            }
        }
    }
}
