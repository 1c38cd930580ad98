// SPDX-License-Identifier: GPL-3.0-or-later
// BrightWhile { active: ... }: the screen is bright and stays on meanwhile. Where an app cannot set
// the brightness (canBrighten is false) what shows a code should be white and large.
#pragma once

#include "platform/device.h"

#include <QObject>
#include <QQmlParserStatus>
#include <QtQml/qqmlregistration.h>

namespace apricot {

class BrightWhile : public QObject, public QQmlParserStatus {
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ELEMENT
    Q_PROPERTY(bool active MEMBER m_active WRITE setActive NOTIFY changed)
    Q_PROPERTY(bool canBrighten READ canBrighten NOTIFY changed)

  public:
    using QObject::QObject;
    ~BrightWhile() override;
    void classBegin() override {}
    void componentComplete() override;
    void setActive(bool active);
    [[nodiscard]] bool canBrighten() const;

  Q_SIGNALS:
    void changed();

  private:
    void apply(bool on);

    std::shared_ptr<Device> m_device; // null until complete
    bool m_active = false, m_on = false;
};

} // namespace apricot
