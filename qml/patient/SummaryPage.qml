// SPDX-License-Identifier: GPL-3.0-or-later
// Allergies, medicines, conditions on a screen of their own, for elder mode: nothing else, and a voice
// that reads them.
import QtQuick
import Apricot.Controls
import Apricot.Device
import Apricot.Person
import Apricot.Shelf

ScrollPage {
    id: page

    required property Person person
    signal opened(string id) // one record

    leavable: true
    wide: true
    //: Heading
    title: qsTr("My medicines and allergies")

    Speaker { id: speaker }
    WordButton {
        first: true
        visible: speaker.available
        enabled: health.spoken.length > 0
        //: Button: stops reading aloud
        text: speaker.speaking ? qsTr("Stop reading")
            //: Button: a voice reads medicines and allergies
            : qsTr("Read it to me")
        onClicked: speaker.speaking ? speaker.stop() : speaker.speak(health.spoken)
    }
    SummaryCards {
        id: health

        width: parent.width
        shelf: page.person
        visits: false
        onChosen: id => page.opened(id)
    }
    Words {
        visible: !speaker.available
        quiet: true
        text: speaker.problem
    }
}
