// SPDX-License-Identifier: GPL-3.0-or-later
// Where a person wants a file to be: what SaveDialog asks of it.
#pragma once

#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace apricot {

class ChosenPlace : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

  public:
    explicit ChosenPlace(QObject *parent = nullptr) : QObject(parent) {}
    // A file that may be written over once the person has agreed. What may never be is refused by
    // whoever writes (base/chosen_file.h).
    Q_INVOKABLE [[nodiscard]] bool isTaken(const QUrl &file) const;
    Q_INVOKABLE [[nodiscard]] QString nameOf(const QUrl &file) const { return file.fileName(); }
};

} // namespace apricot
