// SPDX-License-Identifier: GPL-3.0-or-later
// The screens by the window system (X11), else by the desktop's portal
// (org.freedesktop.portal.Screenshot, which asks the person): Wayland lets no app look by itself.
#pragma once

#include "platform/screenshot.h"

#include <QVariantMap>

namespace apricot {

class LinuxScreenshot final : public Screenshot {
    Q_OBJECT

  public:
    using Screenshot::Screenshot;
    void take() override;

  private Q_SLOTS:
    void hear(uint response, const QVariantMap &results); // of the portal

  private:
    [[nodiscard]] bool askPortal();

    QString m_request; // the portal's, while it is asked; empty: it is not
    int m_asked = 0;
};

} // namespace apricot
