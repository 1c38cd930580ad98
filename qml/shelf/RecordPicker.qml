// SPDX-License-Identifier: GPL-3.0-or-later
// Exact choice: the list of records with a tick for each.
import QtQuick
import Apricot.Controls
import Apricot.Shelf

Item {
    id: picker

    property Shelf shelf
    property var chosen: [] // ids

    Column {
        id: bar

        width: parent.width
        spacing: Theme.gap / 2

        Words {
            //: Above a list of records that are ticked; %1 is how many are
            text: qsTr("Chosen: %1").arg(picker.chosen.length)
            font.bold: true
        }
        WordButton {
            small: true
            visible: picker.chosen.length > 0
            //: Button: take all ticks away
            text: qsTr("Choose none")
            onClicked: list.ticked = []
        }
    }
    RecordList {
        id: list

        y: bar.height + Theme.gap / 2
        width: parent.width
        height: parent.height - y
        shelf: picker.shelf
        selecting: true
        ticked: picker.chosen
        onTickedChanged: if (picker.chosen !== ticked) picker.chosen = ticked
    }
}
