// SPDX-License-Identifier: GPL-3.0-or-later
// A frame around what belongs together, with a title and an icon if it has them.
import QtQuick
import Apricot.Controls

Rectangle {
    id: card

    default property alias content: column.data
    property string title
    property string symbol // an icon's name
    property color tint: Theme.accent
    property color ground: Theme.card

    width: parent ? parent.width : implicitWidth
    implicitHeight: column.implicitHeight + 2 * column.y
    radius: Theme.radius
    color: ground
    border.color: Theme.line
    border.width: 1

    Column {
        id: column

        x: card.width > 480 ? Theme.wide : 16
        y: 16
        width: card.width - 2 * x
        spacing: 10

        Item {
            width: parent.width
            height: Math.max(words.implicitHeight, icon.visible ? icon.height : 0)
            visible: card.title.length > 0

            Icon {
                id: icon

                visible: name.length > 0
                name: card.symbol
                width: Theme.icon
                height: Theme.icon
                color: card.tint
            }
            Words {
                id: words

                x: icon.visible ? icon.width + 10 : 0
                width: parent.width - x
                title: true
                text: card.title
            }
        }
    }
}
