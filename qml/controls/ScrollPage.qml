// SPDX-License-Identifier: GPL-3.0-or-later
// A screen that scrolls: a heading, then what stands in it, in one column that is never too wide.
import QtQuick
import QtQuick.Controls.Basic

Flickable {
    id: page

    property string title
    default property alias content: column.data

    contentHeight: column.implicitHeight + 2 * Theme.gap
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: ScrollBar {}
    Accessible.role: Accessible.Pane
    Accessible.name: title

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

    Column {
        id: column

        width: Math.min(page.width - 2 * Theme.gap, Theme.column)
        x: (page.width - width) / 2
        y: Theme.gap
        spacing: Theme.gap

        Words {
            heading: true
            text: page.title
            visible: text.length > 0
        }
    }
}
