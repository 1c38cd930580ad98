// SPDX-License-Identifier: GPL-3.0-or-later
// Colours, sizes and type of both apps: warm paper and apricot; light, dark, high contrast, 100 to
// 200 %. Text stands at 4.5 : 1 or better on every ground it is used on.
pragma Singleton
import QtQuick
import Apricot.Controls

QtObject {
    enum Look { Light, Dark, Contrast }
    property int look: Settings.look
    property real scale: Settings.elder ? Math.max(1.5, Settings.typeScale) : Settings.typeScale // of type: 1 to 2

    readonly property bool contrast: look === Theme.Contrast
    readonly property bool dark: look !== Theme.Light
    readonly property color ground: contrast ? "#000000" : dark ? "#191613" : "#faf6ef"
    readonly property color card: contrast ? "#000000" : dark ? "#25211d" : "#fffdfa"
    readonly property color raised: contrast ? "#000000" : dark ? "#1f1b18" : "#f4ece0" // rails and bars
    readonly property color text: contrast ? "#ffffff" : dark ? "#f3ece2" : "#2b241c"
    readonly property color quiet: contrast ? "#ffffff" : dark ? "#c0b5a7" : "#685d50"
    readonly property color line: contrast ? "#ffffff" : dark ? "#463e36" : "#e4d9c9"
    readonly property color accent: contrast ? "#ffff00" : dark ? "#ffb37a" : "#a8450c"
    readonly property color accentText: dark ? "#1a1005" : "#ffffff"
    // Behind what is chosen; text and accent are readable on it.
    readonly property color accentSoft: contrast ? "#000000" : dark ? "#3d2b1d" : "#fde9d6"
    readonly property color danger: contrast ? "#ff9a9a" : dark ? "#ff9a8f" : "#a3141f"
    readonly property color dangerSoft: contrast ? "#000000" : dark ? "#3f2220" : "#fbe6e3"
    readonly property color good: contrast ? "#9aff9a" : dark ? "#8fd7a0" : "#1d6b36"
    readonly property color goodSoft: contrast ? "#000000" : dark ? "#1f3325" : "#e2f1e4"

    readonly property int body: Math.round(16 * scale)
    readonly property int small: Math.round(14 * scale)
    readonly property int title: Math.round(18 * scale) // of a card
    readonly property int heading: Math.round((scale > 1.4 ? 22 : 26) * scale) // of a screen
    readonly property int gap: 12
    readonly property int wide: 20 // around cards, where there is room
    readonly property int radius: 14
    readonly property int touch: Math.max(48, Math.round(44 * scale)) // least height of what is pressed
    readonly property int icon: Math.round(22 * Math.min(scale, 1.6))
    readonly property int column: Math.round(680 * Math.min(scale, 1.4)) // widest column of text
    readonly property int button: Math.round(400 * Math.min(scale, 1.5)) // widest button
}
