// SPDX-License-Identifier: GPL-3.0-or-later
// That something goes on, in words; how far, when that is known; and its end, when it has one.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls

Column {
    id: busy

    property string words
    property real fraction: -1 // 0 to 1; less: nobody counts
    property bool cancellable: false
    signal cancelled

    width: parent ? parent.width : implicitWidth
    spacing: 8

    Words {
        text: busy.words
        visible: text.length > 0
    }
    ProgressBar {
        id: bar

        width: parent.width
        indeterminate: busy.fraction < 0
        value: Math.max(0, busy.fraction)
        //: Accessible name of the bar that shows how far long work is
        Accessible.name: busy.words || qsTr("Progress")
        background: Rectangle {
            implicitHeight: 8
            radius: 4
            color: Theme.line
        }
        contentItem: Item {
            implicitHeight: 8

            Rectangle {
                width: bar.indeterminate ? parent.width / 3 : bar.visualPosition * parent.width
                height: parent.height
                radius: 4
                color: Theme.accent
            }
        }
    }
    WordButton {
        visible: busy.cancellable
        //: Button that stops long work
        text: qsTr("Cancel")
        onClicked: busy.cancelled()
    }
}
