// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/scanner.h"

#include "controls/words.h"
#include "device/device_of.h"
#include "device/picture_source.h"
#include "exchange/code_file.h"

namespace apricot {
namespace {

constexpr qint64 sameAgainAfter = 3000; // milliseconds out of the picture

} // namespace

Scanner::Scanner(QObject *parent) : QObject(parent) {
    connect(&m_work, &Work::changed, this, &Scanner::busyChanged);
    connect(&m_reader, &CodeReader::seen, this, &Scanner::show);
    connect(&m_reader, &CodeReader::found, this, &Scanner::tellFromCamera);
}

Scanner::~Scanner() {
    switchOff();
}

void Scanner::componentComplete() {
    m_device = deviceOf(this);
    Camera *camera = m_device->camera.get();
    connect(camera, &Camera::namesChanged, this, [this] {
        Q_EMIT camerasChanged();
        switchCamera();
    });
    connect(camera, &Camera::failed, this, [this](const Error &error) {
        if (!m_on) return;
        switchOff();
        m_cameraProblem = inWords(error);
        Q_EMIT cameraChanged();
    });
    // Another view may have asked.
    connect(m_device->screenshot.get(), &Screenshot::taken, this, [this](const QList<QImage> &all) {
        if (std::exchange(m_looking, false)) read([all] { return codesIn(all); });
    });
    connect(m_device->screenshot.get(), &Screenshot::refused, this, [this](const Error &why) {
        if (std::exchange(m_looking, false)) Q_EMIT failed(inWords(why));
    });
    Q_EMIT camerasChanged();
    switchCamera();
}

QStringList Scanner::cameras() const {
    return m_device ? m_device->camera->names() : QStringList();
}

bool Scanner::hasTorch() const {
    return m_on && m_device->camera->hasTorch();
}

bool Scanner::isSimulated() const {
    return m_device && m_device->camera->isSimulated();
}

void Scanner::setActive(bool active) {
    if (active == m_active) return;
    m_active = active;
    m_last.clear();
    m_parts.forget();
    Q_EMIT partsChanged();
    switchCamera();
    Q_EMIT activeChanged();
}

void Scanner::setCamera(int which) {
    if (which == m_camera) return;
    m_camera = which;
    switchCamera();
}

void Scanner::setTorch(bool on) {
    if (!hasTorch() || on == m_torch) return;
    m_torch = on;
    m_device->camera->setTorch(on);
    Q_EMIT cameraChanged();
}

void Scanner::switchOff() {
    if (!m_on) return;
    m_on = false;
    m_torch = false;
    m_device->camera->stop();
    disconnect(m_device->camera.get(), &Camera::frame, &m_reader, nullptr);
    m_reader.forget();
    m_preview = {};
    Q_EMIT previewChanged();
    Q_EMIT seeingChanged();
}

void Scanner::switchCamera() {
    if (!m_device) return;
    switchOff();
    m_cameraProblem.clear();
    if (m_active) {
        const auto count = static_cast<int>(cameras().size());
        if (m_camera >= count) m_camera = 0; // it was pulled out
        if (const auto started = m_device->camera->start(m_camera); !started) {
            m_cameraProblem = inWords(started.error());
        } else {
            m_on = true;
            // Frames may come from another thread, and offer() waits for nobody.
            connect(m_device->camera.get(), &Camera::frame, &m_reader, &CodeReader::offer,
                    Qt::DirectConnection);
        }
    }
    Q_EMIT cameraChanged();
}

void Scanner::show(const QImage &preview) {
    const bool first = m_preview.isNull();
    m_preview = preview;
    Q_EMIT previewChanged();
    if (first) Q_EMIT seeingChanged();
}

Result<QString> Scanner::gather(const QStringList &texts) {
    if (!isFrame(texts.constFirst().toStdString())) return texts.constFirst();
    Result<QString> out = QString();
    for (const QString &text : texts) {
        if (!isFrame(text.toStdString())) continue;
        const auto whole = m_parts.take(text.toStdString());
        if (!whole)
            out = whole.error();
        else if (*whole)
            out = QString::fromStdString(**whole);
    }
    Q_EMIT partsChanged();
    return out;
}

void Scanner::tell(const QStringList &texts) {
    const auto code = gather(texts);
    if (!code)
        Q_EMIT failed(inWords(code.error()));
    else if (!code->isEmpty())
        Q_EMIT found(*code);
}

void Scanner::tellFromCamera(const QStringList &texts) {
    // A part that was misread comes round again.
    const auto code = gather(texts);
    if (!code || code->isEmpty()) return;
    const QString &text = *code;
    const bool same =
        text == m_last && m_lastSeen.isValid() && m_lastSeen.elapsed() < sameAgainAfter;
    m_last = text;
    m_lastSeen.start();
    if (!same) Q_EMIT found(text);
}

void Scanner::read(std::function<Result<QStringList>()> job) {
    m_work.run(this, [this, job = std::move(job)]() -> Work::Shown {
        auto texts = std::make_shared<Result<QStringList>>(job());
        return [this, texts] {
            if (!texts->ok())
                Q_EMIT failed(inWords(texts->error()));
            else
                tell(**texts);
        };
    });
}

void Scanner::readFile(const QUrl &picture) {
    read([device = deviceOf(this), picture]() -> Result<QStringList> {
        APRICOT_TRY_ASSIGN(file, device->files->toRead(picture));
        APRICOT_TRY_ASSIGN(texts, codesInFile(file.path));
        return oursFirst(texts);
    });
}

void Scanner::readClipboard() {
    const auto pasted = clipboardNow(*deviceOf(this)->files);
    if (!pasted)
        Q_EMIT failed(inWords(pasted.error()));
    else if (!pasted->text.isEmpty())
        tell({pasted->text});
    else if (!pasted->file.isEmpty())
        readFile(pasted->file);
    else
        read([picture = pasted->picture] { return codesIn({picture}); });
}

void Scanner::readScreen() {
    if (!m_device || m_looking) return;
    m_looking = true;
    m_device->screenshot->take();
}

void Scanner::readDropped(const QList<QUrl> &files, const QString &text) {
    if (!files.isEmpty()) return readFile(files.constFirst());
    readTyped(text);
}

void Scanner::readTyped(const QString &text) {
    const QString code = codeInText(text);
    tell({code.isEmpty() ? text.trimmed() : code}); // whatever it is, it is refused by name
}

} // namespace apricot
