// SPDX-License-Identifier: GPL-3.0-or-later
// A window around the views of records, for their tests.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Shelf

ApplicationWindow {
    id: window

    property Shelf shelf
    property string screen: "browse"
    property string current
    property string correcting
    property string kept
    property var chosen: []
    property real typeScale: 1
    property int look: 0

    visible: true
    color: Theme.ground
    onTypeScaleChanged: Theme.scale = typeScale
    onLookChanged: Theme.look = look
    onCurrentChanged: if (loader.item && screen === "browse") loader.item.current = current

    Loader {
        id: loader

        anchors.fill: parent
        focus: true
        sourceComponent: window.screen === "browse" ? browse : window.screen === "summary" ? summary
            : window.screen === "entry" ? entry : picker
    }
    Component { id: browse; RecordBrowser { shelf: window.shelf; current: window.current; onCorrect: id => window.correcting = id } }
    Component {
        id: summary
        ScrollPage {
            title: "Summary"
            SummaryCards { width: parent.width; shelf: window.shelf; onChosen: id => window.kept = id }
        }
    }
    Component { id: entry; EntryForm { shelf: window.shelf; correcting: window.correcting; onKept: id => window.kept = id } }
    Component { id: picker; RecordPicker { shelf: window.shelf; onChosenChanged: window.chosen = chosen } }
}
