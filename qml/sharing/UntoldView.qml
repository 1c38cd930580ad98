// SPDX-License-Identifier: GPL-3.0-or-later
// A permission under this person's key that was not given with these records: who opened it, when.
import QtQuick
import Apricot.Controls
import Apricot.Sharing

ScrollPage {
    id: view

    required property string clinic
    required property string until
    required property int used
    required property int uses
    required property OpeningRows openings
    signal back

    title: view.clinic

    Words {
        font.bold: true
        //: State of a permission that was not given on this device
        text: qsTr("Opened; what it opened is not told here.")
    }
    Words {
        //: Explains a permission that was not given on this device; %1 is a time
        text: qsTr("It was given in your name with another of your devices, or by somebody who decides for you. It ends at %1.").arg(view.until)
    }
    Card {
        Words {
            //: Heading above who opened it; %1 of %2 times
            text: qsTr("Opened %1 of %2 times").arg(view.used).arg(view.uses)
            font.bold: true
        }
        OpeningsList { rows: view.openings }
    }
    WordButton {
        first: true
        //: Button: to the list of permissions
        text: qsTr("Back to all permissions")
        onClicked: view.back()
    }
}
