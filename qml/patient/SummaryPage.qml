// SPDX-License-Identifier: GPL-3.0-or-later
// Allergies, medicines, conditions on a screen of their own, for elder mode.
import QtQuick
import Apricot.Controls
import Apricot.Patient
import Apricot.Person

ScrollPage {
    id: page

    required property Person person
    signal go(string where)

    leavable: true
    wide: true
    //: Heading
    title: qsTr("My medicines and allergies")

    HealthCards {
        person: page.person
        onGo: where => page.go(where)
    }
}
