// SPDX-License-Identifier: GPL-3.0-or-later
// Allergies, medicines, conditions on a screen of their own, for elder mode.
import QtQuick
import Apricot.Controls
import Apricot.Device
import Apricot.Patient
import Apricot.Person

ScrollPage {
    id: page

    required property Person person
    signal go(string where)
    signal opened(string id) // one record

    leavable: true
    wide: true
    //: Heading
    title: qsTr("My medicines and allergies")

    Speaker { id: speaker }
    WordButton {
        visible: speaker.available
        enabled: health.spoken.length > 0
        //: Button: stops reading aloud
        text: speaker.speaking ? qsTr("Stop reading")
            //: Button: a voice reads medicines and allergies
            : qsTr("Read it to me")
        onClicked: speaker.speaking ? speaker.stop() : speaker.speak(health.spoken)
    }
    HealthCards {
        id: health

        person: page.person
        onGo: where => page.go(where)
        onOpened: id => page.opened(id)
    }
    Words {
        visible: !speaker.available
        quiet: true
        text: speaker.problem
    }
}
