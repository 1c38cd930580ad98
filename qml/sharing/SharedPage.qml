// SPDX-License-Identifier: GPL-3.0-or-later
// Who may see what, and who saw it: the permissions given, those that may still be opened first.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Device
import Apricot.Person
import Apricot.Sharing

FocusScope {
    id: page

    required property Person person
    property string chosen // a permission's number
    property var untold: null // one that was not given here
    readonly property bool wholeScreen: one.item?.wholeScreen ?? false

    Grants {
        id: grants

        person: page.person
        Component.onCompleted: reload()
    }
    ListView {
        id: list

        readonly property real column: Math.min(width - 2 * Theme.gap, Theme.column)
        readonly property real edge: (width - column) / 2

        anchors.fill: parent
        visible: page.chosen === "" && !page.untold
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        model: grants
        spacing: Theme.gap / 2
        Accessible.role: Accessible.List
        //: Accessible name of the list of permissions
        Accessible.name: qsTr("Permissions I gave")

        header: Column {
            x: list.edge
            width: list.column
            topPadding: Theme.gap
            bottomPadding: Theme.gap
            spacing: Theme.gap

            Words {
                heading: true
                //: Heading of the list of permissions
                text: qsTr("Who may see my records, and who did")
            }
            Words {
                visible: grants.count === 0
                //: While the vault is read
                text: grants.asking ? qsTr("Looking …")
                    //: When nothing was shared so far
                    : qsTr("You have not let anybody see your records.")
            }
            Words {
                visible: grants.count > 0
                //: How many permissions may still be opened or fetched; %1 is the number
                text: grants.active > 0 ? qsTr("Still in force: %1. Press one to see it all, or to end it.").arg(grants.active)
                    //: No permission may still be used
                    : qsTr("Nobody can open anything now.")
            }
            Column {
                width: parent.width
                visible: grants.asking && grants.count > 0
                spacing: Theme.gap / 2

                Words {
                    quiet: true
                    //: While the ledger is asked about each permission
                    text: qsTr("Asking the ledger for proofs …")
                }
                ProgressBar {
                    width: parent.width
                    value: grants.fraction
                    //: Accessible name of the bar that shows how many permissions the ledger has answered for
                    Accessible.name: qsTr("Progress of asking the ledger")
                }
                WordButton {
                    small: true
                    visible: grants.count > 16
                    //: Button: the ledger is not asked any further
                    text: qsTr("Stop asking")
                    onClicked: grants.stop()
                }
            }
            Words {
                visible: !page.person.ledgerIsHere && grants.asOf !== ""
                quiet: true
                //: Above the list of permissions; %1 is a time
                text: qsTr("As it was at %1.").arg(grants.asOf)
            }
            Words {
                visible: grants.unreachable
                color: Theme.danger
                //: The ledger did not answer
                text: qsTr("The ledger cannot be reached. What is shown is what this device knows; who opened what may be missing.")
            }
            WordButton {
                visible: grants.unreachable
                //: Button: asks the ledger once more
                text: qsTr("Ask again")
                onClicked: grants.lookNow()
            }
        }
        // Below the rows: with large type they would not be in sight else.
        footer: Column {
            x: list.edge
            width: list.column
            topPadding: Theme.gap
            bottomPadding: Theme.gap
            spacing: Theme.gap

            LookNow {
                visible: !page.person.ledgerIsHere && grants.count > 0 && !grants.asking
                all: true
                onChosen: grants.lookNow()
            }
            WordButton {
                small: true
                visible: grants.count > 0
                //: Button: all permissions and openings are written to a file
                text: qsTr("Save my whole history as a file")
                onClicked: file.open()
            }
        }
        section.property: "section"
        section.delegate: Item {
            required property string section

            width: list.width
            height: heading.implicitHeight + Theme.gap

            Words {
                id: heading

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

            required property int index
            required property string number
            required property string clinic
            required property string what
            required property string until
            required property string fetchUntil
            required property string state
            required property int used
            required property int uses
            required property string opened
            required property string known

            width: list.width
            height: row.height

            GrantRow {
                id: row

                x: list.edge
                width: list.column
                clinic: line.clinic
                what: line.what
                until: line.until
                fetchUntil: line.fetchUntil
                grantState: line.state
                used: line.used
                uses: line.uses
                opened: line.opened
                known: line.known
                onClicked: {
                    if (line.state !== "untold") {
                        page.chosen = line.number
                        return
                    }
                    grants.choose(line.index)
                    page.untold = {clinic: line.clinic, until: line.until, used: line.used, uses: line.uses}
                }
            }
        }
    }
    Loader {
        id: one

        anchors.fill: parent
        active: page.chosen !== ""
        focus: active
        sourceComponent: GrantView {
            person: page.person
            number: page.chosen
            onBack: {
                page.chosen = ""
                grants.reload()
            }
        }
    }
    Loader {
        anchors.fill: parent
        active: !!page.untold
        focus: active
        sourceComponent: UntoldView {
            clinic: page.untold?.clinic ?? ""
            until: page.untold?.until ?? ""
            used: page.untold?.used ?? 0
            uses: page.untold?.uses ?? 0
            openings: grants.chosen
            onBack: page.untold = null
        }
    }
    SaveDialog {
        id: file

        defaultSuffix: "json"
        onChosen: (file, replace) => grants.exportAll(file, replace)
    }
}
