// SPDX-License-Identifier: GPL-3.0-or-later
// The counter at work: today's visits beside what is being done, or, on a narrow screen, one after
// the other.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Clinic

Item {
    id: page

    required property Counter counter
    readonly property bool wide: width >= 900 * Math.min(Theme.scale, 1.5)
    property string place: "scan" // scan, today, visit, write, ask, desk
    readonly property shownCode code: counter.code
    readonly property shownVisit shownVisit: counter.shownVisit
    readonly property string shown: shownVisit.id
    readonly property string where: (place === "visit" || place === "write") && !shown ? "scan"
        : place === "today" && wide ? "scan" : place

    function go(to) {
        if (to === "scan") {
            counter.putAside()
            counter.show("")
        }
        place = to
    }

    // What a hand scanner said: where parts are put together, or at once.
    function take(text: string) {
        const scanning = content.item as ScanPage
        if (scanning) scanning.take(text)
        else counter.read(text)
    }

    onCodeChanged: if (code.verdict) place = "scan"
    onShownChanged: if (shown) place = "visit"

    QueuePane {
        id: queue

        counter: page.counter
        width: Math.round(300 * Math.min(Theme.scale, 1.5))
        height: parent.height
        visible: page.wide
        place: page.where
        onGo: to => page.go(to)
    }
    Rectangle {
        visible: page.wide
        x: queue.width
        width: 1
        height: parent.height
        color: Theme.line
    }
    Flow {
        id: bar

        visible: !page.wide
        x: Theme.gap
        y: Theme.gap / 2
        width: parent.width - 2 * Theme.gap
        spacing: 6

        Repeater {
            model: [
                //: Button that leads to the scanner
                {to: "scan", words: qsTr("Scan")},
                //: Button that leads to today's visits
                {to: "today", words: qsTr("Today")},
                //: Button that leads to the state of the clinic's registration
                {to: "desk", words: qsTr("This desk")}]

            WordButton {
                required property var modelData

                width: (bar.width - 2 * bar.spacing) / 3
                small: true
                padding: 4
                first: page.where === modelData.to
                text: modelData.words
                Accessible.selected: first
                onClicked: page.go(modelData.to)
            }
        }
    }
    // Over everything that is done in a visit, however far it is scrolled.
    Rectangle {
        id: whose

        visible: (page.where === "visit" || page.where === "write") && name.text.length > 0
        x: page.wide ? queue.width + 1 : 0
        y: page.wide ? 0 : bar.height + Theme.gap
        width: parent.width - x
        height: visible ? name.implicitHeight + Theme.gap : 0
        color: Theme.card

        Words {
            id: name

            x: Theme.gap
            y: Theme.gap / 2
            width: parent.width - 2 * Theme.gap
            font.bold: true
            text: page.shownVisit.whose
        }
    }
    Loader {
        id: content

        x: page.wide ? queue.width + 1 : 0
        y: whose.height + (page.wide ? 0 : bar.height + Theme.gap)
        width: parent.width - x
        height: parent.height - y
        focus: true
        sourceComponent: page.where === "visit" ? visit : page.where === "write" ? write
            : page.where === "today" ? today : page.where === "desk" ? desk
            : page.code.there ? check : page.where === "ask" ? ask : scan
    }
    Component { id: scan; ScanPage { counter: page.counter; onGo: to => page.go(to) } }
    Component { id: check; CheckPage { counter: page.counter } }
    Component { id: visit; VisitPage { counter: page.counter; onGo: to => page.go(to) } }
    Component { id: write; WritePage { counter: page.counter; onGo: to => page.go(to) } }
    Component { id: ask; AskPage { counter: page.counter; onGo: to => page.go(to) } }
    Component { id: desk; DeskPage { counter: page.counter } }
    Component {
        id: today

        QueuePane {
            counter: page.counter
            place: "today"
            onGo: to => page.go(to)
        }
    }
}
