// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/tested.h"

#include "chart/summary.h"
#include "controls/words.h"

#include <QDateTime>

namespace apricot {

void Tested::setShelf(Shelf *shelf) {
    if (m_shelf) m_shelf->disconnect(this);
    m_shelf = shelf;
    if (shelf) connect(shelf, &Shelf::recordsChanged, this, &Tested::read);
    read();
}

void Tested::setDays(int days) {
    if (days == m_days) return;
    m_days = days;
    read();
}

void Tested::read() {
    m_ready = false;
    m_tests.clear();
    Q_EMIT changed();
    if (!m_shelf || !m_shelf->isOpen()) return;
    const UnixTime since = QDateTime::currentSecsSinceEpoch() - UnixTime{m_days} * 86400;
    m_shelf->look<std::vector<TestDone>>(
        this, [since](Vault &records) { return testsWithin(records, since); },
        [this, days = m_days](std::vector<TestDone> &&tests) {
            if (days != m_days) return; // asked again meanwhile
            m_tests.clear();
            for (const TestDone &test : tests) {
                const QString value = utf8(test.value);
                m_tests.append({utf8(toHex(test.newest.view())), utf8(test.name),
                                test.unit.empty() ? value : value + u' ' + utf8(test.unit),
                                utf8(test.dateText).left(10)});
            }
            m_ready = true;
            Q_EMIT changed();
        });
}

} // namespace apricot
