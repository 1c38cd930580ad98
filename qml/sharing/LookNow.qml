// SPDX-License-Identifier: GPL-3.0-or-later
// Asks at once about what is otherwise looked after at its own moment, and says what that shows.
import QtQuick
import Apricot.Controls

Column {
    id: look

    property bool all: false // else one permission
    signal chosen

    width: parent ? parent.width : implicitWidth
    spacing: Theme.gap / 2

    WordButton {
        small: true
        //: Button: asks the ledger about all permissions at once
        text: look.all ? qsTr("Look at all permissions now")
            //: Button: asks the ledger about one permission
            : qsTr("Look now")
        onClicked: look.chosen()
    }
    Words {
        quiet: true
        //: Below the button that asks about all permissions at once
        text: look.all ? qsTr("Each is looked after by itself while Apricot is open, at random moments. Looking at all at once can show the hospitals' computers which clinics have to do with one person.")
            //: Below the button that asks about one permission
            : qsTr("It is looked after by itself while Apricot is open, one clinic after the other at random moments. Looking now shows the hospitals' computers that somebody asks about one of many permissions just now, not about which.")
    }
}
