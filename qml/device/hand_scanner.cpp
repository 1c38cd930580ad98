// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/hand_scanner.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QQuickWindow>

namespace apricot {
namespace {

const QStringList &prefixes() {
    static const QStringList all = {QStringLiteral("APRICOT:"), QStringLiteral("shlink:/")};
    return all;
}

// Case does not count: with caps lock on, a scanner types the other one.
bool mayBecomeOurs(const QString &typed) {
    for (const QString &prefix : prefixes())
        if (prefix.startsWith(typed.left(prefix.size()), Qt::CaseInsensitive)) return true;
    return false;
}
bool isOurs(const QString &typed) {
    for (const QString &prefix : prefixes())
        if (typed.startsWith(prefix, Qt::CaseInsensitive)) return true;
    return false;
}

} // namespace

HandScanner::HandScanner(QQuickItem *parent) : QQuickItem(parent) {
    m_pause.setSingleShot(true);
    // Keys that were typed while the app was busy wait behind the timer: look once more.
    connect(&m_pause, &QTimer::timeout, this, [this] {
        const qsizetype had = m_typed.size();
        QTimer::singleShot(0, this, [this, had] {
            if (m_typed.size() == had && had > 0) end();
        });
    });
}

HandScanner::~HandScanner() {
    watch(nullptr);
}

void HandScanner::setActive(bool active) {
    if (active == m_active) return;
    m_active = active;
    if (!active) handOn();
    Q_EMIT activeChanged();
}

void HandScanner::itemChange(ItemChange change, const ItemChangeData &value) {
    if (change == ItemSceneChange) watch(value.window);
    QQuickItem::itemChange(change, value);
}

void HandScanner::watch(QQuickWindow *window) {
    if (m_window) m_window->removeEventFilter(this);
    m_window = window;
    if (window) window->installEventFilter(this);
}

bool HandScanner::eventFilter(QObject *watched, QEvent *event) {
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    if (!key || !m_active || m_handingOn || watched != m_window)
        return QQuickItem::eventFilter(watched, event);
    const auto &typed = static_cast<const QKeyEvent &>(*event);
    if (event->type() == QEvent::KeyRelease) {
        // Of a key that is held back: its press has not happened yet for anybody else.
        if (m_typed.isEmpty() || typed.text().isEmpty()) return false;
        m_held.emplace_back(typed.clone());
        return true;
    }
    return take(typed);
}

void HandScanner::count(const QKeyEvent &key) {
    const bool paused = !m_sinceKey.isValid() || m_sinceKey.elapsed() > betweenKeys;
    m_inOne = paused || key.isAutoRepeat() ? 1 : m_inOne + 1;
    m_sinceKey.start();
}

bool HandScanner::take(const QKeyEvent &key) {
    if (key.text().isEmpty()) return false; // Shift and the like, with which scanners make capitals
    count(key);
    const bool ends = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter
                      || key.key() == Qt::Key_Tab || key.text() == QStringLiteral("\r")
                      || key.text() == QStringLiteral("\n") || key.text() == QStringLiteral("\t");
    if (ends) {
        if (!isOurs(m_typed)) {
            handOn();
            const QQuickItem *at = m_window ? m_window->activeFocusItem() : nullptr;
            const bool inText = at && at->flags().testFlag(ItemAcceptsInputMethod);
            if (std::exchange(m_inOne, 0) <= fewestOfScan || inText) return false;
            Q_EMIT missed();
            return true; // nor does it press a button
        }
        m_inOne = 0;
        end();
        return true;
    }
    const QString longer = m_typed + key.text();
    const bool command =
        (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        != Qt::NoModifier;
    if (command || key.isAutoRepeat() || !key.text().front().isPrint() || !mayBecomeOurs(longer)
        || longer.size() > longest) {
        handOn();
        // It may itself be the first of a burst.
        if (command || !mayBecomeOurs(key.text()) || key.isAutoRepeat()) return false;
        m_typed = key.text();
    } else {
        m_typed = longer;
    }
    m_held.emplace_back(key.clone());
    m_pause.start(isOurs(m_typed) ? afterLast : betweenKeys);
    return true;
}

void HandScanner::end() {
    if (!isOurs(m_typed)) return handOn();
    m_pause.stop();
    m_held.clear();
    QString text = std::exchange(m_typed, {}).trimmed();
    // Our codes have no small letters (base45): caps lock was on.
    if (text.startsWith(QStringLiteral("apricot:"))) text = text.toUpper();
    Q_EMIT scanned(text);
}

void HandScanner::handOn() {
    m_pause.stop();
    m_typed.clear();
    const auto held = std::exchange(m_held, {});
    m_handingOn = true;
    for (const auto &key : held)
        if (m_window) QCoreApplication::sendEvent(m_window, key.get());
    m_handingOn = false;
}

} // namespace apricot
