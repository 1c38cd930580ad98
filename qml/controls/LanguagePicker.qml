// SPDX-License-Identifier: GPL-3.0-or-later
// The choice of language where nobody has come in yet: small, in a corner, named in both languages so
// that everybody finds it.
import QtQuick
import Apricot.Controls

Picker {
    readonly property var codes: ["", "en", "zh_CN"]

    width: Math.min(parent.width, Math.round(Theme.button / 2))
    x: parent.width - width
    labelled: false
    //: Label of a choice, in both languages so that everybody finds it
    label: qsTr("Language · 语言")
    //: A choice of language: that of the phone or PC
    model: [qsTr("As the device"), "English", "简体中文"]
    index: Math.max(0, codes.indexOf(Settings.language))
    onChosen: at => Settings.language = codes[at]
}
