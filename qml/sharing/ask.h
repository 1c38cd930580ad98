// SPDX-License-Identifier: GPL-3.0-or-later
// Asks a person's session while their vault is open; what was asked before it was locked is
// dropped.
#pragma once

#include "person/person.h"

namespace apricot {

// Runs `job` in the working thread, then `shown` with its value or error here. Nothing comes back
// when the vault was closed meanwhile.
template <class T>
void askOpen(Person *person, QObject *context, std::function<Result<T>(Session &)> job,
             std::function<void(Result<T> &&)> shown) {
    using Maybe = std::optional<Result<T>>;
    if (!person || !person->isOpen()) return;
    person->ask<Maybe>(
        context,
        [job = std::move(job)](Session &session) -> Result<Maybe> {
            if (!session.vault) return Maybe{};
            return Maybe{job(session)};
        },
        [shown = std::move(shown)](Maybe &&maybe) {
            if (maybe) shown(std::move(*maybe));
        });
}

// "4a0f..." as QML names things; nothing when it is not that many hexadecimal digits.
template <class Id>
std::optional<Id> idNamed(const QString &number) {
    const auto raw = fromHex(number.toStdString());
    return raw ? Id::from(*raw) : std::nullopt;
}
template <class Id>
QString numberOf(const Id &id) {
    const std::string text = toHex(id.view());
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace apricot
