// SPDX-License-Identifier: GPL-3.0-or-later
// Where one is in a flow: "Step 2 of 5: What", and a line that fills.
import QtQuick
import Apricot.Controls

Column {
    id: steps

    property var names: [] // words, in order
    property int current: 0 // from 0

    width: parent ? parent.width : implicitWidth
    spacing: 8

    Row {
        width: parent.width
        spacing: 6
        Accessible.ignored: true

        Repeater {
            model: steps.names.length

            Rectangle {
                required property int index

                width: (steps.width - 6 * (steps.names.length - 1)) / steps.names.length
                height: 6
                radius: 3
                color: index <= steps.current ? Theme.accent : Theme.line
                border.width: Theme.contrast ? 1 : 0
                border.color: Theme.text
            }
        }
    }
    Words {
        quiet: true
        //: Where one is in a flow; %1 and %2 are numbers, %3 is the step's name
        text: qsTr("Step %1 of %2: %3").arg(steps.current + 1).arg(steps.names.length).arg(steps.names[steps.current] ?? "")
    }
}
