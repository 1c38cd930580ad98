// SPDX-License-Identifier: GPL-3.0-or-later
// Tests that need not be done again: what was tested within so many days.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Shelf
import Apricot.Clinic

Card {
    id: card

    property Shelf shelf
    property string coverage: "all" // as in SummaryCard
    readonly property int most: 8
    readonly property list<testedRow> tests: tested.tests
    signal chosen(string id)

    Tested {
        id: tested

        shelf: card.shelf
    }
    Words {
        font.bold: true
        //: Heading above the tests a patient has had lately
        text: qsTr("Already tested")
    }
    Flow {
        width: parent.width
        spacing: 6

        Repeater {
            model: [7, 30, 90, 365]

            WordButton {
                required property int modelData

                width: Math.max(implicitWidth, Theme.touch)
                small: true
                first: tested.days === modelData
                //: Choice of how far back; %1 is a number of days
                text: qsTr("%1 days").arg(modelData)
                Accessible.selected: first
                onClicked: tested.days = modelData
            }
        }
    }
    Words {
        quiet: card.coverage === "all"
        font.bold: card.coverage === "nothing"
        visible: tested.ready && card.tests.length === 0
        //: Where the tests a patient has had lately would stand, when the permission leaves tests out
        text: card.coverage === "nothing" ? qsTr("⊘ Tests are not shown to us: the permission leaves them out. That does not mean that none was done.")
            //: Where the tests a patient has had lately would stand, when the permission covers only some
            : card.coverage === "part" ? qsTr("None within this time among what was shown to us. The permission leaves some records out, so there may be some.")
            //: Where the tests a patient has had lately would stand
            : qsTr("None within this time among the records that are open here.")
    }
    Repeater {
        model: card.tests.slice(0, card.most)

        WordButton {
            required property testedRow modelData

            small: true
            //: Button: a test that was done; %1 is its name, %2 its value, %3 its date
            text: qsTr("✓ %1  %2  (%3)").arg(modelData.name).arg(modelData.value).arg(modelData.when)
            onClicked: card.chosen(modelData.id)
        }
    }
    Words {
        quiet: true
        visible: card.tests.length > card.most
        //: Below the tests a patient has had lately; %1 is a number
        text: qsTr("And %1 more in the list below.").arg(card.tests.length - card.most)
    }
}
