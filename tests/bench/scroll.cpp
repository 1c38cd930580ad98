// SPDX-License-Identifier: GPL-3.0-or-later
// Frame times of the list of records over a real vault of 100,000 (or as many as the first argument
// says), scrolled by a driver: at a reading pace, then flung from the newest record to the oldest.
// Drawn by Qt's software renderer without a display, so the processor does what elsewhere the
// graphics chip does. A frame is everything that holds up the GUI thread for it. ours = the time
// named, peer = the median, ratio = ours / 16.7 ms (60 frames a second).
#include "shelf/vault_shelf.h"

#include "crypto/crypto.h"
#include "records/resource.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>

#include <algorithm>
#include <cstdio>

using namespace apricot;

namespace {

constexpr double limit = 1000.0 / 60;
constexpr qint64 longest = 60'000; // milliseconds of one way of scrolling

std::string made(int i) {
    // A visit every ten records; values around their range.
    static constexpr std::array names = {"空腹血糖 Fasting glucose", "血钾 Potassium",
                                         "糖化血红蛋白 HbA1c", "肌酐 Creatinine"};
    const std::string id = std::to_string(i);
    const int day = i / 10;
    char date[32];
    std::snprintf(date, sizeof date, "%04d-%02d-%02dT08:%02d:00+08:00", 1998 + day / 336 % 40,
                  1 + day / 28 % 12, 1 + day % 28, i % 60);
    if (i % 10 == 0)
        return R"({"resourceType":"Encounter","id":"v)" + id
               + R"(","status":"finished","type":[{"text":"慢病随访 Long-term care visit"}],"period":{"start":")"
               + date + R"("},"participant":[{"individual":{"display":"赵敏"}}]})";
    return R"({"resourceType":"Observation","id":"r)" + id
           + R"(","status":"final","category":[{"coding":[{"code":"laboratory"}]}],"code":{"coding":[{"system":"http://loinc.org","code":"1558-6"}],"text":")"
           + names[static_cast<std::size_t>(i) % names.size()] + R"("},"effectiveDateTime":")"
           + date + R"(","performer":[{"display":"武进河畔医院"}],"valueQuantity":{"value":)"
           + std::to_string(3 + i % 7) + "." + std::to_string(i % 10)
           + R"(,"unit":"mmol/L"},"referenceRange":[{"low":{"value":3.9},"high":{"value":6.1}}]})";
}

// Whether it came in time.
bool waitFor(const std::function<bool()> &done, qint64 milliseconds = 10'000) {
    QElapsedTimer timer;
    timer.start();
    while (!done() && timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    return done();
}

struct Times {
    std::vector<double> frames; // milliseconds
    int waits = 0;              // the end of what was read came before the next page
    bool whole = false;         // the last record was reached
};

// Scrolls by `step` pixels a frame, at most so many frames and so long, or to the end.
Times scroll(QQuickWindow *window, QQuickItem *list, double step, std::size_t most, int records) {
    Times out;
    bool swapped = false;
    QObject::connect(window, &QQuickWindow::frameSwapped, window, [&] { swapped = true; });
    const auto count = [&] { return list->property("count").toInt(); };
    // What stands above the first row has places below 0; the height of what was not shown is a
    // guess.
    const auto end = [&] {
        return list->property("originY").toDouble() + list->property("contentHeight").toDouble()
               - list->height();
    };
    QElapsedTimer whole;
    whole.start();
    while (out.frames.size() < most && whole.elapsed() < longest) {
        const double now = list->property("contentY").toDouble();
        if (now >= end() - 1) {
            out.whole = count() >= records;
            if (out.whole) break;
            ++out.waits;
            const int before = count();
            if (!waitFor([&] { return count() > before; })) break;
        }
        QElapsedTimer timer;
        timer.start();
        swapped = false;
        list->setProperty("contentY", std::min(now + step, std::max(now + 1, end())));
        window->update();
        if (!waitFor([&] { return swapped; })) break;
        out.frames.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    window->disconnect(window);
    return out;
}

void say(const char *what, Times times) {
    if (times.frames.empty()) return;
    std::ranges::sort(times.frames);
    const std::size_t size = times.frames.size();
    const double median = times.frames[size / 2], p99 = times.frames[size * 99 / 100],
                 worst = times.frames.back();
    const auto late = std::ranges::count_if(times.frames, [](double t) { return t > limit; });
    std::printf("%s, frame p99 ms (peer: median) | %.1f | %.1f | %.2f | <= 16.7 ms\n", what, p99,
                median, p99 / limit);
    std::printf("%s, worst frame ms (peer: median) | %.1f | %.1f | %.2f | <= 16.7 ms\n", what,
                worst, median, worst / limit);
    std::printf("%s: %zu frames, %td late, %d waits for a page%s\n", what, size, late, times.waits,
                times.whole ? ", to the last record" : "");
}

} // namespace

int main(int argc, char **argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    qputenv("QT_QPA_UPDATE_IDLE_TIME", "0"); // frames are asked for one after the other
    QGuiApplication app(argc, argv);
    if (!startCrypto()) return 1;
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // each line as it comes, into a pipe too
    const int records = argc > 1 ? std::atoi(argv[1]) : 100'000;
    test::VaultShelf shelf;
    {
        auto batch = shelf.vault().beginImport();
        if (!batch) return 1;
        for (int i = 0; i < records; ++i) {
            const auto record = readResource(made(i));
            if (!record || !(*batch)->add(*record)) return 1;
        }
        if (!(*batch)->commit()) return 1;
        std::printf("%d records kept\n", records);
    }
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties(
        {{QStringLiteral("shelf"), QVariant::fromValue(static_cast<Shelf *>(&shelf))}});
    engine.load(
        QUrl::fromLocalFile(QStringLiteral(APRICOT_SOURCE_DIR "/tests/shelf/ShelfWindow.qml")));
    if (engine.rootObjects().isEmpty()) return 1;
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    window->resize(420, 780);
    QQuickItem *list = nullptr;
    const auto rows = [&] {
        for (auto *item : window->findChildren<QQuickItem *>())
            if (item->inherits("QQuickListView") && item->property("count").toInt() > 0)
                list = item;
        return list != nullptr;
    };
    if (!waitFor(rows)) return 1;
    std::printf("%d records, 420 x 780, software renderer without a display\n", records);
    static_cast<void>(scroll(window, list, 10, 60, records)); // warm
    say("scrolling at a reading pace", scroll(window, list, 40, 1500, records));
    say("flung towards the oldest record", scroll(window, list, 700, 100'000, records));
    std::printf("rows read at the end: %d\n", list->property("count").toInt());
    return 0;
}
