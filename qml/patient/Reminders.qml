// SPDX-License-Identifier: GPL-3.0-or-later
// What should be done so that nothing is lost: the words, a backup. Nothing when all is well.
import QtQuick
import Apricot.Controls
import Apricot.Person

Columns {
    id: reminders

    required property Person person
    readonly property var kept: person.safekeeping
    signal go(string where)

    readonly property bool wordsDue: kept.wordsChecked === false
    readonly property bool backupDue: kept.backupDue === true && person.records > 0

    visible: wordsDue || backupDue

    Card {
        visible: reminders.wordsDue
        ground: Theme.accentSoft
        symbol: "words"
        //: Reminder on the first screen
        title: qsTr("Your 24 words are not written down yet")

        Words {
            //: Reminder on the first screen
            text: qsTr("If this device is lost, only they bring your keys back.")
        }
        WordButton {
            //: Button of a reminder
            text: qsTr("Write them down now")
            onClicked: reminders.go("words")
        }
    }
    Card {
        visible: reminders.backupDue
        ground: Theme.accentSoft
        symbol: "backup"
        //: Reminder on the first screen; %1 is when
        title: reminders.kept.backedUp ? qsTr("The last backup is of %1").arg(reminders.kept.backedUp)
            //: Reminder on the first screen
            : qsTr("There is no backup yet")

        Words {
            //: Reminder on the first screen
            text: qsTr("Your records are on this device only. A backup is one locked file that you keep elsewhere.")
        }
        WordButton {
            //: Button of a reminder
            text: qsTr("Back up")
            onClicked: reminders.go("backup")
        }
    }
}
