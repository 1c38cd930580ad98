// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/qt/late.h"

#include "platform/dummy/dummy.h"
#include "platform/qt/parts.h"

#include <QPluginLoader>

#include <mutex>

namespace apricot {
namespace {

// The plug-in of that name: beside the program (as it is built), or in one of Qt's library paths,
// to which an installed app adds its own folder.
template <class T, class None>
class Late {
  public:
    Late(const char *name, std::unique_ptr<T> (Part::*make)() const) : m_name(name), m_make(make) {}

    T &operator*() const {
        std::call_once(m_once, [this] {
            QPluginLoader loader(QString::fromLatin1(m_name));
            if (const auto *part = qobject_cast<Part *>(loader.instance()))
                m_part = (part->*m_make)();
            if (m_part) return;
            qWarning("%s is not there: %s", m_name, qPrintable(loader.errorString()));
            m_part = std::make_unique<None>();
        });
        return *m_part;
    }
    T *operator->() const { return &**this; }
    [[nodiscard]] bool isLoaded() const { return m_part != nullptr; } // in one thread only

  private:
    const char *m_name;
    std::unique_ptr<T> (Part::*m_make)() const;
    mutable std::once_flag m_once;
    mutable std::unique_ptr<T> m_part;
};

class LateCamera final : public Camera {
  public:
    [[nodiscard]] QStringList names() const override { return there().names(); }
    [[nodiscard]] Result<> start(int which) override { return there().start(which); }
    void stop() override {
        if (m_camera.isLoaded()) m_camera->stop();
    }
    [[nodiscard]] bool hasTorch() const override {
        return m_camera.isLoaded() && m_camera->hasTorch();
    }
    void setTorch(bool on) override {
        if (m_camera.isLoaded()) m_camera->setTorch(on);
    }

  private:
    [[nodiscard]] Camera &there() const {
        if (m_camera.isLoaded()) return *m_camera;
        Camera &camera = *m_camera;
        // Frames come on in the thread that they come from.
        connect(&camera, &Camera::frame, this, &Camera::frame, Qt::DirectConnection);
        connect(&camera, &Camera::failed, this, &Camera::failed);
        connect(&camera, &Camera::namesChanged, this, &Camera::namesChanged);
        return camera;
    }

    Late<Camera, NoCamera> m_camera{"apricot_camera", &Part::camera};
};

class LatePdf final : public Pdf {
  public:
    [[nodiscard]] std::optional<int> pages(ByteView pdf) override { return m_pdf->pages(pdf); }
    [[nodiscard]] QImage page(ByteView pdf, int page, int width) override {
        return m_pdf->page(pdf, page, width);
    }

  private:
    Late<Pdf, NoPdf> m_pdf{"apricot_pdf", &Part::pdf};
};

class LatePrinting final : public Printing {
  public:
    [[nodiscard]] QStringList names() const override { return m_printing->names(); }
    [[nodiscard]] bool print(const QString &printer,
                             const std::function<bool(QPagedPaintDevice &)> &draw) override {
        return m_printing->print(printer, draw);
    }

  private:
    Late<Printing, NoPrinting> m_printing{"apricot_printing", &Part::printing};
};

class LateSpeech final : public Speech {
  public:
    [[nodiscard]] bool speaks(const QLocale &language) override {
        const bool first = !m_speech.isLoaded();
        Speech &speech = *m_speech;
        if (first) connect(&speech, &Speech::changed, this, &Speech::changed);
        return speech.speaks(language);
    }
    void say(const QString &text, const QLocale &language) override {
        if (speaks(language)) m_speech->say(text, language);
    }
    void stop() override {
        if (m_speech.isLoaded()) m_speech->stop();
    }
    [[nodiscard]] bool isSpeaking() const override {
        return m_speech.isLoaded() && m_speech->isSpeaking();
    }

  private:
    Late<Speech, NoSpeech> m_speech{"apricot_speech", &Part::speech};
};

} // namespace

std::unique_ptr<Camera> lateCamera() {
    return std::make_unique<LateCamera>();
}

std::unique_ptr<Pdf> latePdf() {
    return std::make_unique<LatePdf>();
}

std::unique_ptr<Printing> latePrinting() {
    return std::make_unique<LatePrinting>();
}

std::unique_ptr<Speech> lateSpeech() {
    return std::make_unique<LateSpeech>();
}

} // namespace apricot
