// SPDX-License-Identifier: GPL-3.0-or-later
// One permission: what was agreed to, who opened it and where that stands on the ledger, its code
// again, and its end.
import QtQuick
import Apricot.Controls
import Apricot.Device
import Apricot.Person
import Apricot.Sharing

FocusScope {
    id: view

    required property Person person
    required property string number
    property bool sure: false   // the end is asked about
    property bool code: false   // its code is shown
    property bool other: false  // the words in the other language
    readonly property bool wholeScreen: code
    readonly property bool good: grant.state === GivenGrant.Good || grant.state === GivenGrant.Asking
    readonly property bool live: good || grant.state === GivenGrant.Fetch // ending changes something
    signal back

    GivenGrant {
        id: grant

        person: view.person
        number: view.number
    }
    ScrollPage {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: end.top }
        visible: !view.code
        title: grant.clinic

        // First of all, wherever the page was when it was asked.
        Card {
            visible: view.sure && view.live

            Words {
                //: Before a permission is ended; %1 is a clinic
                text: qsTr("End it for good? %1 can then not open it nor fetch it again. It cannot be brought back. What they have read, they have read.").arg(grant.clinic)
            }
            WordButton {
                id: yes

                danger: true
                first: true
                enabled: !view.person.busy
                //: Button that ends a permission
                text: qsTr("Yes, end it for good")
                onClicked: {
                    view.sure = false
                    grant.revoke()
                }
            }
            WordButton {
                //: Button that leaves a permission as it is
                text: qsTr("Keep it")
                onClicked: view.sure = false
            }
        }
        Words {
            font.bold: true
            color: view.good ? Theme.good : Theme.text
            Accessible.role: Accessible.AlertMessage
            //: State of a permission; %1 is a time
            text: grant.state === GivenGrant.Good ? qsTr("May be opened until %1").arg(grant.until)
                //: State of a permission; %1 is a time, %2 the number of the ledger's block
                : grant.state === GivenGrant.Ended ? qsTr("You ended this at %1. It took effect in the ledger's block %2.").arg(grant.ended).arg(grant.endBlock)
                //: State of a permission that was opened lately; %1 is a clinic, %2 a time
                : grant.state === GivenGrant.Fetch ? qsTr("It was opened. %1 can fetch the same records again until %2, unless you end it now.").arg(grant.clinic).arg(grant.fetchUntil)
                //: State of a permission that was opened, some time ago
                : grant.state === GivenGrant.Over && grant.used > 0 ? qsTr("It is over: nobody can open or fetch it any more.")
                //: State of a permission; %1 is a time
                : grant.state === GivenGrant.Over && grant.whole ? qsTr("It ran out at %1, and nobody had opened it.").arg(grant.until)
                //: State of a permission that was not looked at since; %1 is a time
                : grant.state === GivenGrant.Over ? qsTr("It ran out at %1. Whether it was opened is not known yet.").arg(grant.until)
                //: A permission that stands on another ledger than the one chosen in Settings; %1 is that ledger's name
                : grant.elsewhere ? qsTr("This permission stands on another ledger, %1. Choose that one in Settings to see who opened it, or to end it.").arg(grant.chain)
                //: The ledger does not answer
                : grant.unreachable ? qsTr("The ledger cannot be reached: whether it was opened is not known here.")
                //: State of a permission that the ledger was not asked about yet; %1 is a time
                : !view.person.ledgerIsHere && !grant.asking ? qsTr("Until %1; not yet checked on the ledger").arg(grant.until)
                //: While the ledger is asked
                : qsTr("Asking the ledger …")
        }
        Words {
            visible: grant.eraseBy.length > 0
            //: Below the state of a permission that was opened; %1 is a clinic, %2 a time
            text: qsTr("%1 has a copy for looking at. It must erase that copy by %2.").arg(grant.clinic).arg(grant.eraseBy)
        }
        Card {
            Words { text: view.other ? grant.otherWords : grant.words }
            WordButton {
                small: true
                //: Button: the words of the consent in the other language; readable in both
                text: qsTr("中文 / English")
                onClicked: view.other = !view.other
            }
        }
        Card {
            Words {
                //: Heading above who opened it; %1 of %2 times
                text: qsTr("Opened %1 of %2 times").arg(grant.used).arg(grant.uses)
                font.bold: true
            }
            OpeningsList { rows: grant.openings }
            Words {
                visible: grant.asOf.length > 0
                quiet: true
                //: Below who opened it; %1 is the number of the ledger's block, %2 its time
                text: qsTr("✓ Proven by the ledger as of block %1, %2. This device has checked the proof itself.").arg(grant.block).arg(grant.asOf)
            }
            WordButton {
                small: true
                visible: grant.asOf.length > 0
                //: Button: the ledger's proof is written to a file
                text: qsTr("Save the proof as a file")
                onClicked: file.open()
            }
        }
        LookNow {
            visible: (view.live || !grant.whole) && !view.person.ledgerIsHere
            onChosen: grant.look()
        }
        WordButton {
            visible: view.good && !view.sure
            first: true
            //: Button: shows the code of a permission again
            text: qsTr("Show its code again")
            onClicked: view.code = true
        }
        WordButton {
            //: Button: to the list of permissions
            text: qsTr("Back to all permissions")
            onClicked: view.back()
        }
    }
    // However long the words above are, the way to end them is on the screen.
    Rectangle {
        id: end

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        visible: view.live && !view.sure && !view.code
        height: visible ? ending.implicitHeight + Theme.gap : 0
        color: Theme.raised

        WordButton {
            id: ending

            anchors.centerIn: parent
            width: Math.min(parent.width - 2 * Theme.gap, Theme.button)
            danger: true
            //: Button; asks once more
            text: qsTr("End this permission")
            onClicked: {
                view.sure = true
                yes.forceActiveFocus(Qt.TabFocusReason)
            }
        }
    }
    Loader {
        anchors.fill: parent
        active: view.code
        focus: active
        sourceComponent: CodeView {
            person: view.person
            number: view.number
            onDone: {
                view.code = false
                if (view.person.ledgerIsHere) grant.look()
            }
        }
    }
    SaveDialog {
        id: file

        defaultSuffix: "receipt"
        onChosen: (file, replace) => grant.saveReceipt(file, replace)
    }
}
