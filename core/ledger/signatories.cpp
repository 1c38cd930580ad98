// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/signatories.h"

#include "ledger/actions/change_keys.h"
#include "ledger/rules.h"
#include "ledger/state_keys.h"

#include <algorithm>

namespace apricot {

std::vector<VerifyKey> keysBroughtIn(const Action &action) {
    const ActionRow *row = action.row();
    if (row == nullptr || row->bringsIn == nullptr) return {};
    return row->bringsIn(action.value());
}

Result<Signatories> signatoriesOf(const Action &action, const StateView &state) {
    Signatories out;
    APRICOT_TRY_ASSIGN(value, state.value(consortiumKey()));
    if (value) {
        APRICOT_TRY_ASSIGN(consortium, decodeConsortium(*value));
        out.admins = std::move(consortium.admins);
        out.quorum = consortium.quorum;
    }
    if (const auto *keys = action.as<ChangeKeys>()) {
        APRICOT_TRY_ASSIGN(kept, state.value(organisationKey(keys->organisation)));
        if (!kept) return out;
        APRICOT_TRY_ASSIGN(organisation, decodeOrganisation(*kept));
        out.alone = organisation.admin;
        return out;
    }
    APRICOT_TRY_ASSIGN(version, rulesVersionIn(state));
    if (version.current < provenSince) return out;
    out.joining = keysBroughtIn(action);
    if (out.joining.empty()) return out;
    APRICOT_TRY_ASSIGN(members, action.row()->members(state));
    std::erase_if(out.joining, [&members = members](const VerifyKey &key) {
        return std::ranges::find(members, key) != members.end();
    });
    return out;
}

} // namespace apricot
