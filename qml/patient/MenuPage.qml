// SPDX-License-Identifier: GPL-3.0-or-later
// The ways to the other screens, for large type.
import QtQuick
import Apricot.Controls

ScrollPage {
    id: page

    required property var places
    signal go(string where)

    //: Heading of the list of screens
    title: qsTr("Where to?")

    Repeater {
        model: page.places

        ListRow {
            required property var modelData

            text: modelData.words
            symbol: modelData.symbol
            onClicked: page.go(modelData.where)
        }
    }
}
