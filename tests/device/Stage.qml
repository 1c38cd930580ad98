// SPDX-License-Identifier: GPL-3.0-or-later
// A window with all that Apricot.Device shows, and a text field beside it.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Device

ApplicationWindow {
    id: window

    property real typeScale: 1
    property int look: Theme.Light
    property bool scanning: true
    property var texts: []
    property var problems: []
    property alias guard: guard
    property alias safe: safe
    property alias bright: bright
    property alias speaker: speaker
    property alias notifier: notifier
    property alias field: field.text

    width: 400
    height: 700
    visible: true
    color: Theme.ground
    Component.onCompleted: {
        Theme.scale = typeScale
        Theme.look = look
    }
    onTypeScaleChanged: Theme.scale = typeScale
    onLookChanged: Theme.look = look

    ScrollPage {
        anchors.fill: parent
        title: "Scan"

        ScanView {
            active: window.scanning
            onFound: text => window.texts = window.texts.concat([text])
            onFailed: words => window.problems = window.problems.concat([words])
        }
        TextInputBox {
            id: field

            label: "A field"
        }
    }
    BrightWhile { id: bright }
    Speaker { id: speaker }
    Notifier { id: notifier }
    KeySafe { id: safe }
    Guard { id: guard }
}
