// SPDX-License-Identifier: GPL-3.0-or-later
// All records, newest first, by year and day; found as one types, narrowed by kind.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Shelf

Item {
    id: list

    property Shelf shelf
    property string current        // the record that is shown beside the list
    property bool selecting: false // ticks records instead of opening one
    property var ticked: []        // ids, when selecting
    property alias kinds: found.kinds
    property alias search: found.text
    property Component above       // stands above the search field and scrolls away with it
    readonly property alias total: found.total
    signal chosen(string id)

    function begin() { view.forceActiveFocus() }
    function toggle(id: string) {
        ticked = ticked.includes(id) ? ticked.filter(one => one !== id) : ticked.concat([id])
    }
    function press(id: string) {
        if (selecting) toggle(id)
        else chosen(id)
    }

    Records {
        id: found

        shelf: list.shelf
    }
    ListView {
        id: view

        anchors.fill: parent
        model: found
        clip: true
        activeFocusOnTab: true
        keyNavigationEnabled: true
        reuseItems: true
        cacheBuffer: 600
        boundsBehavior: Flickable.StopAtBounds
        currentIndex: -1
        // What stands above grows while it is read; until somebody scrolls, the list begins at its top.
        property bool scrolled: false
        onMovementStarted: scrolled = true
        onCurrentIndexChanged: if (currentIndex > 0) scrolled = true
        Connections {
            target: view.headerItem

            function onHeightChanged() { if (!view.scrolled) toTop.restart() }
        }
        Timer { // after the list has moved what stands below
            id: toTop

            interval: 0
            onTriggered: view.positionViewAtBeginning()
        }
        onActiveFocusChanged: if (activeFocus && currentIndex < 0 && count > 0) currentIndex = 0
        highlightMoveDuration: 0
        Keys.onReturnPressed: list.press(found.idAt(currentIndex))
        Keys.onEnterPressed: list.press(found.idAt(currentIndex))
        Keys.onSpacePressed: list.press(found.idAt(currentIndex))
        Keys.onPressed: event => {
            const page = Math.max(1, Math.floor(height / 90))
            if (event.key === Qt.Key_PageDown) currentIndex = Math.min(count - 1, currentIndex + page)
            else if (event.key === Qt.Key_PageUp) currentIndex = Math.max(0, currentIndex - page)
            else if (event.key === Qt.Key_Home) currentIndex = 0
            else if (event.key === Qt.Key_End) currentIndex = count - 1
            else return
            event.accepted = true
        }
        ScrollBar.vertical: ScrollBar { policy: ScrollBar.AsNeeded }
        Accessible.role: Accessible.List
        //: Accessible name of the list of records
        Accessible.name: qsTr("Records")

        section.property: "day"
        section.delegate: DayHeading { width: ListView.view.width - Theme.gap }
        header: Column {
            width: ListView.view.width - Theme.gap
            spacing: Theme.gap
            bottomPadding: Theme.gap / 2

            Loader {
                width: parent.width
                active: list.above !== null
                visible: active
                sourceComponent: list.above
            }
            TextInputBox {
                //: Label of the search field; the example is a search
                label: qsTr("Find (for example: blood sugar)")
                text: found.text
                onTextChanged: found.text = text
            }
            KindFilter {
                width: parent.width
                kindsThere: found.kindsThere
                kinds: found.kinds
                onPicked: kinds => found.kinds = kinds
            }
            Words {
                quiet: true
                text: found.reading && found.total === 0
                    //: While records are looked for
                    ? qsTr("Looking…")
                    //: How many records fit the search; %1 is the number
                    : qsTr("Records: %1").arg(found.total)
            }
            Words {
                visible: !found.reading && found.total === 0
                text: found.text || found.kinds
                    //: Shown instead of records when none fits the search
                    ? qsTr("Nothing fits. Try another word, or all kinds.")
                    //: Shown instead of records when there is none at all
                    : qsTr("There are no records yet.")
            }
        }
        delegate: RecordRow {
            width: ListView.view.width - Theme.gap
            current: !list.selecting && recordId === list.current
            focused: ListView.isCurrentItem && ListView.view.activeFocus
            selecting: list.selecting
            ticked: list.selecting && list.ticked.includes(recordId)
            onPressed: {
                ListView.view.currentIndex = index
                list.press(recordId)
            }
            Component.onCompleted: found.near(index)
            // A row that waits to be used again is not there, for the keyboard and screen readers either.
            ListView.onPooled: visible = false
            ListView.onReused: {
                visible = true
                found.near(index)
            }
        }
    }
}
