// SPDX-License-Identifier: GPL-3.0-or-later
// The people whose records are on this device: a vault file each, and a name by which the lock
// screen calls them. The names stand in people.ini beside the vaults, readable by whoever holds the
// device; nothing else does.
#pragma once

#include <QList>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace apricot {

// One of the people on a device.
struct ProfileRow {
    Q_GADGET
    QML_VALUE_TYPE(profileRow)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString name MEMBER name)

  public:
    QString id, name;
    bool operator==(const ProfileRow &) const = default;
};

class Profiles : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString folder READ folder WRITE setFolder NOTIFY changed)
    // The vault file's name of the one who is chosen; of a new one while it is being made.
    Q_PROPERTY(QString current READ current NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed) // of the one who is chosen; may be empty
    Q_PROPERTY(bool adding READ isAdding NOTIFY changed)
    Q_PROPERTY(QList<apricot::ProfileRow> all READ all NOTIFY changed) // those with a vault

  public:
    explicit Profiles(QObject *parent = nullptr) : QObject(parent) {}

    Q_INVOKABLE void choose(const QString &id);
    Q_INVOKABLE void add(const QString &name); // chooses a new one
    Q_INVOKABLE void settle();                 // the new one's vault is made: keeps the name
    Q_INVOKABLE void giveUp();                 // there is no new one; the first is chosen
    Q_INVOKABLE void rename(const QString &id, const QString &name);

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString current() const { return m_current; }
    [[nodiscard]] QString name() const { return m_adding ? m_newName : nameOf(m_current); }
    [[nodiscard]] bool isAdding() const { return m_adding; }
    [[nodiscard]] QList<ProfileRow> all() const;
    void setFolder(const QString &folder);

  Q_SIGNALS:
    void changed();

  private:
    [[nodiscard]] QStringList ids() const;
    [[nodiscard]] QString nameOf(const QString &id) const;
    [[nodiscard]] QString file() const { return m_folder + QStringLiteral("/people.ini"); }

    QString m_folder, m_current = QStringLiteral("person"), m_newName;
    bool m_adding = false;
};

} // namespace apricot
