// SPDX-License-Identifier: GPL-3.0-or-later
#include "patient/handed.h"

#include "comet/checkpoint.h"
#include "controls/words.h"
#include "device/device_of.h"
#include "exchange/code_file.h"
#include "exchange/code_nature.h"

#include <QCoreApplication>

namespace apricot {
namespace {

const QString scheme = QStringLiteral("apricot:");

} // namespace

void Handed::take(const QVariantList &things) {
    m_waiting.insert(m_waiting.end(), things.begin(), things.end());
    nextSoon();
}

void Handed::setPerson(Person *person) {
    if (person == m_person) return;
    m_person = person;
    connect(person, &Person::stateChanged, this, [this] {
        const bool open = m_person->isOpen();
        if (std::exchange(m_open, open) && !open) m_waiting.clear();
    });
    Q_EMIT changed();
}

void Handed::setReady(bool ready) {
    if (ready == m_ready) return;
    m_ready = ready;
    Q_EMIT changed();
    nextSoon();
}

// Not at once: what made this ready may be about to show something else.
void Handed::nextSoon() {
    if (m_coming || m_waiting.empty()) return;
    m_coming = true;
    QMetaObject::invokeMethod(this, &Handed::next, Qt::QueuedConnection);
}

void Handed::next() {
    m_coming = false;
    if (!m_ready || !m_person || m_waiting.empty()) return;
    const QVariant thing = std::move(m_waiting.front());
    m_waiting.pop_front();
    const QUrl url = thing.toUrl();
    if (thing.typeId() == QMetaType::QString) {
        look(thing.toString());
    } else if (url.scheme() + u':' == scheme) {
        look(url.toString(QUrl::FullyEncoded));
    } else if (const auto file = deviceOf(this)->files->toRead(url);
               file && isCodeFile(file->path)) {
        const auto code = readCodeFile(file->path);
        code ? look(utf8(*code)) : m_person->setProblem(code.error());
    } else {
        m_person->import(url);
    }
    nextSoon(); // when this one made nobody wait
}

void Handed::look(const QString &text) {
    const QString code = utf8(codeInLink(text.toStdString()));
    const std::string plain = code.toStdString();
    if (plain.starts_with(comet::checkpointPrefix)) {
        Q_EMIT checkpoint(code);
        return;
    }
    switch (natureOf(plain)) {
    case CodeNature::ClinicRequest:
        Q_EMIT request(code);
        return;
    case CodeNature::Permission:
        m_person->setNotice(
            //: A permission's code was opened in the patient's own app
            QCoreApplication::translate("Handed",
                                        "This code is a permission. A clinic scans it with its own "
                                        "app; there is nothing you need to do with it here."));
        return;
    default:
        m_person->setProblem(notACode());
    }
}

} // namespace apricot
