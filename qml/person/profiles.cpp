// SPDX-License-Identifier: GPL-3.0-or-later
#include "person/profiles.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QSettings>

namespace apricot {
namespace {

constexpr int longestName = 40; // characters

// 1: person; 2: person-2; 0: no name that Profiles gives.
int numberOf(const QString &id) {
    if (id == QStringLiteral("person")) return 1;
    const int number = id.mid(7).toInt();
    return number > 1 && id == QStringLiteral("person-%1").arg(number) ? number : 0;
}

} // namespace

void Profiles::setFolder(const QString &folder) {
    m_folder = folder;
    const QString last =
        QSettings(file(), QSettings::IniFormat).value(QStringLiteral("last")).toString();
    const QStringList there = ids();
    if (there.contains(last))
        m_current = last;
    else if (!there.isEmpty())
        m_current = there.constFirst();
    Q_EMIT changed();
}

QStringList Profiles::ids() const {
    QMap<int, QString> out; // person, person-2 ... person-10, in the order they came
    const auto files = QDir(m_folder).entryList({QStringLiteral("person*.vault")}, QDir::Files);
    for (const QString &name : files)
        if (const QString id = name.chopped(6); numberOf(id) > 0) out.insert(numberOf(id), id);
    return out.values();
}

QString Profiles::nameOf(const QString &id) const {
    return QSettings(file(), QSettings::IniFormat)
        .value(QStringLiteral("names/") + id)
        .toString()
        .left(longestName);
}

QList<ProfileRow> Profiles::all() const {
    QList<ProfileRow> out;
    for (const QString &id : ids()) out.append({id, nameOf(id)});
    return out;
}

void Profiles::choose(const QString &id) {
    if (!ids().contains(id)) return;
    m_adding = false;
    m_current = id;
    QSettings(file(), QSettings::IniFormat).setValue(QStringLiteral("last"), id);
    Q_EMIT changed();
}

void Profiles::add(const QString &name) {
    const QStringList there = ids();
    int number = 2;
    while (there.contains(QStringLiteral("person-%1").arg(number))) ++number;
    m_newName = name.simplified().left(longestName);
    m_current = QStringLiteral("person-%1").arg(number);
    m_adding = true;
    Q_EMIT changed();
}

void Profiles::settle() {
    if (m_adding) rename(m_current, m_newName);
    choose(m_current);
    Q_EMIT changed();
}

void Profiles::giveUp() {
    m_adding = false;
    const QStringList there = ids();
    m_current = there.isEmpty() ? QStringLiteral("person") : there.constFirst();
    Q_EMIT changed();
}

void Profiles::rename(const QString &id, const QString &name) {
    QSettings(file(), QSettings::IniFormat)
        .setValue(QStringLiteral("names/") + id, name.simplified().left(longestName));
    Q_EMIT changed();
}

} // namespace apricot
