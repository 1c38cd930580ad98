// SPDX-License-Identifier: GPL-3.0-or-later
// What the screens show now, other programs' windows too, because the person asked for a code on
// them to be read. Android: MediaProjection, which asks the person; iOS: not possible.
#pragma once

#include "base/error.h"

#include <QImage>
#include <QList>
#include <QObject>

namespace apricot {

class Screenshot : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;
    virtual void take() = 0; // taken() or refused() follows, perhaps after the system has asked

  Q_SIGNALS:
    void taken(const QList<QImage> &screens);
    void refused(const apricot::Error &why); // ScreenUnreadable
};

} // namespace apricot
