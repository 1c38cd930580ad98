// SPDX-License-Identifier: GPL-3.0-or-later
// A language that programs speak for as long as it lives; then English again.
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace apricot::test {

class Speaking {
  public:
    explicit Speaking(const QString &language) {
        QLocale::setDefault(QLocale(language));
        if (language != QStringLiteral("zh_CN")) return;
        if (!m_translator.load(QStringLiteral(":/translations/apricot_zh_CN.qm")))
            qFatal("no Chinese translation");
        QCoreApplication::installTranslator(&m_translator);
    }
    ~Speaking() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }
    Q_DISABLE_COPY_MOVE(Speaking)

  private:
    QTranslator m_translator;
};

} // namespace apricot::test
