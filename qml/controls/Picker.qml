// SPDX-License-Identifier: GPL-3.0-or-later
// A labelled choice among many, opened by pressing it.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls

Column {
    id: picker

    property string label
    property bool labelled: true // else its name stands in the box, for what says itself what it is
    property alias model: box.model // of words
    property alias index: box.currentIndex
    signal chosen(int index)

    width: parent ? parent.width : implicitWidth
    spacing: 6

    Words {
        text: picker.label
        visible: picker.labelled && text.length > 0
    }
    ComboBox {
        id: box

        width: parent.width
        implicitHeight: Math.max(Theme.touch, said.implicitHeight + 20)
        font.pixelSize: Theme.body
        displayText: picker.labelled ? currentText : picker.label
        Accessible.name: picker.label
        Accessible.onPressAction: popup.open()
        // At its release: a box that is open takes that for a choice and closes.
        property bool opening: false
        Keys.onReturnPressed: opening = !popup.visible
        Keys.onEnterPressed: opening = !popup.visible
        Keys.onReleased: event => {
            if (!opening || (event.key !== Qt.Key_Return && event.key !== Qt.Key_Enter)) return
            opening = false
            popup.open()
            event.accepted = true
        }
        onActivated: at => picker.chosen(at)
        contentItem: said

        Words {
            id: said

            leftPadding: 12
            rightPadding: 36
            text: box.displayText
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
        indicator: Icon {
            x: box.width - width - 12
            anchors.verticalCenter: parent.verticalCenter
            width: 20
            height: 20
            name: "down"
            color: Theme.quiet
        }
        background: Rectangle {
            radius: 10
            color: Theme.card
            border.width: box.activeFocus ? 3 : 1
            border.color: box.activeFocus ? Theme.accent : Theme.quiet
        }
        delegate: ItemDelegate {
            id: line

            required property var modelData
            required property int index

            width: box.width
            highlighted: box.highlightedIndex === index
            Accessible.name: modelData
            Accessible.onPressAction: clicked()
            contentItem: Words {
                text: line.modelData
                verticalAlignment: Text.AlignVCenter
                Accessible.ignored: true
            }
            background: Rectangle {
                implicitHeight: Theme.touch
                color: line.highlighted ? Theme.accentSoft : Theme.card
                border.width: line.highlighted && Theme.contrast ? 2 : 0
                border.color: Theme.accent
            }
        }
        popup.background: Rectangle {
            radius: 10
            color: Theme.card
            border.color: Theme.quiet
        }
    }
}
