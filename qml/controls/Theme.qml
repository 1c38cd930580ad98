// SPDX-License-Identifier: GPL-3.0-or-later
// Colours, sizes and type of both apps: light, dark, high contrast, 100 to 200 %.
pragma Singleton
import QtQuick

QtObject {
    enum Look { Light, Dark, Contrast }
    property int look: Theme.Light
    property real scale: 1 // of type: 1 to 2

    readonly property bool dark: look !== Theme.Light
    readonly property color ground: look === Theme.Contrast ? "#000000" : dark ? "#16191d" : "#faf7f2"
    readonly property color card: look === Theme.Contrast ? "#000000" : dark ? "#22272d" : "#ffffff"
    readonly property color text: look === Theme.Contrast ? "#ffffff" : dark ? "#f0ede8" : "#22201d"
    readonly property color quiet: look === Theme.Contrast ? "#ffffff" : dark ? "#b9b4ac" : "#5f5a52"
    readonly property color line: look === Theme.Contrast ? "#ffffff" : dark ? "#4a5058" : "#d8d1c6"
    readonly property color accent: look === Theme.Contrast ? "#ffff00" : dark ? "#ffb37a" : "#a8450c"
    readonly property color accentText: dark ? "#000000" : "#ffffff"
    readonly property color danger: look === Theme.Contrast ? "#ff9a9a" : dark ? "#ff9a8f" : "#a3141f"
    readonly property color good: look === Theme.Contrast ? "#9aff9a" : dark ? "#8fd7a0" : "#1d6b36"

    readonly property int body: Math.round(16 * scale)
    readonly property int small: Math.round(14 * scale)
    readonly property int heading: Math.round(22 * scale)
    readonly property int gap: 12
    readonly property int touch: Math.max(48, Math.round(44 * scale)) // least height of what is pressed
    readonly property int column: Math.round(640 * Math.min(scale, 1.4)) // widest column of text
}
