// SPDX-License-Identifier: GPL-3.0-or-later
// The scene with its window: what a person does in it, in a word each.
#pragma once

#include "sharing/given_grant.h"
#include "sharing/requests.h"
#include "sharing/scene.h"

#include "person/person.h"

#include <QAccessible>

namespace apricot::test {

inline const QUrl host =
    QUrl::fromLocalFile(QStringLiteral(APRICOT_SOURCE_DIR "/tests/sharing/Host.qml"));

// What the app says, in the language it speaks.
inline QString say(const char *page, const char *words) {
    return QCoreApplication::translate(page, words);
}

inline QQuickItem *tickIn(QQuickItem *item, const std::function<bool(QQuickItem *)> &fits) {
    if (item->inherits("QQuickCheckBox")) return item->isVisible() && fits(item) ? item : nullptr;
    for (QQuickItem *child : item->childItems())
        if (QQuickItem *found = tickIn(child, fits)) return found;
    return nullptr;
}

struct Stage : Scene {
    Screen screen;
    explicit Stage(QSize size = QSize(420, 780)) : screen(host, properties(), size) {}
    [[nodiscard]] Person *person() const {
        return screen.window()->property("person").value<Person *>();
    }
    [[nodiscard]] QString clinicName() const {
        return QString::fromStdString(hospital.organisation.name);
    }
    [[nodiscard]] bool unlock() const {
        return screen.type(QStringLiteral("Passphrase"), passphrase)
               && screen.press(QStringLiteral("Unlock"));
    }
    [[nodiscard]] bool show(const char *where) const {
        return screen.window()->setProperty("screen", QString::fromLatin1(where));
    }
    [[nodiscard]] bool chooseMedicines() const {
        return screen.press(clinicName())
               && screen.press(say("WhatStep", "Medicines and allergies only"))
               && screen.press(say("LongStep", "See exactly what they would see"))
               && screen.waitForText(say("RehearsalWords", "Is this right?"));
    }
    [[nodiscard]] bool sign() const {
        return screen.press(say("RehearsalWords", "Yes, I agree and sign"))
               && screen.waitForText(say("CodeView", "Show this at the counter"));
    }
    // The list makes its rows as it is scrolled: brings up the first that fits.
    [[nodiscard]] QQuickItem *row(const std::function<bool(QQuickItem *)> &fits) const {
        QQuickItem *list = screen.waitFor(say("RehearsalStep", "Records they would see"));
        QQuickItem *found = nullptr;
        const bool came =
            list && QTest::qWaitFor([&] {
                found = tickIn(list, fits);
                if (!found)
                    list->setProperty("contentY", list->property("contentY").toReal() + 150);
                return found != nullptr;
            });
        return came ? found : nullptr;
    }
    void backToTheTop() const {
        if (QQuickItem *list = screen.waitFor(say("RehearsalStep", "Records they would see")))
            QMetaObject::invokeMethod(list, "positionViewAtBeginning");
    }
    [[nodiscard]] GivenGrant *given() const {
        const auto all = screen.window()->findChildren<GivenGrant *>();
        return all.isEmpty() ? nullptr : all.last();
    }
    // Of the row that shows it.
    [[nodiscard]] QString nameOfRecord(const QString &id) const {
        const std::function<QString(QQuickItem *)> look = [&](QQuickItem *item) {
            if (item->isVisible() && item->property("recordId") == id)
                if (auto *told = QAccessible::queryAccessibleInterface(item))
                    if (const QString name = told->text(QAccessible::Name); !name.isEmpty())
                        return name;
            for (QQuickItem *child : item->childItems())
                if (QString found = look(child); !found.isEmpty()) return found;
            return QString();
        };
        return look(screen.window()->contentItem());
    }
    // Numbers of the newest records.
    [[nodiscard]] QStringList firstRecords(std::uint32_t count) const {
        QStringList out;
        bool came = false;
        person()->look<std::vector<RecordRow>>(
            person(),
            [count](Vault &vault) {
                return vault.list({}, {count, std::nullopt});
            },
            [&](std::vector<RecordRow> &&rows) {
                for (const RecordRow &row : rows)
                    out.append(QString::fromStdString(toHex(row.id.view())));
                came = true;
            });
        return QTest::qWaitFor([&] { return came; }) ? out : QStringList();
    }
    [[nodiscard]] Requests *requests() const { return screen.window()->findChild<Requests *>(); }
    [[nodiscard]] static Wish wishForMedicines() {
        Wish out;
        out.scope.kinds = 0b1100; // medicines, allergies
        out.scope.level = 3;
        out.minutes = 30;
        return out;
    }
    // How many permissions the vault has noted, read when the app has closed it.
    [[nodiscard]] std::size_t grantsKept() {
        person()->lock();
        std::size_t out = 99;
        static_cast<void>(QTest::qWaitFor([&] {
            const auto vault = Vault::open(at("person/person.vault").toStdString(),
                                           secretPassphrase(), random, clock);
            if (!vault) return false;
            const auto kept = grantsGiven(**vault);
            if (kept) out = kept->size();
            return kept.ok();
        }));
        return out;
    }
};

} // namespace apricot::test
