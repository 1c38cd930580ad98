// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for a file or a folder by the system's dialog, which is loaded when it is first asked for: no
// start waits for it.
import QtQuick

Item {
    id: ask

    enum Kind { File, NewFile, Folder }

    property int kind: PlaceDialog.File
    property string title
    property string defaultSuffix // of a new file
    property list<string> nameFilters
    signal chosen(url place)

    function open() {
        dialog.source = ""
        dialog.setSource(kind === PlaceDialog.Folder ? "SystemFolderDialog.qml" : "SystemFileDialog.qml", { ask: ask })
    }

    Loader { id: dialog }
}
