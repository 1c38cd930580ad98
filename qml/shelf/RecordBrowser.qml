// SPDX-License-Identifier: GPL-3.0-or-later
// The list and the chosen record: beside each other on a wide window, one after the other on a phone.
import QtQuick
import Apricot.Controls
import Apricot.Shelf

Item {
    id: browser

    property Shelf shelf
    property string current
    property string opened // a record that was pressed on another screen: back from it leads there
    property bool editable: true
    property Component above // above the list
    readonly property bool wide: width >= 900 * Math.min(Theme.scale, 1.5)
    readonly property bool visiting: opened.length > 0 && current === opened
    signal correct(string id) // an own entry
    signal leaving

    onOpenedChanged: if (opened) current = opened
    Component.onCompleted: if (opened) current = opened

    // What is hidden must not keep the keyboard.
    onCurrentChanged: if (!wide) Qt.callLater(() => current ? view.begin() : list.begin())

    RecordList {
        id: list

        visible: browser.wide || !browser.current
        enabled: visible
        x: Theme.gap
        y: Theme.gap / 2
        width: browser.wide ? Math.min(560, browser.width * 0.38) : browser.width - Theme.gap
        height: parent.height - y
        shelf: browser.shelf
        current: browser.current
        above: browser.above
        onChosen: id => browser.current = id
    }
    Rectangle {
        visible: browser.wide
        x: list.x + list.width + Theme.gap / 2
        width: 1
        height: parent.height
        color: Theme.line
    }
    RecordView {
        id: view

        visible: browser.current.length > 0
        enabled: visible
        x: browser.wide ? list.x + list.width + 2 * Theme.gap : Theme.gap / 2
        y: Theme.gap / 2
        width: browser.width - x - Theme.gap / 2
        height: parent.height - y
        shelf: browser.shelf
        recordId: browser.current
        editable: browser.editable
        backShown: !browser.wide
        fromList: !browser.visiting
        onBack: browser.visiting ? browser.leaving() : browser.current = ""
        onCorrect: id => browser.correct(id)
    }
    Words {
        visible: browser.wide && !browser.current
        x: list.x + list.width + 2 * Theme.gap
        y: parent.height / 3
        width: browser.width - x - Theme.gap
        horizontalAlignment: Text.AlignHCenter
        quiet: true
        //: Beside the list of records, as long as none is chosen
        text: qsTr("Choose a record to see it here.")
    }
}
