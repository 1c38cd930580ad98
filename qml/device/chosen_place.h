// SPDX-License-Identifier: GPL-3.0-or-later
// Where a person wants a file or folder to be: what the dialogs ask of it.
#pragma once

#include "platform/device.h"

#include <QQmlEngine>
#include <QUrl>

namespace apricot {

class ChosenPlace : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

  public:
    explicit ChosenPlace(std::shared_ptr<Device> device) : m_device(std::move(device)) {}
    static ChosenPlace *create(QQmlEngine *engine, QJSEngine *);
    // A file that may be written over once the person has agreed. What may never be is refused by
    // whoever writes (base/chosen_file.h).
    Q_INVOKABLE [[nodiscard]] bool isTaken(const QUrl &file) const;
    Q_INVOKABLE [[nodiscard]] QString nameOf(const QUrl &file) const { return file.fileName(); }
    // To be remembered; empty: it has none on this device.
    Q_INVOKABLE [[nodiscard]] QString pathOf(const QUrl &place) const;

  private:
    std::shared_ptr<Device> m_device;
};

} // namespace apricot
