// SPDX-License-Identifier: GPL-3.0-or-later
// A device that is played: for tests, demonstrations and screens made on a desktop. Every part says
// that it is simulated.
#pragma once

#include "crypto/key_store.h"
#include "platform/biometrics.h"
#include "platform/camera.h"
#include "platform/files.h"
#include "platform/notifications.h"
#include "platform/sleep.h"

#include <QImage>
#include <QTimer>

#include <map>
#include <mutex>
#include <optional>

namespace apricot {

// In this process's locked memory, gone with it.
class SimulatedKeyStore final : public KeyStore {
  public:
    [[nodiscard]] bool isThere() const override { return true; }
    [[nodiscard]] bool isSimulated() const override { return true; }
    [[nodiscard]] Result<> put(std::string_view name, const SecretBytes &value) override;
    [[nodiscard]] Result<std::optional<SecretBytes>> get(std::string_view name) override;
    [[nodiscard]] Result<> remove(std::string_view name) override;

  private:
    std::mutex m_mutex; // the app asks from its working thread
    std::map<std::string, SecretBytes, std::less<>> m_kept;
};

// Says yes when asked, after a moment; or whatever a test has it say.
class SimulatedBiometrics final : public Biometrics {
    Q_OBJECT

  public:
    [[nodiscard]] bool isThere() const override { return m_there; }
    [[nodiscard]] bool isSimulated() const override { return true; }
    [[nodiscard]] bool guardsKeys() const override { return false; }
    void ask() override;
    void cancel() override;
    void setThere(bool there) { m_there = there; } // false: no reader, or it knows no finger
    // Nothing: nobody puts a finger on it.
    void setAnswer(std::optional<Answer> answer) { m_answer = answer; }
    [[nodiscard]] bool isAsked() const { return m_asking; }

  private:
    bool m_there = true, m_asking = false;
    std::optional<Answer> m_answer = Answer::Matched;
    int m_asked = 0; // which question an answer belongs to
};

// Sleeps when a test says so.
class SimulatedSleep final : public Sleep {
    Q_OBJECT

  public:
    [[nodiscard]] bool isThere() const override { return true; }
    void fall() { Q_EMIT sleeping(); }
};

// Plays a folder of pictures, 15 frames a second, as frames of the camera's own format.
class SimulatedCamera final : public Camera {
    Q_OBJECT

  public:
    explicit SimulatedCamera(const QString &pictures);
    [[nodiscard]] QStringList names() const override;
    [[nodiscard]] bool isSimulated() const override { return true; }
    [[nodiscard]] Result<> start(int which) override;
    void stop() override;
    [[nodiscard]] bool hasTorch() const override { return false; }
    void setTorch(bool) override {}

  private:
    void show();

    QStringList m_files;
    qsizetype m_next = 0;
    QTimer m_beat;
};

// content://simulated/PATH is the file /PATH, by a path without its name, as Android gives it. Such
// a file cannot be written.
class SimulatedFiles final : public LocalFiles {
  public:
    [[nodiscard]] bool isFile(const QUrl &file) const override;
    [[nodiscard]] Result<OutsideFile> toRead(const QUrl &file) override;
};

} // namespace apricot
