// SPDX-License-Identifier: GPL-3.0-or-later
// Text that wraps; read by screen readers as it stands.
import QtQuick

Text {
    property bool heading: false
    property bool quiet: false

    width: parent ? parent.width : implicitWidth
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    color: quiet ? Theme.quiet : Theme.text
    font.pixelSize: heading ? Theme.heading : quiet ? Theme.small : Theme.body
    font.bold: heading
    Accessible.role: heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: text
}
