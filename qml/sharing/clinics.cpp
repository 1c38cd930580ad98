// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/clinics.h"

#include "controls/words.h"
#include "flows/directory.h"
#include "flows/share.h"
#include "sharing/ask.h"
#include "sharing/scope_words.h"

namespace apricot {
namespace {

constexpr std::size_t most = 20; // rows before one is asked to type

} // namespace

void Clinics::reload() {
    struct Known {
        std::vector<Organisation> all;
        std::size_t before = 0;
    };
    if (!m_person || m_asking) return;
    m_asking = true;
    Q_EMIT changed();
    askOpen<Known>(
        m_person, this,
        [](Person::Stage &stage) -> Result<Known> {
            APRICOT_TRY_ASSIGN(chosen, stage.ledger());
            APRICOT_TRY_ASSIGN(all, activeOrganisations(chosen->ledger()));
            APRICOT_TRY_ASSIGN(given, grantsGiven(*stage.vault));
            Known out{std::move(all), 0};
            for (const Given &one : given) { // latest first
                const auto begin = out.all.begin() + static_cast<std::ptrdiff_t>(out.before);
                const auto at = std::find_if(begin, out.all.end(), [&](const Organisation &o) {
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
                m_all = std::move(known->all);
                m_before = known->before;
            } else {
                m_person->setProblem(known.error());
            }
            Q_EMIT changed();
        });
}

std::vector<std::size_t> Clinics::fitting() const {
    std::vector<std::size_t> out;
    const QString wanted = m_search.simplified();
    for (std::size_t i = 0; i < m_all.size(); ++i)
        if (utf8(m_all[i].name).contains(wanted, Qt::CaseInsensitive)) out.push_back(i);
    return out;
}

int Clinics::more() const {
    return static_cast<int>(std::max(fitting().size(), most) - most);
}

QVariantList Clinics::found() const {
    QVariantList out;
    for (const std::size_t i : fitting()) {
        if (static_cast<std::size_t>(out.size()) == most) break;
        QVariantList purposes;
        for (const Purpose one : m_all[i].purposes)
            purposes.append(QVariantMap{{QStringLiteral("purpose"), static_cast<int>(one)},
                                        {QStringLiteral("words"), inWords(one)}});
        out.append(QVariantMap{{QStringLiteral("number"), numberOf(m_all[i].id)},
                               {QStringLiteral("purposes"), purposes},
                               {QStringLiteral("name"), utf8(m_all[i].name)},
                               {QStringLiteral("before"), i < m_before},
                               {QStringLiteral("tier"), m_all[i].tier}});
    }
    return out;
}

} // namespace apricot
