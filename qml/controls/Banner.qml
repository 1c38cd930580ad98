// SPDX-License-Identifier: GPL-3.0-or-later
// What just went wrong, or was done; and how far long work is. Announced to screen readers.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls

Column {
    id: banner

    property string problem
    property string notice
    property bool busy: false
    property real fraction: -1
    signal dismissed
    signal cancelled

    spacing: 0

    Rectangle {
        width: parent.width
        height: Math.max(said.implicitHeight, icon.height) + 2 * 14
        visible: said.text.length > 0
        color: banner.problem ? Theme.dangerSoft : Theme.goodSoft
        border.width: Theme.contrast ? 2 : 0
        border.color: icon.color
        Accessible.role: Accessible.AlertMessage
        Accessible.name: said.text

        Icon {
            id: icon

            x: said.x - width - 12
            y: 14
            width: Theme.icon
            height: Theme.icon
            name: banner.problem ? "warning" : "good"
            color: banner.problem ? Theme.danger : Theme.good
        }
        Column {
            id: said

            readonly property string text: banner.problem || banner.notice

            x: Math.max(16 + icon.width + 12, (parent.width - Theme.column) / 2)
            y: 14
            width: Math.min(parent.width - x - 16, Theme.column)
            spacing: 8

            Words {
                text: said.text
            }
            WordButton {
                width: Math.min(parent.width, implicitWidth + 12)
                //: Button that closes a message
                text: qsTr("Understood")
                onClicked: banner.dismissed()
            }
        }
    }
    Rectangle {
        width: parent.width
        height: work.implicitHeight + 24
        // Only long work shows: a bar that flickers at every touch would frighten.
        visible: banner.busy && banner.fraction >= 0
        color: Theme.raised

        Busy {
            id: work

            x: Math.max(16, (parent.width - Theme.column) / 2)
            y: 12
            width: parent.width - 2 * x
            fraction: banner.fraction
            cancellable: true
            onCancelled: banner.cancelled()
        }
    }
}
