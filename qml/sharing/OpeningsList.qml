// SPDX-License-Identifier: GPL-3.0-or-later
// Every opening of a permission, the latest first; a long list scrolls by itself.
import QtQuick
import QtQuick.Controls.Basic
import Apricot.Controls
import Apricot.Sharing

Column {
    id: openings

    required property OpeningRows rows

    width: parent ? parent.width : implicitWidth
    spacing: Theme.gap / 2

    Item {
        width: parent.width
        height: list.height

        ListView {
            id: list

            width: parent.width
            // Of a long list the last line is cut, so that it is seen to go on.
            height: Math.min(contentHeight, Theme.body * 14)
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar { id: bar; stepSize: 0.1; policy: list.contentHeight > list.height ? ScrollBar.AlwaysOn : ScrollBar.AsNeeded }
            activeFocusOnTab: contentHeight > height
            Keys.onDownPressed: bar.increase()
            Keys.onUpPressed: bar.decrease()
            model: openings.rows
            Accessible.role: Accessible.List
            //: Accessible name of the list of a permission's openings
            Accessible.name: qsTr("Who opened it when")

            delegate: Words {
                required property string time
                required property string block

                width: list.width - Theme.gap
                //: One opening; %1 is a time, %2 the number of the ledger's block
                text: qsTr("• %1, in block %2").arg(time).arg(block)
            }
        }
        FocusRing { shown: list.activeFocus } // beside the list, which clips
    }
    Words {
        visible: openings.rows.countedOnly > 0
        quiet: true
        //: Below a list of openings; %1 is a number. An older ledger kept no times of these
        text: qsTr("%1 openings of before were only counted").arg(openings.rows.countedOnly)
    }
}
