// SPDX-License-Identifier: GPL-3.0-or-later
// A device on which nothing is there: every question is answered with no.
#pragma once

#include "crypto/key_store.h"
#include "platform/biometrics.h"
#include "platform/camera.h"
#include "platform/display.h"
#include "platform/notifications.h"
#include "platform/pdf.h"
#include "platform/printing.h"
#include "platform/screenshot.h"
#include "platform/sleep.h"
#include "platform/speech.h"

namespace apricot {

[[nodiscard]] Error keyStoreAbsent();
[[nodiscard]] Error cameraAbsent();
[[nodiscard]] Error notificationsAbsent(std::string why = {});
[[nodiscard]] Error screenUnreadable(std::string why = {});

class NoKeyStore final : public KeyStore {
  public:
    [[nodiscard]] bool isThere() const override { return false; }
    [[nodiscard]] Result<> put(std::string_view, const SecretBytes &) override {
        return keyStoreAbsent();
    }
    [[nodiscard]] Result<std::optional<SecretBytes>> get(std::string_view) override {
        return keyStoreAbsent();
    }
    [[nodiscard]] Result<> remove(std::string_view) override { return keyStoreAbsent(); }
};

class NoBiometrics final : public Biometrics {
    Q_OBJECT

  public:
    [[nodiscard]] bool isThere() const override { return false; }
    [[nodiscard]] bool guardsKeys() const override { return false; }
    void ask() override { Q_EMIT answered(Answer::Unavailable); }
    void cancel() override {}
};

class NoCamera final : public Camera {
    Q_OBJECT

  public:
    [[nodiscard]] QStringList names() const override { return {}; }
    [[nodiscard]] Result<> start(int) override { return cameraAbsent(); }
    void stop() override {}
    [[nodiscard]] bool hasTorch() const override { return false; }
    void setTorch(bool) override {}
};

class NoDisplay final : public Display {
  public:
    [[nodiscard]] bool canBrighten() const override { return false; }
    void setBright(bool) override {}
    void setAwake(bool) override {}
};

class NoNotifications final : public Notifications {
  public:
    [[nodiscard]] bool isThere() const override { return false; }
    [[nodiscard]] Result<> tell(Notice) override { return notificationsAbsent(); }
};

class NoSpeech final : public Speech {
    Q_OBJECT

  public:
    [[nodiscard]] bool speaks(const QLocale &) override { return false; }
    void say(const QString &, const QLocale &) override {}
    void stop() override {}
    [[nodiscard]] bool isSpeaking() const override { return false; }
};

class NoScreenshot final : public Screenshot {
    Q_OBJECT

  public:
    void take() override { Q_EMIT refused(screenUnreadable()); }
};

class NoSleep final : public Sleep {
    Q_OBJECT

  public:
    [[nodiscard]] bool isThere() const override { return false; }
};

class NoPrinting final : public Printing {
  public:
    [[nodiscard]] QStringList names() const override { return {}; }
    [[nodiscard]] bool print(const QString &,
                             const std::function<bool(QPagedPaintDevice &)> &) override {
        return false;
    }
};

class NoPdf final : public Pdf {
  public:
    [[nodiscard]] std::optional<int> pages(ByteView) override { return std::nullopt; }
    [[nodiscard]] QImage page(ByteView, int, int) override { return {}; }
};

} // namespace apricot
