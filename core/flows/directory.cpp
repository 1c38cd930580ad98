// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/directory.h"

#include "ledger/transaction.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>

namespace apricot {
namespace {

// A ledger elsewhere tells its past piece by piece and does not say when it is all told.
constexpr std::chrono::milliseconds quiet{400}, longestWait{3000};
constexpr std::string_view organisationSpace = "organisations"; // of the vault: by number

} // namespace

Result<std::vector<Organisation>> activeOrganisations(Ledger &ledger) {
    std::mutex mutex;
    std::condition_variable heard;
    bool told = false;
    std::set<OrganisationId> met;
    {
        const auto watching = ledger.watch(0, [&](const LedgerEvent &event) {
            const std::scoped_lock lock(mutex);
            told = true;
            heard.notify_all();
            const auto decoded = decodeTransaction(event.transaction);
            if (!decoded) return;
            const auto *made = decoded->transaction.action.as<RegisterOrganisation>();
            if (made) met.insert(made->organisation.id);
        });
        std::unique_lock lock(mutex);
        heard.wait_for(lock, longestWait, [&] { return told; });
        while (std::exchange(told, false)) heard.wait_for(lock, quiet, [&] { return told; });
    }
    const std::scoped_lock lock(mutex);
    std::vector<Organisation> out;
    for (const OrganisationId &id : met) {
        APRICOT_TRY_ASSIGN(value, ledger.standing(organisationKey(id)));
        if (!value) continue;
        APRICOT_TRY_ASSIGN(organisation, decodeOrganisation(*value));
        if (organisation.status == OrganisationStatus::Active)
            out.push_back(std::move(organisation));
    }
    std::ranges::sort(out, {}, &Organisation::name);
    return out;
}

Result<Organisation> activeOrganisation(Ledger &ledger, const OrganisationId &id) {
    APRICOT_TRY_ASSIGN(value, ledger.standing(organisationKey(id)));
    if (value) {
        APRICOT_TRY_ASSIGN(organisation, decodeOrganisation(*value));
        if (organisation.status == OrganisationStatus::Active) return organisation;
    }
    return fail(Code::ClinicNotOnLedger, toHex(id.view()));
}

Result<Organisation> knownOrganisation(Vault &vault, Ledger &ledger, const OrganisationId &id) {
    const std::string name = toHex(id.view());
    const auto found = activeOrganisation(ledger, id);
    if (found) {
        APRICOT_TRY(vault.put(organisationSpace, name, encode(*found)));
        return *found;
    }
    if (found.error().code == Code::ClinicNotOnLedger) return found.error();
    APRICOT_TRY_ASSIGN(kept, vault.get(organisationSpace, name));
    if (!kept) return found.error();
    return decodeOrganisation(kept->view());
}

Result<Organisation> provenDesk(Ledger &ledger, const OrganisationId &id, const VerifyKey &desk) {
    APRICOT_TRY_ASSIGN(organisation, activeOrganisation(ledger, id));
    if (!std::ranges::binary_search(organisation.deskKeys, desk))
        return fail(Code::DeskNotOnLedger, toHex(desk.view()));
    return organisation;
}

} // namespace apricot
