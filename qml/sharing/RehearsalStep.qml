// SPDX-License-Identifier: GPL-3.0-or-later
// Exactly these records, these words: what is listed and ticked is what is signed. On a wide window
// the words stand beside the list.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Person
import Apricot.Sharing

Item {
    id: step

    required property ShareFlow flow
    required property Person person
    readonly property bool wide: width >= 860 * Math.min(Theme.scale, 1.5)
    readonly property real side: wide ? Math.min(width * 0.45, 640) : 0

    ScrollPage {
        width: step.side
        height: parent.height
        visible: step.wide

        Loader {
            width: parent.width
            active: step.wide
            sourceComponent: words
        }
    }
    Component { id: words; RehearsalWords { flow: step.flow } }

    ListView {
        id: list

        x: step.side
        width: parent.width - step.side
        height: parent.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        model: step.flow.records
        readonly property real column: Math.min(width - 2 * Theme.gap, Theme.column)
        readonly property real edge: (width - column) / 2
        Accessible.role: Accessible.List
        //: Accessible name of the list of records that would be seen
        Accessible.name: qsTr("Records they would see")

        header: Column {
            x: list.edge
            width: list.column
            topPadding: Theme.gap
            spacing: Theme.gap

            Loader {
                width: parent.width
                active: !step.wide
                visible: active
                sourceComponent: words
            }
            Words {
                //: Above the list of records before signing
                text: qsTr("Take the tick away from what they need not see.")
            }
        }
        footer: Item {
            width: 1
            height: Theme.gap
        }
        section.property: "section"
        section.delegate: Item {
            required property string section

            width: list.width
            height: kind.implicitHeight + Theme.gap

            Words {
                id: kind

                x: list.edge
                y: Theme.gap / 2
                width: list.column
                text: parent.section
                font.bold: true
                Accessible.role: Accessible.Heading
            }
        }
        delegate: Item {
            id: line

            required property string recordId
            required property string title
            required property string value
            required property string when
            required property bool seen
            required property int level

            width: list.width
            height: tick.implicitHeight

            Tick {
                id: tick

                x: list.edge
                width: list.column
                struck: true
                enabled: line.seen || line.level <= step.flow.clearance
                checked: line.seen
                text: [line.title, line.value].filter(Boolean).join(": ")
                about: [
                    line.when,
                    //: Beside a record that they would not see
                    enabled ? "" : qsTr("more private than this clinic may open"),
                    //: Beside a record that they would not see
                    line.seen || !enabled ? "" : line.level > 4 ? qsTr("most private, stays closed")
                        //: Beside a record that they would not see
                        : line.level > 3 ? qsTr("private, stays closed")
                        //: Beside a record that they would not see
                        : qsTr("struck out, stays closed")
                ].filter(Boolean).join(" · ")
                onToggled: step.flow.see(line.recordId, checked)
            }
        }
    }
}
