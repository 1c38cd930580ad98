// SPDX-License-Identifier: GPL-3.0-or-later
// The two message buses of a Linux desktop, if they are there. Never starts one.
#pragma once

#include <QDBusConnection>

#include <optional>

namespace apricot {

[[nodiscard]] std::optional<QDBusConnection> sessionBus();
[[nodiscard]] std::optional<QDBusConnection> systemBus();
// Whether somebody answers to that name, or would be started to.
[[nodiscard]] bool isOffered(const QDBusConnection &bus, const QString &service);

inline constexpr int busPatience = 1000; // milliseconds for an answer that a screen waits for

} // namespace apricot
