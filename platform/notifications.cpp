// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/notifications.h"

#include <QCoreApplication>

namespace apricot {

QString inWords(Notice notice) {
    switch (notice) {
    case Notice::RequestWaiting:
        //: A message of the system, seen on a locked screen: says nothing about who or what
        return QCoreApplication::translate("Notice", "A request waits for your answer.");
    case Notice::RecordsOpened:
        //: A message of the system, seen on a locked screen: says nothing about who or what
        return QCoreApplication::translate("Notice", "A permission you gave was used.");
    case Notice::SomethingArrived:
        //: A message of the system, seen on a locked screen: says nothing about who or what
        return QCoreApplication::translate("Notice", "Something new has arrived.");
    case Notice::PermissionEndsSoon:
        //: A message of the system, seen on a locked screen: says nothing about who or what
        return QCoreApplication::translate("Notice", "A permission you gave ends soon.");
    }
    return {};
}

} // namespace apricot
