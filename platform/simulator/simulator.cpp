// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/simulator/simulator.h"

#include "base/file.h"
#include "platform/device.h"
#include "platform/dummy/dummy.h"
#include "platform/simulator/speech_simulator.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QImageReader>

namespace apricot {
namespace {

constexpr int framesPerSecond = 15;

class PictureFrame final : public CameraFrame {
  public:
    explicit PictureFrame(QImage picture) : m_picture(std::move(picture)) {}
    [[nodiscard]] QImage grey() const override {
        return m_picture.convertToFormat(QImage::Format_Grayscale8);
    }
    [[nodiscard]] QImage preview(int widest) const override {
        return m_picture.width() > widest ? m_picture.scaledToWidth(widest) : m_picture;
    }

  private:
    QImage m_picture;
};

} // namespace

Result<> SimulatedKeyStore::put(std::string_view name, const SecretBytes &value) {
    const std::scoped_lock lock(m_mutex);
    m_kept.insert_or_assign(std::string(name), value.clone());
    return {};
}

Result<std::optional<SecretBytes>> SimulatedKeyStore::get(std::string_view name) {
    const std::scoped_lock lock(m_mutex);
    const auto found = m_kept.find(name);
    if (found == m_kept.end()) return std::optional<SecretBytes>();
    return std::optional(found->second.clone());
}

Result<> SimulatedKeyStore::remove(std::string_view name) {
    const std::scoped_lock lock(m_mutex);
    if (const auto found = m_kept.find(name); found != m_kept.end()) m_kept.erase(found);
    return {};
}

void SimulatedBiometrics::ask() {
    const int question = ++m_asked;
    m_asking = true;
    if (!m_answer) return;
    QTimer::singleShot(300, this, [this, question, answer = *m_answer] {
        if (question != m_asked) return;
        m_asking = false;
        Q_EMIT answered(answer);
    });
}

void SimulatedBiometrics::cancel() {
    ++m_asked;
    m_asking = false;
    Q_EMIT answered(Answer::Cancelled);
}

SimulatedCamera::SimulatedCamera(const QString &pictures) {
    if (!pictures.isEmpty()) {
        const QDir folder(pictures);
        for (const QFileInfo &file : folder.entryInfoList(QDir::Files, QDir::Name))
            if (!QImageReader::imageFormat(file.filePath()).isEmpty())
                m_files.append(file.filePath());
    }
    m_beat.setInterval(1000 / framesPerSecond);
    connect(&m_beat, &QTimer::timeout, this, &SimulatedCamera::show);
}

QStringList SimulatedCamera::names() const {
    if (m_files.isEmpty()) return {};
    //: Name of a camera that plays pictures: for tests and demonstrations
    return {QCoreApplication::translate("SimulatedCamera", "Simulated camera")};
}

Result<> SimulatedCamera::start(int which) {
    if (which < 0 || which >= names().size()) return cameraAbsent();
    m_beat.start();
    return {};
}

void SimulatedCamera::stop() {
    m_beat.stop();
}

void SimulatedCamera::show() {
    QImageReader reader(m_files[m_next]);
    m_next = (m_next + 1) % m_files.size();
    const QImage picture = reader.read();
    if (!picture.isNull()) Q_EMIT frame(std::make_shared<PictureFrame>(picture));
}

bool SimulatedFiles::isFile(const QUrl &file) const {
    return file.scheme() == QStringLiteral("content") || LocalFiles::isFile(file);
}

Result<OutsideFile> SimulatedFiles::toRead(const QUrl &file) {
    if (file.scheme() != QStringLiteral("content")) return LocalFiles::toRead(file);
    auto held = std::make_shared<QFile>(file.path());
    if (!held->open(QIODevice::ReadOnly))
        return fileUnreadable("content:", held->errorString().toStdString());
    return OutsideFile{"/dev/fd/" + std::to_string(held->handle()), held};
}

std::shared_ptr<Device> simulatedDevice(const QString &pictures) {
    return std::make_shared<Device>(
        Device{std::make_unique<SimulatedKeyStore>(), std::make_unique<SimulatedBiometrics>(),
               std::make_unique<SimulatedCamera>(pictures), std::make_unique<NoDisplay>(),
               std::make_unique<NoNotifications>(), std::make_unique<SimulatedSpeech>(),
               std::make_unique<NoScreenshot>(), std::make_unique<SimulatedSleep>(),
               std::make_unique<NoPrinting>(), std::make_unique<NoPdf>(),
               std::make_unique<SimulatedFiles>()});
}

} // namespace apricot
