// SPDX-License-Identifier: GPL-3.0-or-later
// What ScanView shows: the camera and its picture, and every other way for a code to come in. All
// ways end in the one signal found().
#pragma once

#include "base/error.h"
#include "controls/work.h"
#include "device/code_reader.h"
#include "exchange/frames.h"
#include "platform/device.h"

#include <QElapsedTimer>
#include <QImage>
#include <QQmlParserStatus>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace apricot {

class Scanner : public QObject, public QQmlParserStatus {
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ELEMENT
    // The camera is on exactly while active.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)
    Q_PROPERTY(QStringList cameras READ cameras NOTIFY camerasChanged)
    Q_PROPERTY(int camera READ camera WRITE setCamera NOTIFY cameraChanged)
    Q_PROPERTY(bool hasTorch READ hasTorch NOTIFY cameraChanged)
    Q_PROPERTY(bool torch READ torch WRITE setTorch NOTIFY cameraChanged)
    Q_PROPERTY(bool simulated READ isSimulated NOTIFY camerasChanged)
    Q_PROPERTY(bool seeing READ isSeeing NOTIFY seeingChanged) // frames arrive
    // Why there is no camera picture, and what to do; empty: all is well.
    Q_PROPERTY(QString cameraProblem READ cameraProblem NOTIFY cameraChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged) // a picture is being read
    // Of a code in several parts (exchange/frames.h): read so far, and all; 0: none is being read.
    Q_PROPERTY(int partsHere READ partsHere NOTIFY partsChanged)
    Q_PROPERTY(int partsOf READ partsOf NOTIFY partsChanged)

  public:
    explicit Scanner(QObject *parent = nullptr);
    ~Scanner() override;
    void classBegin() override {}
    void componentComplete() override;

    Q_INVOKABLE void readFile(const QUrl &picture);
    Q_INVOKABLE void readClipboard();
    Q_INVOKABLE void readScreen();
    // Something that was dropped: pictures' files, or a text.
    Q_INVOKABLE void readDropped(const QList<QUrl> &files, const QString &text);
    Q_INVOKABLE void readTyped(const QString &text); // of a hand scanner

    [[nodiscard]] bool isActive() const { return m_active; }
    [[nodiscard]] QStringList cameras() const;
    [[nodiscard]] int camera() const { return m_camera; }
    [[nodiscard]] bool hasTorch() const;
    [[nodiscard]] bool torch() const { return m_torch; }
    [[nodiscard]] bool isSimulated() const;
    [[nodiscard]] bool isSeeing() const { return !m_preview.isNull(); }
    [[nodiscard]] QString cameraProblem() const { return m_cameraProblem; }
    [[nodiscard]] bool isBusy() const { return m_work.isBusy(); }
    [[nodiscard]] int partsHere() const { return static_cast<int>(m_parts.here()); }
    [[nodiscard]] int partsOf() const { return static_cast<int>(m_parts.of()); }
    [[nodiscard]] QImage preview() const { return m_preview; }
    void setActive(bool active);
    void setCamera(int which);
    void setTorch(bool on);

  Q_SIGNALS:
    void found(const QString &text); // the same one again only after it was away for a while
    void failed(const QString &words);
    void activeChanged();
    void camerasChanged();
    void cameraChanged();
    void seeingChanged();
    void busyChanged();
    void previewChanged();
    void partsChanged();

  private:
    void switchCamera();
    void switchOff();
    void read(std::function<Result<QStringList>()> job);
    void show(const QImage &preview);
    // The code that these are or complete; empty: parts are missing. FramesIncomplete.
    [[nodiscard]] Result<QString> gather(const QStringList &texts);
    void tell(const QStringList &texts);
    void tellFromCamera(const QStringList &texts);

    std::shared_ptr<Device> m_device; // null until complete
    CodeReader m_reader;
    FrameCollector m_parts;
    Work m_work;
    bool m_active = false, m_on = false, m_torch = false, m_looking = false;
    int m_camera = 0;
    QString m_cameraProblem, m_last;
    QElapsedTimer m_lastSeen; // since m_last was in the picture
    QImage m_preview;
};

} // namespace apricot
