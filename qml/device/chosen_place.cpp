// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/chosen_place.h"

#include "base/chosen_file.h"
#include "device/device_of.h"

namespace apricot {

ChosenPlace *ChosenPlace::create(QQmlEngine *engine, QJSEngine *) {
    return std::make_unique<ChosenPlace>(deviceOf(*engine)).release(); // QML's from here on
}

bool ChosenPlace::isTaken(const QUrl &file) const {
    const auto place = m_device->files->toWrite(file);
    if (!place) return false;
    const auto free = checkChosenFile(*place, Replace::No);
    return !free && free.error().code == ErrorCode::ChosenFileExists;
}

QString ChosenPlace::pathOf(const QUrl &place) const {
    const auto path = m_device->files->toWrite(place);
    return path ? QString::fromStdString(path->string()) : QString();
}

} // namespace apricot
