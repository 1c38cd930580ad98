// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/grants.h"

#include "controls/words.h"

#include <map>

#include <QCoreApplication>

namespace apricot {
namespace {

struct Seen {
    std::vector<Opening> openings;
    std::map<OrganisationId, std::string> names;
    UnixTime now = 0;
};

Result<Seen> look(Person::Stage &stage) {
    Seen out;
    out.now = stage.clock.now();
    APRICOT_TRY_ASSIGN(chosen, stage.ledger());
    APRICOT_TRY_ASSIGN(all, openings(*stage.vault, chosen->ledger()));
    for (const Opening &opening : all) {
        const OrganisationId &id = opening.grant.open.audience;
        if (out.names.contains(id)) continue;
        APRICOT_TRY_ASSIGN(value, chosen->ledger().standing(organisationKey(id)));
        if (!value) continue;
        APRICOT_TRY_ASSIGN(organisation, decodeOrganisation(*value));
        out.names[id] = organisation.name;
    }
    out.openings = std::move(all);
    std::ranges::sort(out.openings, std::greater{},
                      [](const Opening &o) { return o.grant.open.notBefore; });
    return out;
}

const char *stateOf(const Opening &opening, UnixTime now) {
    if (opening.revoked) return "ended";
    if (opening.state && opening.state->used >= opening.state->uses) return "used";
    return now >= opening.grant.open.expiry ? "expired" : "open";
}

} // namespace

void Grants::setPerson(Person *person) {
    m_person = person;
    Q_EMIT changed();
}

int Grants::active() const {
    return static_cast<int>(std::ranges::count_if(m_all, [](const QVariant &one) {
        return one.toMap()[QStringLiteral("state")] == QStringLiteral("open");
    }));
}

void Grants::reload() {
    m_person->ask<Seen>(this, look, [this](Seen &&seen) {
        m_all.clear();
        for (const Opening &opening : seen.openings) {
            const GrantPublic &open = opening.grant.open;
            QVariantMap one{
                {QStringLiteral("number"), utf8(toHex(open.id.view()))},
                {QStringLiteral("clinic"), utf8(seen.names[open.audience])},
                {QStringLiteral("until"), localTime(open.expiry)},
                {QStringLiteral("state"), QString::fromLatin1(stateOf(opening, seen.now))}};
            if (opening.state) {
                one[QStringLiteral("opened")] = localTime(opening.state->first.time);
                one[QStringLiteral("block")] = QString::number(opening.state->first.height);
            }
            m_all.append(one);
        }
        Q_EMIT changed();
    });
}

void Grants::revoke(const QString &number) {
    const auto raw = fromHex(number.toStdString());
    const auto id = raw ? GrantId::from(*raw) : std::nullopt;
    if (!id) return;
    m_person->ask<Outcome>(
        this,
        [id = *id](Person::Stage &stage) -> Result<Outcome> {
            APRICOT_TRY_ASSIGN(chosen, stage.ledger());
            APRICOT_TRY_ASSIGN(mailbox, chosen->neededMailbox());
            APRICOT_TRY_ASSIGN(wallet, stage.wallet());
            return apricot::revoke(*stage.vault, wallet, chosen->ledger(), *mailbox, id,
                                   stage.clock, stage.random);
        },
        [this](Outcome &&outcome) {
            //: A permission was ended; %1 is when, %2 the number of the ledger's block
            const QString said = QCoreApplication::translate(
                "Grants", "Ended for good at %1 (the ledger's block %2).");
            if (outcome.accepted())
                m_person->setNotice(said.arg(localTime(outcome.blockTime)).arg(outcome.height));
            else
                m_person->setProblem({outcome.refusal, "grants.cpp", {}});
            reload();
        });
}

} // namespace apricot
