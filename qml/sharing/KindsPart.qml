// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds of records and how far back, chosen by the person.
import QtQuick
import Apricot.Controls
import Apricot.Shelf
import Apricot.Sharing

ScrollPage {
    id: part

    required property ShareFlow flow
    readonly property list<int> all: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
    signal chosen
    signal back

    //: Heading: kinds of records are chosen
    title: qsTr("Which kinds?")

    Records { id: names }
    StepsLine { step: 2 }
    Column {
        width: parent.width

        Repeater {
            model: part.all

            Tick {
                required property int modelData
                readonly property int bit: 1 << (modelData - 1)

                text: names.kindName(modelData)
                enabled: (part.flow.kindsThere & bit) !== 0
                //: Beside a kind of records that cannot be chosen
                about: enabled ? "" : qsTr("You have no records of this kind.")
                checked: (part.flow.kinds & bit) !== 0
                onToggled: part.flow.kinds = checked ? part.flow.kinds | bit : part.flow.kinds & ~bit
            }
        }
    }
    Words {
        //: Question above the lengths of time
        text: qsTr("How far back?")
        font.bold: true
    }
    Column {
        width: parent.width

        Repeater {
            model: [
                //: How far back records are shared
                { days: 183, words: qsTr("The last half year") },
                //: How far back records are shared
                { days: 730, words: qsTr("The last two years") },
                //: How far back records are shared
                { days: 0, words: qsTr("All years") }
            ]
            Choice {
                required property var modelData

                text: modelData.words
                checked: part.flow.reach === modelData.days
                onClicked: part.flow.reach = modelData.days
            }
        }
    }
    WordButton {
        first: true
        enabled: part.flow.kinds !== 0
        //: Button: to the next step
        text: qsTr("Next")
        onClicked: part.chosen()
    }
    WordButton {
        //: Button: one step back
        text: qsTr("Back")
        onClicked: part.back()
    }
}
