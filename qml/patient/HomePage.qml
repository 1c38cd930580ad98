// SPDX-License-Identifier: GPL-3.0-or-later
// What matters today.
import QtQuick
import Apricot.Controls
import Apricot.Person
import Apricot.Shelf

ScrollPage {
    id: page

    required property Person person
    signal go(string where)

    //: Heading of the first screen
    title: qsTr("Today")

    Card {
        Words {
            //: Heading of a list
            text: qsTr("Allergies")
            font.bold: true
        }
        Repeater {
            model: Records { shelf: page.person; kinds: 8 }
            Words {
                required property string title
                text: "• " + title
                color: Theme.danger
            }
        }
    }
    Card {
        Words {
            //: Heading of a list
            text: qsTr("Conditions")
            font.bold: true
        }
        Repeater {
            model: Records { shelf: page.person; kinds: 16 }
            Words {
                required property string title
                text: "• " + title
            }
        }
    }
    Words {
        //: How many records are kept; %1 is the number
        text: qsTr("Records on this device: %1").arg(page.person.records)
    }
    WordButton {
        first: true
        //: Button of the first screen
        text: qsTr("Let a clinic see my records")
        onClicked: page.go("share")
    }
    WordButton {
        //: Button of the first screen
        text: qsTr("Who may see my records, and who did")
        onClicked: page.go("shared")
    }
    WordButton {
        //: Button of the first screen
        text: qsTr("Lock now")
        onClicked: page.person.lock()
    }
}
