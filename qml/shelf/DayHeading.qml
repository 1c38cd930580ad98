// SPDX-License-Identifier: GPL-3.0-or-later
// Above the records of one day: the year where it is a new one, the day, and its visits.
import QtQuick
import Apricot.Controls

Column {
    id: heading

    required property string section
    readonly property var parts: section.split("\n")

    topPadding: parts[0] ? Theme.gap : 4
    bottomPadding: 2
    spacing: 2

    Words {
        visible: text.length > 0
        heading: true
        text: heading.parts[0] ?? ""
    }
    Words {
        visible: text.length > 0
        text: [heading.parts[1], heading.parts[2]].filter(Boolean).join(" · ")
        font.bold: true
        color: Theme.quiet
        font.pixelSize: Theme.small
    }
}
