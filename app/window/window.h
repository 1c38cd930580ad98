// SPDX-License-Identifier: GPL-3.0-or-later
// What an app does at its start, and its event loop.
#pragma once

#include <QString>
#include <QUrl>

namespace apricot {

struct AppWindow {
    QString name;    // of the program
    QString desktop; // of its desktop file
    // An ApplicationWindow with `folder`, `ledger` and `mailbox`; with `language` and `files`
    // (URLs; texts: codes and links), if it takes them.
    QUrl screens;
};

// The program's exit status.
[[nodiscard]] int runWindow(int argc, char **argv, const AppWindow &window);

} // namespace apricot
