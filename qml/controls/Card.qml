// SPDX-License-Identifier: GPL-3.0-or-later
// A frame around what belongs together.
import QtQuick

Rectangle {
    id: card

    default property alias content: column.data

    width: parent ? parent.width : implicitWidth
    implicitHeight: column.implicitHeight + 2 * Theme.gap
    radius: 10
    color: Theme.card
    border.color: Theme.line

    Column {
        id: column

        x: Theme.gap
        y: Theme.gap
        width: card.width - 2 * Theme.gap
        spacing: Theme.gap / 2
    }
}
