// SPDX-License-Identifier: GPL-3.0-or-later
// Asks where a file is to be written, and before another one of that name goes.
import QtQuick
import Apricot.Controls
import Apricot.Device

Item {
    id: save

    property alias title: where.title
    property alias defaultSuffix: where.defaultSuffix
    property alias nameFilters: where.nameFilters
    property url asked // about this one
    signal chosen(url file, bool replace)

    function open() {
        where.open()
    }
    function take(file: url) {
        asked = file
        if (ChosenPlace.isTaken(file))
            sure.open()
        else
            chosen(file, false)
    }

    PlaceDialog {
        id: where

        kind: PlaceDialog.NewFile
        onChosen: place => save.take(place)
    }
    AskDialog {
        id: sure

        //: Asks before a file is written over
        title: qsTr("Replace the file that is there?")
        //: Asks before a file is written over; %1 is its name
        words: qsTr("There is a file %1 already. What is in it will be gone.").arg(ChosenPlace.nameOf(save.asked))
        //: Button: writes over a file
        yes: qsTr("Yes, replace it")
        onAgreed: save.chosen(save.asked, true)
    }
}
