// SPDX-License-Identifier: GPL-3.0-or-later
// Fingerprints by fprintd (net.reactivated.Fprint on the system bus). It says whether the finger is
// the one of whoever is logged in; it guards no key, so guardsKeys() is false.
#pragma once

#include "platform/biometrics.h"

namespace apricot {

class LinuxBiometrics final : public Biometrics {
    Q_OBJECT

  public:
    LinuxBiometrics() = default;
    ~LinuxBiometrics() override;
    [[nodiscard]] bool isThere() const override;
    [[nodiscard]] bool guardsKeys() const override { return false; }
    void ask() override;
    void cancel() override;

  private Q_SLOTS:
    void hear(const QString &result, bool done);

  private:
    void end(Answer answer);

    QString m_reader; // the one that is claimed; empty: none
};

} // namespace apricot
