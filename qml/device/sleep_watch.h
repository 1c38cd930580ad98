// SPDX-License-Identifier: GPL-3.0-or-later
// SleepWatch { onSleeping: ... }: what is to be done before the device sleeps.
#pragma once

#include "platform/device.h"

#include <QObject>
#include <QQmlParserStatus>
#include <QtQml/qqmlregistration.h>

namespace apricot {

class SleepWatch : public QObject, public QQmlParserStatus {
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ELEMENT
    // Whether the device says it before it sleeps.
    Q_PROPERTY(bool there READ isThere NOTIFY changed)

  public:
    using QObject::QObject;
    void classBegin() override {}
    void componentComplete() override;
    [[nodiscard]] bool isThere() const { return m_device && m_device->sleep->isThere(); }

  Q_SIGNALS:
    void changed();
    void sleeping();

  private:
    std::shared_ptr<Device> m_device;
};

} // namespace apricot
