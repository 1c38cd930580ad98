// SPDX-License-Identifier: GPL-3.0-or-later
// An action of each row of the table, for tests that walk all of them.
#pragma once

#include "ledger/transaction.h"

#include <cstdlib>

namespace apricot {

template <class Key>
Key exampleKey(std::uint8_t number) {
    return *Key::from(Bytes(Key::size, number));
}

inline Organisation exampleOrganisation() {
    Organisation out;
    out.id = exampleKey<OrganisationId>(9);
    out.name = "Name";
    out.roles = bitOf(Role::Provider) | bitOf(Role::Pharmacy);
    out.tier = 2;
    out.clearance = 3;
    out.purposes = {Purpose::Treatment};
    out.admin = exampleKey<VerifyKey>(1);
    out.desks = {{exampleKey<VerifyKey>(2), Profession::Nurse, 2}};
    out.sealing = exampleKey<SealKey>(3);
    return out;
}

// At least one of each; ends the program when a row has none.
inline std::vector<Action> exampleActions() {
    const Organisation clinic = exampleOrganisation();
    const auto key = exampleKey<VerifyKey>(4);
    const auto id = exampleKey<NodeId>(8);
    const Node node{clinic.id, {clinic.id}, "node.example:1", NodeStatus::Resting};
    std::vector<Action> out = {
        RegisterOrganisation{clinic},
        ChangeKeys{clinic.id, key, {{exampleKey<VerifyKey>(22)}}, clinic.sealing},
        SuspendOrganisation{clinic.id},
        ReinstateOrganisation{clinic.id},
        Redeem{clinic.id, Bytes{1, 2}},
        Revoke{key, {}},
        RevokeDelegation{{}},
        ChangeValidators{{{key, 0}, {exampleKey<VerifyKey>(7), 5}}},
        ChangeConsortium{{key, exampleKey<VerifyKey>(5)}, 1, 500},
        ScheduleRules{4, 900},
        CancelRules{4},
        RegisterNode{id, node},
        ChangeNode{id, node},
        SetMonthKeys{id, {{700, {}}, {701, {}}}},
        SetPolicy{{{Role::Provider, Purpose::Referral, 3, 4, 2}}},
        SetStanding{clinic.id, Restriction{Reason::Investigation, 2, 1'900'000'000}},
        SetStanding{clinic.id, std::nullopt}};
    for (const ActionRow *row : actions())
        if (std::ranges::find(out, row, &Action::row) == out.end()) std::abort();
    return out;
}

} // namespace apricot
