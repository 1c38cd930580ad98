#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What belongs to one folder of platform/ is included, linked and looked for there alone.

A folder that is not chosen (APRICOT_PLATFORM) must not be needed by the rest: D-Bus is linux's; cameras,
PDF, print support, speech and the key ring are qt's. platform/linux stands upon platform/qt; nothing else includes either.
"""
import re

import findings

OWNED = {  # what, as it is written in CMake and in an #include: the folder
    r"Qt6::DBus|COMPONENTS[^)]*\bDBus\b|#include <Q?t?DBus\w*|#include <QDBus\w*": "platform/linux",
    r"Qt6::PrintSupport|COMPONENTS[^)]*\bPrintSupport\b|#include <QPrint\w*|#include <QtPrintSupport": "platform/qt",
    r"Qt6::Multimedia|COMPONENTS[^)]*\bMultimedia\b|#include <Q(Video|Camera|Media)\w*|import QtMultimedia": "platform/qt",
    r"Qt6::Pdf|COMPONENTS[^)]*\bPdf\b|#include <QPdf(?!Writer)\w*|import QtQuick.Pdf": "platform/qt",
    r"Qt6::TextToSpeech|COMPONENTS[^)]*\bTextToSpeech\b|#include <QTextToSpeech|#include <QVoice": "platform/qt",
    r"Qt6Keychain|#include <qt6keychain": "platform/qt",
    r'#include "platform/linux/': "platform/linux",
    r'#include "platform/qt/': "platform/qt",
}
MAY_INCLUDE = {"platform/qt": ("platform/qt/", "platform/linux/"), "platform/linux": ("platform/linux/",)}


def check(root):
    for file in findings.files(root, "*.cpp", "*.h", "*.qml", "*.cmake", "CMakeLists.txt", "*/CMakeLists.txt"):
        name = file.relative_to(root).as_posix()
        if name.startswith("tests/"):
            continue  # they play what is there
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            for pattern, owner in OWNED.items():
                ours = MAY_INCLUDE[owner] if pattern.startswith("#") else (owner + "/",)
                if re.search(pattern, line) and not name.startswith(ours):
                    yield file, number, f"belongs to {owner}: a build without that folder would need it"


SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"

if __name__ == "__main__":
    findings.main(check, {
        "belongs to platform/linux": {"platform/qt/a.cpp": SPDX + '#include "platform/linux/bus_linux.h"\n'},
        "to platform/linux": {"qml/device/a.cpp": SPDX + "#include <QDBusMessage>\n"},
        "belongs to platform/qt": {"qml/device/a.cpp": SPDX + "#include <QPrinter>\n"},
        "to platform/qt": {"CMakeLists.txt": "find_package(Qt6 COMPONENTS Core PrintSupport)\n"},
    })
