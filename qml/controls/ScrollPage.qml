// SPDX-License-Identifier: GPL-3.0-or-later
// A screen that scrolls: a heading, then what stands in it, in one column that is never too wide;
// `wide` for what has columns of its own (Columns.qml).
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls

Flickable {
    id: page

    property string title
    property bool wide: false
    property bool leavable: false // a way back stands above the heading; Escape takes it too
    signal leaving
    property bool alone: false // nothing else is in the window: where there is room a card in its middle
    readonly property bool framed: alone && width > 1.3 * Theme.column
    property int spacing: 16
    default property alias content: column.data
    readonly property int margin: width > 700 ? 32 : 16

    contentHeight: column.implicitHeight + 2 * column.y
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: ScrollBar {}
    Accessible.role: Accessible.Pane
    Accessible.name: title

    Keys.onEscapePressed: event => leavable ? leaving() : event.accepted = false
    Keys.onBackPressed: event => leavable ? leaving() : event.accepted = false

    // A new heading is a new screen: it begins at its top.
    onTitleChanged: contentY = 0

    // What gets the keyboard is brought into view.
    readonly property Item focused: Window.activeFocusItem
    onFocusedChanged: {
        let item = focused
        while (item && item !== contentItem) item = item.parent
        if (!item) return
        const top = focused.mapToItem(contentItem, 0, 0).y
        if (top < contentY) contentY = Math.max(0, top - Theme.gap)
        else if (top + focused.height > contentY + height)
            contentY = top + focused.height - height + Theme.gap
    }

    Rectangle {
        visible: page.framed
        x: column.x - 48
        y: column.y - 36
        width: column.width + 96
        height: column.height + 72
        radius: Theme.radius
        color: Theme.raised
        border.width: Theme.contrast ? 2 : 0
        border.color: Theme.line
    }
    Column {
        id: column

        width: Math.min(page.width - 2 * page.margin, page.wide ? Math.round(1.75 * Theme.column) : Theme.column)
        x: (page.width - width) / 2
        y: page.framed ? Math.max(64, (page.height - implicitHeight) / 3) : page.width > 700 ? 28 : 16
        spacing: page.spacing

        WordButton {
            visible: page.leavable
            width: Math.min(parent.width, implicitWidth + 12)
            plain: true
            symbol: "back"
            //: Button above the heading of a screen: to the one before
            text: qsTr("Back")
            onClicked: page.leaving()
        }
        Words {
            heading: true
            text: page.title
            visible: text.length > 0
            bottomPadding: 4
        }
    }
}
