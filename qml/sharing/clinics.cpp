// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/clinics.h"

#include "controls/words.h"
#include "flows/patient/share.h"
#include "sharing/ask.h"
#include "sharing/scope_words.h"

namespace apricot {
namespace {

constexpr std::size_t most = 20; // rows before one is asked to type

} // namespace

void Clinics::reload() {
    m_pages.clear(); // where they begin may have changed
    ask();
}

void Clinics::setSearch(const QString &search) {
    if (m_search == search) return;
    m_search = search;
    Q_EMIT changed();
    if (!m_whole) ask();
}

void Clinics::ask() {
    struct Known {
        DirectoryPages pages;
        std::vector<Listed> all;
        bool whole = true;
        std::size_t before = 0;
    };
    if (!m_person || m_asking) return;
    m_asking = true;
    m_asked = m_search;
    Q_EMIT changed();
    askOpen<Known>(
        m_person, this,
        [pages = m_pages, begins = m_search.toStdString()](Session &session) -> Result<Known> {
            APRICOT_TRY_ASSIGN(chosen, session.ledger());
            Known out{pages, {}, true, 0};
            if (out.pages.empty()) {
                APRICOT_TRY_ASSIGN(now, directoryPages(chosen->ledger()));
                out.pages = std::move(now);
            }
            APRICOT_TRY_ASSIGN(found, findOrganisations(chosen->ledger(), out.pages, begins));
            out.all = std::move(found.organisations);
            out.whole = found.whole;
            APRICOT_TRY_ASSIGN(given, grantsGiven(*session.vault));
            for (const Given &one : given) { // latest first
                const auto begin = out.all.begin() + static_cast<std::ptrdiff_t>(out.before);
                const auto at = std::find_if(begin, out.all.end(), [&](const Listed &o) {
                    return o.id == one.grant.open.audience;
                });
                if (at == out.all.end()) continue;
                std::rotate(begin, at, at + 1);
                ++out.before;
            }
            return out;
        },
        [this](Result<Known> &&known) {
            m_asking = false;
            if (known) {
                m_pages = std::move(known->pages);
                m_all = std::move(known->all);
                m_whole = known->whole;
                m_before = known->before;
            } else {
                m_person->setProblem(known.error());
            }
            Q_EMIT changed();
            if (known && !m_whole && m_asked != m_search) ask(); // typed meanwhile
        });
}

std::vector<std::size_t> Clinics::fitting() const {
    std::vector<std::size_t> out;
    const QString wanted = m_search.simplified();
    for (std::size_t i = 0; i < m_all.size(); ++i)
        if (!m_whole || utf8(m_all[i].name).contains(wanted, Qt::CaseInsensitive)) out.push_back(i);
    return out;
}

int Clinics::more() const {
    return static_cast<int>(std::max(fitting().size(), most) - most);
}

QList<FoundClinic> Clinics::found() const {
    QList<FoundClinic> out;
    for (const std::size_t i : fitting()) {
        if (static_cast<std::size_t>(out.size()) == most) break;
        QList<PurposeChoice> purposes;
        for (std::uint8_t number = 1; number <= purposeCount; ++number) {
            const auto one = static_cast<Purpose>(number);
            if (!isIn(one, m_all[i].purposes)) continue;
            purposes.append({int{number}, inWords(one)});
        }
        out.append({numberOf(m_all[i].id), utf8(m_all[i].name), i < m_before, std::move(purposes)});
    }
    return out;
}

} // namespace apricot
