// SPDX-License-Identifier: GPL-3.0-or-later
// Records that screens read: a person's vault, or what a clinic was given for a visit. Whoever
// holds them (Person, Counter) is a Shelf; the views of records know nothing else of it.
#pragma once

#include "controls/work.h"
#include "vault/vault.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace apricot {

class Shelf : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Person and Counter are shelves.")
    Q_PROPERTY(bool open READ isOpen NOTIFY recordsChanged)

  public:
    using QObject::QObject;

    [[nodiscard]] virtual bool isOpen() const = 0;
    virtual void setProblem(const Error &error) = 0;
    // Runs `job` on the vault in the working thread, then `shown` with its value here; an error
    // becomes the problem that is shown. Nothing happens when the shelf was closed meanwhile.
    template <class T>
    void look(QObject *context, std::function<Result<T>(Vault &)> job,
              std::function<void(T &&)> shown);

  Q_SIGNALS:
    void recordsChanged(); // other records than before, or none

  protected:
    // The job gets null when the shelf was closed meanwhile.
    virtual void run(QObject *context, std::function<Work::Shown(Vault *)> job) = 0;
};

template <class T>
void Shelf::look(QObject *context, std::function<Result<T>(Vault &)> job,
                 std::function<void(T &&)> shown) {
    run(context,
        [this, job = std::move(job), shown = std::move(shown)](Vault *vault) -> Work::Shown {
            if (!vault) return {};
            auto result = std::make_shared<Result<T>>(job(*vault));
            if (!result->ok()) return [this, result] { setProblem(result->error()); };
            return [shown, result] { shown(std::move(*result).value()); };
        });
}

} // namespace apricot
