// SPDX-License-Identifier: GPL-3.0-or-later
// Text that wraps; read by screen readers as it stands.
import QtQuick
import Apricot.Controls

Text {
    property bool heading: false // of a screen
    property bool title: false   // of a card
    property bool quiet: false

    width: parent ? parent.width : implicitWidth
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    color: quiet ? Theme.quiet : Theme.text
    lineHeight: heading ? 1.05 : 1.15
    font.pixelSize: heading ? Theme.heading : title ? Theme.title : quiet ? Theme.small : Theme.body
    font.bold: heading || title
    Accessible.role: heading || title ? Accessible.Heading : Accessible.StaticText
    Accessible.name: text
}
