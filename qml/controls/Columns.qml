// SPDX-License-Identifier: GPL-3.0-or-later
// Cards one below the other, or in two columns where there is room for both.
import QtQuick
import Apricot.Controls

Item {
    id: columns

    property int spacing: 16
    readonly property int count: width >= 2 * Math.round(380 * Theme.scale) + spacing ? 2 : 1
    property var known: []

    width: parent ? parent.width : implicitWidth
    onWidthChanged: later.restart()
    onCountChanged: later.restart()
    onChildrenChanged: later.restart()

    // Once for all that changes together.
    Timer {
        id: later

        interval: 0
        onTriggered: columns.place()
    }
    // The next card goes where the least is.
    function place() {
        const wide = (width - (count - 1) * spacing) / count
        const ends = count === 2 ? [0, 0] : [0]
        for (let i = 0; i < children.length; ++i) { // Qt 6.4 cannot go through it by "of"
            const child = children[i]
            if (!known.includes(child)) {
                known.push(child)
                child.heightChanged.connect(() => later?.restart())
                child.visibleChanged.connect(() => later?.restart())
            }
            if (!child.visible || child.height === 0) continue
            child.width = wide
            const at = ends.length === 2 && ends[1] < ends[0] ? 1 : 0
            child.x = at * (wide + spacing)
            child.y = ends[at]
            ends[at] += child.height + spacing
        }
        implicitHeight = Math.max(0, Math.max(...ends) - spacing)
    }
    Component.onCompleted: place()
}
