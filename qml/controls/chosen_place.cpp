// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/chosen_place.h"

#include "base/chosen_file.h"

namespace apricot {

bool ChosenPlace::isTaken(const QUrl &file) const {
    const auto free = checkChosenFile(file.toLocalFile().toStdString(), Replace::No);
    return !free && free.error().code == ErrorCode::ChosenFileExists;
}

} // namespace apricot
