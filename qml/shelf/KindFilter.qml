// SPDX-License-Identifier: GPL-3.0-or-later
// Which kinds of records are listed: all, or those that are ticked. Folded away where there is no room.
import QtQuick
import Apricot.Controls
import Apricot.Shelf

Column {
    id: filter

    property list<kindThere> kindsThere
    property int kinds: 0 // bit (number - 1); 0: all
    property bool open: width >= 480 * Theme.scale
    signal picked(int kinds)

    spacing: Theme.gap / 2
    visible: kindsThere.length > 1

    readonly property string chosen: kindsThere.filter(one => kinds & (1 << (one.number - 1))).map(one => one.name).join(", ")

    WordButton {
        small: true
        visible: !filter.open
        //: Button above the list of records; %1 is what is listed now
        text: qsTr("Show: %1").arg(filter.chosen || all.text)
        onClicked: filter.open = true
    }
    Flow {
        width: parent.width
        spacing: 8
        visible: filter.open

        Chip {
            id: all

            //: A filter of the list of records
            text: qsTr("Everything")
            checked: filter.kinds === 0
            onClicked: filter.picked(0)
        }
        Repeater {
            model: filter.kindsThere

            Chip {
                required property kindThere modelData
                readonly property int bit: 1 << (modelData.number - 1)

                text: modelData.name
                checked: (filter.kinds & bit) !== 0
                onClicked: filter.picked(filter.kinds ^ bit)
            }
        }
    }
}
