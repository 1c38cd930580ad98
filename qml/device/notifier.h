// SPDX-License-Identifier: GPL-3.0-or-later
// Notifier { }: a message of the system while nobody looks at the app. Only fixed sentences, so
// that nothing about anybody's health lies on a locked screen.
#pragma once

#include "platform/device.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace apricot {

class Notifier : public QObject {
    Q_OBJECT
    QML_ELEMENT

  public:
    enum What { RequestWaiting, RecordsOpened, SomethingArrived, PermissionEndsSoon };
    Q_ENUM(What)

    using QObject::QObject;
    // Nothing happens while the app is in front, or where the system shows no messages.
    Q_INVOKABLE void tell(What what) const;
};

} // namespace apricot
