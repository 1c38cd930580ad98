// SPDX-License-Identifier: GPL-3.0-or-later
// Read, check, open: where one stands at the counter.
import QtQuick
import Apricot.Controls

Words {
    property int step: 0
    readonly property var names: [
        //: First of three steps at the counter
        qsTr("Read"),
        //: Second of three steps at the counter
        qsTr("Check"),
        //: Third of three steps at the counter
        qsTr("Open")]

    quiet: true
    //: Where one stands at the counter; %1 is 1, 2 or 3, %2 is what is done in that step, %3 names all three
    text: qsTr("Step %1 of 3: %2 (%3)").arg(step + 1).arg(names[step]).arg(names.join(" → "))
}
