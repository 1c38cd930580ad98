// SPDX-License-Identifier: GPL-3.0-or-later
// What a device remembers of how a person likes the app: language, size, colours, who is on it,
// which ledger. A plain file (settings.ini in the data folder); nothing about health goes in here.
// Without a folder nothing is kept.
#pragma once

#include <QLocale>
#include <QObject>
#include <QQmlEngine>
#include <QSettings>
#include <QTranslator>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace apricot {

class Settings : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY changed)
    // Of type: 1 to 2. At first as large as the system's own.
    Q_PROPERTY(double typeScale READ typeScale WRITE setTypeScale NOTIFY changed)
    // Theme::Look. At first as the system is.
    Q_PROPERTY(int look READ look WRITE setLook NOTIFY changed)
    Q_PROPERTY(bool followsSystem READ followsSystem NOTIFY changed)
    // "en", "zh_CN"; empty: the system's.
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed)
    Q_PROPERTY(bool elder READ elder WRITE setElder NOTIFY changed)
    Q_PROPERTY(int lockAfter READ lockAfter WRITE setLockAfter NOTIFY changed) // minutes
    Q_PROPERTY(QString ledger READ ledger WRITE setLedger NOTIFY changed)
    Q_PROPERTY(QString mailbox READ mailbox WRITE setMailbox NOTIFY changed)

  public:
    explicit Settings(QQmlEngine *engine);
    ~Settings() override;
    static Settings *create(QQmlEngine *engine, QJSEngine *) { return new Settings(engine); }

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] double typeScale() const;
    [[nodiscard]] int look() const;
    [[nodiscard]] bool followsSystem() const;
    [[nodiscard]] QString language() const { return text("language"); }
    [[nodiscard]] bool elder() const { return value("elder", false).toBool(); }
    [[nodiscard]] int lockAfter() const;
    [[nodiscard]] QString ledger() const { return text("ledger"); }
    [[nodiscard]] QString mailbox() const { return text("mailbox"); }
    void setFolder(const QString &folder);
    void setTypeScale(double scale);
    void setLook(int look);
    void setLanguage(const QString &language);
    void setElder(bool elder);
    void setLockAfter(int minutes);
    void setLedger(const QString &ledger) { keep("ledger", ledger); }
    void setMailbox(const QString &mailbox) { keep("mailbox", mailbox); }
    // Colours and size are the system's again.
    Q_INVOKABLE void followSystem();

  Q_SIGNALS:
    void changed();
    void languageChanged(); // all that qsTr said has been said anew

  private:
    [[nodiscard]] QVariant value(const char *key, const QVariant &otherwise) const;
    [[nodiscard]] QString text(const char *key) const { return value(key, {}).toString(); }
    void keep(const char *key, const QVariant &value);
    void speak();

    QQmlEngine *m_engine;
    QString m_folder;
    QVariantMap m_values;
    std::unique_ptr<QSettings> m_file;
    QLocale m_systemLocale;
    std::unique_ptr<QTranslator> m_translator;
};

} // namespace apricot
