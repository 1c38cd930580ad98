// SPDX-License-Identifier: GPL-3.0-or-later
// Guard { }: covers the window while it is minimised or hidden, so that no task switcher shows what
// stands in it; on a phone as soon as another app is in front, on a desktop after a while.
import QtQuick
import QtQuick.Window
import Apricot.Controls

Rectangle {
    id: guard

    // Seconds in the background after which a desktop window is covered; 0: never for that alone,
    // as for a counter that stands beside another program.
    property int patience: 60
    readonly property bool phone: Qt.platform.os === "android" || Qt.platform.os === "ios"
    readonly property bool away: Application.state !== Qt.ApplicationActive
    readonly property bool hidden: Window.visibility === Window.Minimized
        || Window.visibility === Window.Hidden
    readonly property bool covering: hidden || (away && (phone || overdue))
    property bool overdue: false

    anchors.fill: parent
    z: 1000
    visible: covering
    color: Theme.ground
    Accessible.role: Accessible.StaticText
    Accessible.name: cover.text
    Accessible.ignored: !covering
    onAwayChanged: if (!away) overdue = false

    Timer {
        interval: guard.patience * 1000
        running: guard.away && guard.patience > 0 && !guard.overdue
        onTriggered: guard.overdue = true
    }
    Words {
        id: cover

        anchors.centerIn: parent
        width: parent.width - 4 * Theme.gap
        horizontalAlignment: Text.AlignHCenter
        heading: true
        //: Over the whole window while another program is in front
        text: qsTr("Apricot hides your records while you are elsewhere. Come back to see them.")
    }
    // What is covered takes no touch.
    MouseArea {
        anchors.fill: parent
    }
}
