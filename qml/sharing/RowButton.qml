// SPDX-License-Identifier: GPL-3.0-or-later
// A row that leads on, in a frame of its own: what it is, more about it below.
import QtQuick
import Apricot.Controls

ListRow {
    id: row

    property string about
    property bool marked: false // chosen before

    detail: about
    font.bold: true
    background: Rectangle {
        implicitHeight: Theme.touch
        radius: 10
        color: row.down || row.hovered ? Theme.accentSoft : Theme.card
        border.width: row.marked ? 2 : 1
        border.color: row.marked ? Theme.accent : Theme.line

        FocusRing {
            shown: row.activeFocus
        }
    }
}
