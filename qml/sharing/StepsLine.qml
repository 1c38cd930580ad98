// SPDX-License-Identifier: GPL-3.0-or-later
// How far sharing is: a step's number in words and as a line.
import QtQuick
import Apricot.Controls

Column {
    id: line

    required property int step // 1 to 4
    readonly property int steps: 4

    width: parent ? parent.width : implicitWidth
    spacing: 6

    Words {
        quiet: true
        //: How far sharing is; %1 of %2 steps. Nothing is shared before the last
        text: qsTr("Step %1 of %2. Nothing is shared until you sign.").arg(line.step).arg(line.steps)
    }
    Row {
        width: parent.width
        spacing: 4

        Repeater {
            model: line.steps

            Rectangle {
                required property int index

                width: (line.width - 4 * (line.steps - 1)) / line.steps
                height: 5
                radius: 2.5
                color: index < line.step ? Theme.accent : Theme.line
            }
        }
    }
}
