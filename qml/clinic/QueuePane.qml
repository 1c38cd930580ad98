// SPDX-License-Identifier: GPL-3.0-or-later
// Today's visits, newest first: what is open, what is erased, what waits to be opened again. No
// patient's name: the counter keeps none.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Clinic

ListView {
    id: pane

    required property Counter counter
    property string place
    readonly property list<shownVisit> visits: counter.visits
    signal go(string to)

    function press(visit) {
        if (!visit) return
        if (visit.open) {
            counter.show(visit.id)
            go("visit")
        } else if (visit.again) counter.readAgain(visit.id)
    }

    model: visits
    clip: true
    spacing: 8
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    leftMargin: Theme.gap
    rightMargin: Theme.gap
    topMargin: Theme.gap
    bottomMargin: Theme.gap
    ScrollBar.vertical: ScrollBar {}
    Accessible.role: Accessible.List
    //: Accessible name of today's list of visits at a clinic
    Accessible.name: qsTr("Today's visits")
    Keys.onReturnPressed: press(visits[currentIndex])
    Keys.onEnterPressed: press(visits[currentIndex])

    header: Column {
        width: pane.width - 2 * Theme.gap
        spacing: Theme.gap
        bottomPadding: Theme.gap

        Words {
            font.bold: true
            visible: text.length > 0
            text: pane.counter.desk.name
        }
        Words {
            //: Who is signed in at a clinic's counter; %1 is a name
            text: qsTr("Signed in: %1").arg(pane.counter.staff)
        }
        Words {
            visible: text.length > 0
            color: Theme.danger
            text: pane.counter.desk.there && !pane.counter.desk.good ? "⚠ " + pane.counter.desk.verdict : ""
        }
        WordButton {
            first: pane.place !== "scan"
            //: Button
            text: qsTr("Scan the next code")
            onClicked: pane.go("scan")
        }
        WordButton {
            //: Button: makes a code that the patient scans
            text: qsTr("Ask a patient for records")
            onClicked: pane.go("ask")
        }
        WordButton {
            //: Button that leads to the state of the clinic's registration
            text: qsTr("About this desk")
            onClicked: pane.go("desk")
        }
        Row {
            id: leaving

            readonly property real each: (parent.width - spacing) / 2

            spacing: 6

            WordButton {
                id: out

                small: true
                width: leaving.each
                height: Math.max(implicitHeight, lock.implicitHeight)
                //: Button: somebody else may sign in; open visits stay open
                text: qsTr("Sign out")
                onClicked: pane.counter.signOut()
            }
            WordButton {
                id: lock

                small: true
                width: leaving.each
                height: Math.max(implicitHeight, out.implicitHeight)
                //: Button
                text: qsTr("Lock and erase all")
                onClicked: pane.counter.lock()
            }
        }
        Words {
            heading: true
            //: Heading above today's visits
            text: qsTr("Today")
        }
        Words {
            quiet: true
            visible: pane.count === 0
            //: Where today's visits would stand
            text: qsTr("No code was opened yet. Up to %1 visits can be open at once.").arg(pane.counter.mostVisits)
        }
    }
    delegate: Rectangle {
        id: row

        required property int index
        required property shownVisit modelData
        readonly property bool active: modelData.open || modelData.again

        width: pane.width - 2 * Theme.gap
        height: texts.implicitHeight + 2 * Theme.gap
        radius: 10
        color: Theme.card
        border.width: pane.activeFocus && pane.currentIndex === index ? 3
            : pane.counter.shownVisit.id === modelData.id && modelData.open ? 2 : 1
        border.color: active ? Theme.accent : Theme.line
        Accessible.role: active ? Accessible.Button : Accessible.ListItem
        Accessible.name: [first.text, second.text, third.text, fourth.text].filter(Boolean).join(", ")
        Accessible.onPressAction: pane.press(modelData)

        Column {
            id: texts

            x: Theme.gap
            y: Theme.gap
            width: parent.width - 2 * Theme.gap
            spacing: 2

            Words {
                id: first

                font.bold: true
                Accessible.ignored: true
                //: A visit in today's list; %1 is its number, %2 a time of day
                text: qsTr("Visit %1, %2").arg(row.modelData.number).arg(row.modelData.when)
            }
            Words {
                id: second

                Accessible.ignored: true
                color: row.modelData.open ? Theme.good : row.modelData.again ? Theme.accent : Theme.quiet
                text: (row.modelData.open ? "● " : row.modelData.again ? "↻ " : "○ ") + row.modelData.state
            }
            Words {
                id: third

                quiet: true
                Accessible.ignored: true
                //: A visit in today's list; %1 is why (treatment ...), %2 a number, %3 a name
                text: qsTr("%1 · %2 records · %3").arg(row.modelData.purpose).arg(row.modelData.records).arg(row.modelData.staff)
            }
            Words {
                id: fourth

                quiet: true
                Accessible.ignored: true
                visible: text.length > 0
                //: A visit in today's list whose code is kept
                text: row.modelData.again ? qsTr("Press to look at it again; that uses nothing up.") : row.modelData.letters
            }
        }
        TapHandler {
            enabled: row.active
            onTapped: pane.press(row.modelData)
        }
    }
}
