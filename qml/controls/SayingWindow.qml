// SPDX-License-Identifier: GPL-3.0-or-later
// A small window that says one thing, for an app that cannot show more.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls

ApplicationWindow {
    id: window

    property string words

    width: 420
    height: 320
    visible: true
    color: Theme.ground
    title: "Apricot 杏林"

    ScrollPage {
        anchors.fill: parent

        Words { text: window.words }
        WordButton {
            first: true
            //: Button that closes a window
            text: qsTr("Close")
            onClicked: window.close()
        }
    }
}
