// SPDX-License-Identifier: GPL-3.0-or-later
// Records chosen one by one.
import QtQuick
import Apricot.Controls
import Apricot.Person
import Apricot.Shelf
import Apricot.Sharing

Item {
    id: part

    required property ShareFlow flow
    required property Person person
    readonly property real column: Math.min(width - 2 * Theme.gap, 1.5 * Theme.column)
    signal chosen
    signal back

    Words {
        id: head

        x: (parent.width - part.column) / 2
        y: Theme.gap
        width: part.column
        heading: true
        //: Heading: records are chosen one by one
        text: qsTr("Which records?")
    }
    RecordPicker {
        id: picker

        x: head.x
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.gap
        width: part.column
        shelf: part.person
        // Not bound: the picker writes into it.
        Component.onCompleted: chosen = [...part.flow.chosen]
    }
    Row {
        id: foot

        x: head.x
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        width: part.column
        spacing: Theme.gap

        WordButton {
            width: (parent.width - Theme.gap) / 2
            //: Button: one step back
            text: qsTr("Back")
            onClicked: part.back()
        }
        WordButton {
            width: (parent.width - Theme.gap) / 2
            first: true
            enabled: picker.chosen.length > 0
            //: Button: to the next step
            text: qsTr("Next")
            onClicked: {
                part.flow.chosen = picker.chosen
                part.chosen()
            }
        }
    }
}
