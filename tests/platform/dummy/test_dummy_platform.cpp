// SPDX-License-Identifier: GPL-3.0-or-later
// What a build with platform/dummy says of the device it runs on: nothing is there, in the words
// for it.
#include "platform/device.h"
#include "program/test_program.h"

#include <QSignalSpy>
#include <QTest>

using namespace apricot;

class TestDummyPlatform : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void nothingIsThere() {
        const auto device = deviceHere();
        QVERIFY(!device->keys->isThere());
        QVERIFY(!device->biometrics->isThere());
        QVERIFY(!device->display->canBrighten());
        QVERIFY(!device->notifications->isThere());
        QVERIFY(!device->sleep->isThere());
        QVERIFY(!device->speech->speaks(QLocale(QLocale::Chinese)));
        QVERIFY(device->camera->names().isEmpty());
        QVERIFY(device->printing->names().isEmpty());
    }
    void whatIsAskedAllTheSameIsAnswered() {
        const auto device = deviceHere();
        QCOMPARE(device->keys->get("seal").error().code, ErrorCode::KeyStoreAbsent);
        QCOMPARE(device->camera->start(0).error().code, ErrorCode::CameraAbsent);
        QVERIFY(!device->printing->print({}, [](QPagedPaintDevice &) { return true; }));
        QSignalSpy refused(device->screenshot.get(), &Screenshot::refused);
        device->screenshot->take();
        QCOMPARE(refused.size(), 1);
        QSignalSpy answered(device->biometrics.get(), &Biometrics::answered);
        device->biometrics->ask();
        QCOMPARE(answered.size(), 1);
    }
};

APRICOT_TEST(TestDummyPlatform)
#include "test_dummy_platform.moc"
