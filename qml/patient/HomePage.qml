// SPDX-License-Identifier: GPL-3.0-or-later
// What matters today. In elder mode: four large ways, and little else.
import QtQuick
import Apricot.Controls
import Apricot.Patient
import Apricot.Person

ScrollPage {
    id: page

    required property Person person
    property string name // of the person, if the device knows it
    signal go(string where)
    signal opened(string id) // one record

    readonly property bool wordsDue: person.safekeeping.there && !person.safekeeping.wordsChecked
    readonly property bool backupDue: person.safekeeping.backupDue && person.records > 0
    readonly property bool due: wordsDue || backupDue
    readonly property bool beside: !Settings.elder && person.records > 0 // there are allergies to stand first

    wide: true
    //: Heading of the first screen; %1 is a person's name
    title: name ? qsTr("Today, %1").arg(name)
        //: Heading of the first screen
        : qsTr("Today")

    Columns {
        visible: Settings.elder

        Repeater {
            model: [
                //: Large way on the first screen, elder mode
                { where: "share", words: qsTr("Show my code to a clinic"), symbol: "share" },
                //: Large way on the first screen, elder mode
                { where: "summary", words: qsTr("My medicines and allergies"), symbol: "medicine" },
                //: Large way on the first screen, elder mode
                { where: "shared", words: qsTr("Who looked at my records"), symbol: "shared" },
                //: Large way on the first screen, elder mode
                { where: "help", words: qsTr("Help"), symbol: "help" }
            ]

            Card {
                id: large

                required property var modelData

                ListRow {
                    symbol: large.modelData.symbol
                    text: large.modelData.words
                    large: true
                    onClicked: page.go(large.modelData.where)
                }
            }
        }
    }
    WordButton {
        first: true
        visible: !Settings.elder
        symbol: "share"
        //: Button of the first screen
        text: qsTr("Let a clinic see my records")
        onClicked: page.go("share")
    }
    // Allergies come first wherever they stand on this screen.
    Loader {
        width: parent.width
        visible: sourceComponent !== null
        sourceComponent: page.due && !page.beside ? reminders : null
    }
    HealthCards {
        visible: !Settings.elder
        person: page.person
        second: page.due && page.beside ? reminders : null
        onGo: where => page.go(where)
        onOpened: id => page.opened(id)
    }
    Component {
        id: reminders

        Reminders {
            person: page.person
            wordsDue: page.wordsDue
            backupDue: page.backupDue
            onGo: where => page.go(where)
        }
    }
    WordButton {
        symbol: "lock"
        //: Button of the first screen
        text: qsTr("Lock now")
        onClicked: page.person.lock()
    }
}
