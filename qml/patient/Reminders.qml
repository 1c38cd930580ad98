// SPDX-License-Identifier: GPL-3.0-or-later
// What should be done so that nothing is lost: the words, a backup; shown while one of them is due. A line
// each, so that allergies and medicines are on the first screen of a phone; why, says where it leads.
import QtQuick
import Apricot.Controls
import Apricot.Person

Card {
    id: reminders

    ground: Theme.accentSoft

    required property Person person
    required property bool wordsDue
    required property bool backupDue
    readonly property safelyKept kept: person.safekeeping
    signal go(string where)

    ListRow {
        visible: reminders.wordsDue
        symbol: "words"
        //: Reminder on the first screen, leads to the words
        text: qsTr("Your 24 words are not written down yet")
        onClicked: reminders.go("words")
    }
    ListRow {
        visible: reminders.backupDue
        symbol: "backup"
        //: Reminder on the first screen, leads to making a backup; %1 is when
        text: reminders.kept.backedUp ? qsTr("The last backup is of %1").arg(reminders.kept.backedUp)
            //: Reminder on the first screen, leads to making a backup
            : qsTr("There is no backup yet")
        onClicked: reminders.go("backup")
    }
}
