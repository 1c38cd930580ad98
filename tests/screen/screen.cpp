// SPDX-License-Identifier: GPL-3.0-or-later
#include "screen/screen.h"

#include <QAccessible>
#include <QDir>
#include <QSignalSpy>
#include <QTest>

namespace apricot::test {
namespace {

void collect(QQuickItem *item, QList<QQuickItem *> &into) {
    if (!item->isVisible() || item->opacity() == 0) return;
    into.append(item);
    for (QQuickItem *child : item->childItems()) collect(child, into);
}

QList<QQuickItem *> shown(const QQuickWindow *window) {
    QList<QQuickItem *> out;
    collect(window->contentItem(), out);
    return out;
}

QString nameOf(QQuickItem *item) {
    QAccessibleInterface *told = QAccessible::queryAccessibleInterface(item);
    return told ? told->text(QAccessible::Name) : QString();
}

QRectF placeOf(const QQuickItem *item) {
    return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
}

bool isText(const QQuickItem *item) {
    return item->inherits("QQuickText") && !item->property("text").toString().isEmpty();
}

// The nearest thing around it that scrolls up and down.
QQuickItem *scrollerOf(QQuickItem *item) {
    for (QQuickItem *up = item->parentItem(); up; up = up->parentItem())
        if (up->inherits("QQuickFlickable")) return up;
    return nullptr;
}

} // namespace

Screen::Screen(const QUrl &main, const QVariantMap &properties, QSize size,
               const std::function<void(QQmlEngine &)> &before) {
    QObject::connect(&m_engine, &QQmlEngine::warnings,
                     [kept = m_warnings](const QList<QQmlError> &all) {
                         for (const QQmlError &one : all) kept->append(one.toString());
                     });
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    if (before) before(m_engine);
    m_engine.setInitialProperties(properties);
    m_engine.load(main);
    if (m_engine.rootObjects().isEmpty())
        qFatal("the app does not start:\n%s", qPrintable(m_warnings->join(u'\n')));
    m_window = qobject_cast<QQuickWindow *>(m_engine.rootObjects().constFirst());
    m_window->resize(size);
    m_window->requestActivate();
    static_cast<void>(QTest::qWaitForWindowExposed(m_window));
}

const QStringList &Screen::warnings() const {
    return *m_warnings;
}

QQuickItem *Screen::find(const QString &name) const {
    for (QQuickItem *item : shown(m_window))
        if (!isText(item) && nameOf(item) == name) return item;
    return nullptr;
}

QQuickItem *Screen::waitFor(const QString &name, int milliseconds) const {
    QQuickItem *found = nullptr;
    const bool came = QTest::qWaitFor(
        [&] {
            found = find(name);
            return found && found->isEnabled();
        },
        milliseconds);
    if (!came) qWarning("not on the screen: %s", qPrintable(name));
    return came ? found : nullptr;
}

bool Screen::press(const QString &name) const {
    QQuickItem *item = waitFor(name);
    if (!item) return false;
    item->forceActiveFocus(Qt::TabFocusReason);
    // What is above may still be growing.
    const bool still = QTest::qWaitFor([&] {
        const QPointF before = placeOf(item).center();
        QTest::qWait(60);
        if (QQuickItem *scroller = scrollerOf(item)) {
            const qreal top = item->mapToItem(scroller, QPointF()).y();
            const qreal least = scroller->property("originY").toReal(); // a list's heading: below 0
            const qreal most = std::max(least, least + scroller->property("contentHeight").toReal()
                                                   - scroller->height());
            if (top < 0 || top + item->height() > scroller->height())
                scroller->setProperty(
                    "contentY",
                    std::clamp(scroller->property("contentY").toReal() + top, least, most));
        }
        return placeOf(item).center() == before;
    });
    if (!still) return false;
    QTest::mouseClick(m_window, Qt::LeftButton, Qt::NoModifier, placeOf(item).center().toPoint());
    return true;
}

bool Screen::type(const QString &field, const QString &text) const {
    QQuickItem *item = waitFor(field);
    if (!item) return false;
    item->forceActiveFocus(Qt::TabFocusReason);
    for (const QChar c : text) {
        QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
        QKeyEvent up(QEvent::KeyRelease, 0, Qt::NoModifier, QString(c));
        QCoreApplication::sendEvent(m_window, &down);
        QCoreApplication::sendEvent(m_window, &up);
    }
    return true;
}

bool Screen::tabTo(const QString &name) const {
    if (!waitFor(name)) return false;
    constexpr int mostStops = 200;
    for (int i = 0; i < mostStops; ++i) {
        QQuickItem *here = m_window->activeFocusItem();
        if (here && nameOf(here) == name) return true;
        QTest::keyClick(m_window, Qt::Key_Tab);
        QTest::qWait(1);
    }
    qWarning("Tab does not lead to: %s", qPrintable(name));
    return false;
}

bool Screen::pressByKeys(const QString &name) const {
    if (!tabTo(name)) return false;
    QTest::keyClick(m_window, Qt::Key_Return);
    return true;
}

bool Screen::waitForText(const QString &words, int milliseconds) const {
    const bool came = QTest::qWaitFor(
        [&] {
            for (const QQuickItem *item : shown(m_window))
                if (isText(item) && item->property("text").toString().contains(words)) return true;
            return false;
        },
        milliseconds);
    if (!came && milliseconds >= 1000)
        qWarning("no such words on the screen: %s", qPrintable(words));
    return came;
}

bool Screen::picture(const QString &name) const {
    QTest::qWait(60);
    const QString folder = QStringLiteral(APRICOT_BIN_DIR "/../screens");
    QDir().mkpath(folder);
    return m_window->grabWindow().save(folder + u'/' + name + QStringLiteral(".png"));
}

QStringList Screen::faults() const {
    QStringList out;
    const auto all = shown(m_window);
    QList<QQuickItem *> texts;
    for (QQuickItem *item : all) {
        if (item->activeFocusOnTab() && nameOf(item).isEmpty())
            out.append(QStringLiteral("a control without a name: ")
                       + QString::fromLatin1(item->metaObject()->className()));
        if (!isText(item)) continue;
        texts.append(item);
        const QString text = item->property("text").toString().left(40);
        if (item->property("paintedWidth").toReal() > item->width() + 1
            || item->property("truncated").toBool())
            out.append(QStringLiteral("wider than its place: ") + text);
        const QRectF place = placeOf(item);
        if (place.left() < -1 || place.right() > m_window->width() + 1)
            out.append(QStringLiteral("beside the window: ") + text);
        if (item->property("paintedHeight").toReal() > item->height() + 1)
            out.append(QStringLiteral("higher than its place: ") + text);
    }
    for (qsizetype i = 0; i < texts.size(); ++i)
        for (qsizetype k = i + 1; k < texts.size(); ++k) {
            // What scrolls runs under the bars around it.
            if (scrollerOf(texts[i]) != scrollerOf(texts[k])) continue;
            const QRectF both = placeOf(texts[i]).intersected(placeOf(texts[k]));
            if (both.width() > 2 && both.height() > 2)
                out.append(QStringLiteral("on each other: ")
                           + texts[i]->property("text").toString().left(30) + QStringLiteral(" / ")
                           + texts[k]->property("text").toString().left(30));
        }
    return out;
}

} // namespace apricot::test
