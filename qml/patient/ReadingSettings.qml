// SPDX-License-Identifier: GPL-3.0-or-later
// Language, size of type, colours, elder mode.
import QtQuick
import Apricot.Controls

ScrollPage {
    id: page

    leavable: true
    wide: true
    //: Heading
    title: qsTr("Language and reading")

    Columns {
        Card {
            symbol: "language"
            //: Heading of a group of settings, in both languages so that everybody finds it
            title: qsTr("Language · 语言")

            Choice {
                //: A choice of language: that of the phone or PC
                text: qsTr("As the device")
                checked: Settings.language === ""
                onClicked: Settings.language = ""
            }
            Choice {
                text: "English"
                checked: Settings.language === "en"
                onClicked: Settings.language = "en"
            }
            Choice {
                text: "简体中文"
                checked: Settings.language === "zh_CN"
                onClicked: Settings.language = "zh_CN"
            }
        }
        Card {
            symbol: "type"
            //: Heading of a group of settings
            title: qsTr("Size of type")

            Repeater {
                model: [1, 1.25, 1.5, 1.75, 2]
                Choice {
                    required property real modelData
                    text: Math.round(modelData * 100) + " %"
                    checked: Settings.typeScale === modelData
                    onClicked: Settings.typeScale = modelData
                }
            }
        }
        Card {
            symbol: "shared"
            //: Heading of a group of settings: colours
            title: qsTr("Colours")

            Choice {
                //: A choice of colours
                text: qsTr("Light")
                checked: Settings.look === Theme.Light
                onClicked: Settings.look = Theme.Light
            }
            Choice {
                //: A choice of colours
                text: qsTr("Dark")
                checked: Settings.look === Theme.Dark
                onClicked: Settings.look = Theme.Dark
            }
            Choice {
                //: A choice of colours
                text: qsTr("High contrast")
                checked: Settings.look === Theme.Contrast
                onClicked: Settings.look = Theme.Contrast
            }
            WordButton {
                visible: !Settings.followsSystem
                plain: true
                //: Button: size and colours as the phone or PC has them
                text: qsTr("Size and colours as the device has them")
                onClicked: Settings.followSystem()
            }
        }
        Card {
            symbol: "heart"
            //: Heading of a group of settings
            title: qsTr("Elder mode")

            Toggle {
                //: A setting that is on or off
                text: qsTr("Bigger, with fewer choices")
                //: Explains elder mode
                detail: qsTr("The first screen has four large ways: show my code, my medicines and allergies, who looked, help.")
                checked: Settings.elder
                onToggled: Settings.elder = checked
            }
        }
    }
}
