// SPDX-License-Identifier: GPL-3.0-or-later
// While a finger is waited for, with a way out; and what was said of the last one.
import QtQuick
import Apricot.Controls
import Apricot.Device

Column {
    id: asking

    required property KeySafe safe
    property string refusal

    function begin() {
        refusal = ""
        safe.ask()
    }
    function end() {
        refusal = ""
        safe.cancel()
    }

    width: parent ? parent.width : implicitWidth
    spacing: 10
    visible: safe.asking || refusal.length > 0

    Connections {
        target: asking.safe
        function onRefused(words: string) { asking.refusal = words }
    }
    Words {
        visible: asking.safe.asking
        //: While a fingerprint is waited for
        text: qsTr("Put your finger on the reader now.")
        font.bold: true
        Accessible.role: Accessible.AlertMessage
    }
    WordButton {
        visible: asking.safe.asking
        //: Button: a fingerprint is no longer waited for
        text: qsTr("Not with the finger")
        onClicked: asking.end()
    }
    Words {
        visible: text.length > 0
        color: Theme.danger
        text: asking.refusal
        Accessible.role: Accessible.AlertMessage
    }
}
