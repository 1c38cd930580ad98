// SPDX-License-Identifier: GPL-3.0-or-later
// Asks before what cannot be undone. Leaving it is always possible, and is what Escape does.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Apricot.Controls

Dialog {
    id: dialog

    property string words // what it means
    property string yes   // the button that does it
    //: Button that leaves things as they are
    property string no: qsTr("No, leave it as it is")
    property bool danger: true
    signal agreed

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min((parent?.width ?? 400) - 32, Math.round(480 * Math.min(Theme.scale, 1.4)))
    height: Math.min((parent?.height ?? 600) - 32, body.implicitHeight + 2 * padding)
    modal: true
    focus: true
    padding: 24
    header: null
    footer: null
    onOpened: leave.forceActiveFocus(Qt.TabFocusReason)

    background: Rectangle {
        radius: Theme.radius + 4
        color: Theme.card
        border.color: Theme.line
        border.width: Theme.contrast ? 2 : 1
    }
    contentItem: face

    readonly property Flickable face: Flickable {
        clip: true
        contentHeight: body.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}

        Column {
            id: body

            width: parent.width
            spacing: 16
            Accessible.role: Accessible.Dialog
            Accessible.name: dialog.title

            Words {
                title: true
                text: dialog.title
            }
            Words {
                visible: text.length > 0
                text: dialog.words
            }
            WordButton {
                id: leave

                width: parent.width
                text: dialog.no
                onClicked: dialog.reject()
            }
            WordButton {
                width: parent.width
                first: true
                danger: dialog.danger
                text: dialog.yes
                onClicked: {
                    dialog.accept()
                    dialog.agreed()
                }
            }
        }
    }
}
