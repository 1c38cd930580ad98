// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/settings.h"

#include <QFontInfo>
#include <QGuiApplication>
#include <QIcon>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace apricot {
namespace {

enum Look { Light, Dark, Contrast }; // as Theme.qml has them

// Qt 6.4 tells neither the scheme nor the contrast that the desktop asks for; its palette and icon
// theme do.
int systemLook() {
    if (QIcon::themeName().contains(QStringLiteral("HighContrast"), Qt::CaseInsensitive))
        return Contrast;
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Window).lightness()
                   < palette.color(QPalette::WindowText).lightness()
               ? Dark
               : Light;
}

// Desktops write text of 13 to 16 pixels when nobody asked for more.
double systemScale() {
    constexpr double usual = 16;
    constexpr double step = 0.25;
    const double asked = QFontInfo(QGuiApplication::font()).pixelSize() / usual;
    return asked < 1.15 ? 1 : std::clamp(std::round(asked / step) * step, 1.0, 2.0);
}

} // namespace

Settings::Settings(QQmlEngine *engine) : QObject(engine), m_engine(engine) {
    speak();
}

Settings::~Settings() = default;

QVariant Settings::value(const char *key, const QVariant &otherwise) const {
    return m_values.value(QString::fromLatin1(key), otherwise);
}

void Settings::keep(const char *key, const QVariant &value) {
    const QString name = QString::fromLatin1(key);
    if (m_values.value(name) == value) return;
    m_values[name] = value;
    if (m_file) {
        m_file->setValue(name, value);
        m_file->sync();
    }
    Q_EMIT changed();
}

void Settings::setFolder(const QString &folder) {
    if (folder == m_folder) return;
    m_folder = folder;
    m_file =
        std::make_unique<QSettings>(folder + QStringLiteral("/settings.ini"), QSettings::IniFormat);
    m_values.clear();
    for (const QString &key : m_file->childKeys()) m_values[key] = m_file->value(key);
    speak();
    Q_EMIT changed();
}

double Settings::typeScale() const {
    return std::clamp(value("typeScale", systemScale()).toDouble(), 1.0, 2.0);
}

int Settings::look() const {
    return std::clamp(value("look", systemLook()).toInt(), 0, 2);
}

int Settings::lockAfter() const {
    return std::clamp(value("lockAfter", 5).toInt(), 1, 60);
}

bool Settings::followsSystem() const {
    return !m_values.contains(QStringLiteral("look"))
           && !m_values.contains(QStringLiteral("typeScale"));
}

void Settings::setTypeScale(double scale) {
    keep("typeScale", std::clamp(scale, 1.0, 2.0));
}

void Settings::setLook(int look) {
    keep("look", look);
}

void Settings::setElder(bool elder) {
    keep("elder", elder);
}

void Settings::setLockAfter(int minutes) {
    keep("lockAfter", minutes);
}

void Settings::followSystem() {
    for (const char *key : {"look", "typeScale"}) {
        m_values.remove(QString::fromLatin1(key));
        if (m_file) m_file->remove(QString::fromLatin1(key));
    }
    Q_EMIT changed();
}

void Settings::setLanguage(const QString &language) {
    if (language == this->language()) return;
    keep("language", language);
    speak();
}

void Settings::speak() {
    const QLocale locale = language().isEmpty() ? m_systemLocale : QLocale(language());
    const bool chinese = locale.language() == QLocale::Chinese;
    if (locale == QLocale() && chinese == (m_translator != nullptr)) return;
    QLocale::setDefault(locale);
    if (m_translator) QCoreApplication::removeTranslator(m_translator.get());
    m_translator.reset();
    if (chinese) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(QStringLiteral(":/translations/apricot_zh_CN.qm"))
            && QCoreApplication::installTranslator(translator.get()))
            m_translator = std::move(translator);
    }
    // Not in the middle of a screen's making, which the first call is.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_engine->retranslate();
            Q_EMIT languageChanged();
        },
        Qt::QueuedConnection);
}

} // namespace apricot
