// SPDX-License-Identifier: GPL-3.0-or-later
#include "holder/session_holder.h"

#include "controls/words.h"

#include <QCoreApplication>
#include <QEvent>

namespace apricot {

SessionHolder::SessionHolder(std::unique_ptr<Session> session, QObject *parent)
    : Shelf(parent), m_session(std::move(session)) {
    m_work.lendWhen([this] { return !m_session->vault || !m_session->vault->isInBatch(); });
    connect(&m_work, &Work::changed, this, &SessionHolder::changed);
    connect(&m_wake, &Wake::woke, this, [this] { slept(); });
    m_idle.setObjectName(QStringLiteral("idle"));
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] { idled(); });
    QCoreApplication::instance()->installEventFilter(this);
}

bool SessionHolder::eventFilter(QObject *watched, QEvent *event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::Wheel:
        touched();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

std::filesystem::path SessionHolder::inFolder(const QString &name) const {
    return std::filesystem::path(m_folder.toStdString()) / name.toStdString();
}

bool SessionHolder::isThere(const std::filesystem::path &vault) {
    std::error_code ignored;
    return std::filesystem::exists(vault, ignored);
}

void SessionHolder::makeFolder() const {
    std::error_code ignored;
    std::filesystem::create_directories(m_folder.toStdString(), ignored);
}

bool SessionHolder::ledgerIsHere() const {
    std::error_code ignored;
    return std::filesystem::is_directory(m_ledgerPath.toStdString(), ignored);
}

void SessionHolder::startIdle(int minutes) {
    m_idle.start(std::max(1, minutes) * 60'000);
    m_wake.start();
}

void SessionHolder::stopIdle() {
    m_idle.stop();
    m_wake.stop();
}

void SessionHolder::closeAtOnce(const std::function<void()> &before) {
    m_session->breaker->cut();
    m_work.preempt([this, &before] {
        if (before) before();
        m_session->close();
    });
    m_session->breaker->mend();
}

void SessionHolder::setProblem(const Error &error) {
    setProblem(inWords(error));
}

void SessionHolder::setProblem(const QString &words) {
    m_problem = words;
    m_notice.clear();
    Q_EMIT changed();
}

void SessionHolder::setNotice(const QString &notice) {
    m_notice = notice;
    m_problem.clear();
    Q_EMIT changed();
}

void SessionHolder::dismiss() {
    setNotice({});
}

} // namespace apricot
