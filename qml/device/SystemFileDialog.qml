// SPDX-License-Identifier: GPL-3.0-or-later
// The system's dialog for a file, open as soon as it is made. Used by PlaceDialog alone.
import QtQuick
import QtQuick.Dialogs
import Apricot.Device

Item {
    id: shown

    required property PlaceDialog ask

    FileDialog {
        id: file

        title: shown.ask.title
        defaultSuffix: shown.ask.defaultSuffix
        fileMode: shown.ask.kind === PlaceDialog.NewFile ? FileDialog.SaveFile : FileDialog.OpenFile
        options: FileDialog.DontConfirmOverwrite // SaveDialog asks, alike everywhere
        onAccepted: shown.ask.chosen(selectedFile)
        Component.onCompleted: {
            nameFilters = shown.ask.nameFilters
            open()
        }
    }
}
