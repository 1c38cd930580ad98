// SPDX-License-Identifier: GPL-3.0-or-later
// Where the keyboard is: a ring around its parent, readable on every ground.
import QtQuick
import Apricot.Controls

Rectangle {
    property bool shown: false

    anchors.fill: parent
    anchors.margins: -3
    visible: shown
    radius: (parent?.radius ?? 8) + 3
    color: "transparent"
    border.width: 3
    border.color: Theme.text
}
