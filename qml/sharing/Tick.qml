// SPDX-License-Identifier: GPL-3.0-or-later
// Yes or no: a box that is ticked by pressing anywhere on its row.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls

CheckBox {
    id: tick

    property string about
    property bool struck: false // what is not ticked is struck out

    width: parent ? parent.width : implicitWidth
    padding: Theme.gap / 2
    activeFocusOnTab: true
    Accessible.name: text
    Accessible.description: about
    // Screen readers press and toggle; Qt 6.4 then changes `checked` alone.
    Accessible.onPressAction: press()
    Accessible.onToggleAction: press()
    Keys.onReturnPressed: press()
    Keys.onEnterPressed: press()

    function press() {
        toggle()
        toggled()
    }

    indicator: Rectangle {
        x: 8
        anchors.verticalCenter: parent.verticalCenter
        width: 26
        height: 26
        radius: 6
        opacity: tick.enabled ? 1 : 0.5
        color: tick.checked ? Theme.accent : "transparent"
        border.width: 2
        border.color: Theme.accent

        Text {
            anchors.centerIn: parent
            text: "✓"
            font.pixelSize: 20
            font.bold: true
            color: Theme.accentText
            visible: tick.checked
            Accessible.ignored: true
        }
    }
    contentItem: RowWords {
        text: tick.text
        detail: tick.about
        before: 42
        struck: tick.struck && !tick.checked
    }
    background: Rectangle {
        implicitHeight: Theme.touch
        radius: 8
        color: "transparent"
        border.width: tick.activeFocus ? 3 : 0
        border.color: Theme.accent
    }
}
