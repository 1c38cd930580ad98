// SPDX-License-Identifier: GPL-3.0-or-later
// The first start: a new record, one from a backup, or one's keys from the 24 words.
import QtQuick
import Apricot.Controls
import Apricot.Device
import Apricot.Person

ScrollPage {
    id: page

    required property Person person
    required property Profiles profiles
    property string way: "new"
    property url backup // empty: none was chosen

    alone: true
    //: Heading of the first start for someone else's record; %1 is their name
    title: profiles.adding ? qsTr("A record for %1").arg(profiles.name)
        //: Heading of the first start
        : qsTr("Your health record, in your hands")

    // In words, by length: what can be guessed is short before it is anything else.
    function strength(length: int): string {
        //: How good a passphrase is
        return length === 0 ? "" : length < 8 ? qsTr("Too short: 8 characters at least.")
            //: How good a passphrase is
            : length < 14 ? qsTr("Long enough. Longer is safer: four words that only you would put together.")
            //: How good a passphrase is
            : qsTr("Good and long.")
    }
    function make() {
        if (person.busy) return
        if (way !== "backup")
            person.create(passphrase.field, again.field, way === "words" ? words.field : null)
        else if (!String(backup)) file.open()
        else if (passphrase.field.length > 0) person.restore(backup, passphrase.field)
    }
    function take(file: url) {
        way = "backup"
        backup = file
        passphrase.field.forceActiveFocus(Qt.TabFocusReason)
    }
    function nameOf(file: url): string { return decodeURIComponent(String(file).replace(/^.*\//, "")) }

    LanguagePicker { visible: !page.profiles.adding }
    Words {
        //: First start: what the app is
        text: page.profiles.adding ? qsTr("This record has a passphrase of its own. Only who knows it opens it; the other records on this device stay closed.")
            //: First start: what the app is
            : qsTr("Apricot keeps your records on this device, locked. Nobody sees them unless you let them.")
    }
    Column {
        width: parent.width
        spacing: 4

        Choice {
            //: First start: choice
            text: qsTr("I am new here")
            checked: page.way === "new"
            onClicked: page.way = "new"
        }
        Choice {
            //: First start: choice; from another phone or after a loss
            text: qsTr("I have a backup from another device")
            //: First start: how to move from another phone
            detail: qsTr("Moving? On the old device: Settings, Backup and moving, \"Back up to a file\". Bring that file here.")
            checked: page.way === "backup"
            onClicked: page.way = "backup"
        }
        Choice {
            //: First start: choice
            text: qsTr("I only have my 24 words")
            //: First start: what the 24 words bring back
            detail: qsTr("They bring back your keys, so that you can end old permissions. They do not bring back your records.")
            checked: page.way === "words"
            onClicked: page.way = "words"
        }
    }
    SecretInput {
        id: words

        //: Label of the field for the recovery words
        label: qsTr("Your 24 words: English with spaces between them, or Chinese characters")
        words: true
        visible: page.way === "words"
    }
    Words {
        visible: page.way === "backup" && text.length > 0
        //: First start: the backup that was chosen; %1 is the name of a file
        text: String(page.backup) ? qsTr("Backup: %1").arg(page.nameOf(page.backup)) : ""
    }
    SecretInput {
        id: passphrase

        //: Label of a field
        label: page.way === "backup" ? qsTr("Passphrase of the backup")
            //: Label of a field
            : qsTr("Think of a passphrase (at least 8 characters)")
        hint: page.way === "backup" ? "" : page.strength(field.length)
        onAccepted: again.visible ? again.field.forceActiveFocus(Qt.TabFocusReason) : page.make()
    }
    SecretInput {
        id: again

        //: Label of a field
        label: qsTr("The same passphrase again")
        visible: page.way !== "backup"
        onAccepted: page.make()
    }
    Card {
        symbol: "warning"
        //: First start: heading of what a loss means
        title: qsTr("If you forget it")
        visible: page.way !== "backup"

        Words {
            //: First start: what a loss means
            text: qsTr("If you forget the passphrase, nobody can open your record again: not we, not the hospital. Write it down and keep it at home, and keep a backup on another device.")
        }
    }
    WordButton {
        first: true
        enabled: !page.person.busy && (page.way !== "backup" || !String(page.backup) || passphrase.field.length > 0)
        //: Button of the first start, while it works
        text: page.person.busy ? qsTr("One moment …")
            //: Button of the first start
            : page.way === "backup" && !String(page.backup) ? qsTr("Choose the backup file")
            //: Button of the first start: with the file that was chosen
            : page.way === "backup" ? qsTr("Open this backup")
            //: Button of the first start
            : qsTr("Make my record")
        onClicked: page.make()
    }
    WordButton {
        visible: page.way === "backup" && String(page.backup).length > 0
        plain: true
        symbol: "file"
        //: Button of the first start: not the file that was chosen
        text: qsTr("Choose another file")
        onClicked: file.open()
    }
    WordButton {
        visible: page.profiles.adding
        plain: true
        symbol: "back"
        //: Button: no record is made for someone else
        text: qsTr("Back, make nothing")
        onClicked: page.profiles.giveUp()
    }
    PlaceDialog {
        id: file

        onChosen: place => page.take(place)
    }
    DropArea {
        parent: page
        anchors.fill: parent
        onDropped: drop => { if (drop.hasUrls) page.take(drop.urls[0]) }
    }
}
