// SPDX-License-Identifier: GPL-3.0-or-later
// The system's dialog for a folder, open as soon as it is made. Used by PlaceDialog alone.
import QtQuick
import QtQuick.Dialogs
import Apricot.Device

Item {
    id: shown

    required property PlaceDialog ask

    FolderDialog {
        title: shown.ask.title
        onAccepted: shown.ask.chosen(selectedFolder)
        Component.onCompleted: open()
    }
}
