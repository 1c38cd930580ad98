// SPDX-License-Identifier: GPL-3.0-or-later
// What just went wrong, or was done; and how far long work is. Announced to screen readers.
import QtQuick
import QtQuick.Controls.Basic

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
        height: said.implicitHeight + 2 * Theme.gap
        visible: said.text.length > 0
        color: Theme.card
        border.width: 2
        border.color: banner.problem ? Theme.danger : Theme.good
        Accessible.role: Accessible.AlertMessage
        Accessible.name: said.text

        Column {
            id: said

            readonly property string text: banner.problem || banner.notice

            x: Theme.gap
            y: Theme.gap
            width: parent.width - 2 * Theme.gap
            spacing: Theme.gap / 2

            Words {
                text: said.text
            }
            WordButton {
                //: Button that closes a message
                text: qsTr("Understood")
                onClicked: banner.dismissed()
            }
        }
    }
    Column {
        width: parent.width
        // Only long work shows: a bar that flickers at every touch would frighten.
        visible: banner.busy && banner.fraction >= 0

        ProgressBar {
            width: parent.width
            value: banner.fraction
            //: Accessible name of the bar that shows how far long work is
            Accessible.name: qsTr("Progress")
        }
        WordButton {
            //: Button that stops long work
            text: qsTr("Cancel")
            onClicked: banner.cancelled()
        }
    }
}
