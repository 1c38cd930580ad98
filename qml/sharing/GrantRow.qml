// SPDX-License-Identifier: GPL-3.0-or-later
// One permission in a list: who, what, until when, opened or not.
import QtQuick
import Apricot.Controls

RowButton {
    id: row

    required property string clinic
    required property string what
    required property string until
    required property string fetchUntil
    required property string grantState
    required property int used
    required property int uses
    required property string opened
    required property string known // as Grants.Known

    text: row.clinic
    about: [
        row.what,
        //: State of a permission; %1 is a time
        row.grantState === "open" ? qsTr("May be opened until %1").arg(row.until)
            //: State of a permission that the ledger was not asked about yet; %1 is a time
            : row.grantState === "unknown" ? qsTr("Until %1; not yet checked on the ledger").arg(row.until)
            //: State of a permission
            : row.grantState === "ended" ? qsTr("You ended it. Nobody can open it any more.")
            //: State of a permission that was not given on this device
            : row.grantState === "untold" ? qsTr("Opened; what it opened is not told here.")
            //: State of a permission that was opened lately; %1 is a time
            : row.grantState === "fetch" ? qsTr("They can fetch it again until %1").arg(row.fetchUntil)
            //: State of a permission: nobody can have anything of it any more
            : row.used > 0 ? qsTr("Over")
            //: State of a permission; %1 is a time
            : qsTr("Ran out at %1").arg(row.until),
        //: How often a permission was opened; %1 of %2 times, %3 is the latest time
        row.used > 0 ? qsTr("Opened %1 of %2 times, last at %3").arg(row.used).arg(row.uses).arg(row.opened)
            : row.grantState === "unknown" ? ""
            //: Nobody opened it
            : row.known === "whole" ? qsTr("Nobody has opened it")
            //: State of a permission, as far as is known
            : row.known === "old" ? qsTr("Not opened when last looked at")
            //: State of a permission that ran out
            : qsTr("Whether it was opened is not known yet")
    ].filter(Boolean).join("\n")
    marked: row.grantState === "open" || row.grantState === "fetch"
}
