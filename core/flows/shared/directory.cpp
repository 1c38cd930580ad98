// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/shared/directory.h"

#include <algorithm>

namespace apricot {
namespace {

// Adds the page's whose folded name begins so.
Result<> addPage(StateReader &ledger, std::uint32_t number, const std::string &folded,
                 AlsoSuspended also, std::vector<Listed> &out) {
    APRICOT_TRY_ASSIGN(value, ledger.standing(directoryPageKey(number)));
    APRICOT_TRY_ASSIGN(page, pageFrom(value));
    for (Listed &one : page)
        if ((one.status == OrganisationStatus::Active || also == AlsoSuspended::Yes)
            && foldedName(one.name).starts_with(folded))
            out.push_back(std::move(one));
    return {};
}

} // namespace

Result<DirectoryPages> directoryPages(StateReader &ledger) {
    APRICOT_TRY_ASSIGN(value, ledger.standing(directoryKey()));
    if (!value) return DirectoryPages();
    return decodePages(*value);
}

Result<Directory> findOrganisations(StateReader &ledger, const DirectoryPages &pages,
                                    std::string_view begins, AlsoSuspended also) {
    Directory out;
    if (pages.size() <= mostWholePages) {
        for (const PageStart &start : pages)
            APRICOT_TRY(addPage(ledger, start.page, {}, also, out.organisations));
    } else {
        out.whole = false;
        const std::string folded = foldedName(begins);
        const ByteView first = viewOf(folded);
        const auto goesOn = [&](std::size_t page) {
            return page < pages.size() && textOf(pages[page].from).starts_with(folded);
        };
        std::size_t at = pageOf(pages, first);
        APRICOT_TRY(addPage(ledger, pages[at].page, folded, also, out.organisations));
        // Their first may just not have found room on that page.
        if (out.organisations.empty() && goesOn(at + 1))
            APRICOT_TRY(addPage(ledger, pages[++at].page, folded, also, out.organisations));
        out.more = goesOn(at + 1);
    }
    std::ranges::sort(out.organisations, {}, &Listed::name);
    return out;
}

Error clinicNotOnLedger(const OrganisationId &id) {
    return fail(ErrorCode::ClinicNotOnLedger, toHex(id.view()));
}

Result<std::optional<Organisation>> registeredOrganisation(Ledger &ledger,
                                                           const OrganisationId &id) {
    APRICOT_TRY_ASSIGN(value, ledger.standing(organisationKey(id)));
    if (!value) return std::optional<Organisation>();
    APRICOT_TRY_ASSIGN(organisation, decodeOrganisation(*value));
    return std::optional(std::move(organisation));
}

Result<Organisation> activeOrganisation(Ledger &ledger, const OrganisationId &id) {
    APRICOT_TRY_ASSIGN(known, registeredOrganisation(ledger, id));
    if (known && known->status == OrganisationStatus::Active) return std::move(*known);
    return clinicNotOnLedger(id);
}

Result<Organisation> knownOrganisation(Vault &vault, Ledger &ledger, const OrganisationId &id) {
    const std::string name = toHex(id.view());
    const auto found = activeOrganisation(ledger, id);
    if (found) {
        APRICOT_TRY(vault.put(spaces::organisations, name, encode(*found)));
        return *found;
    }
    if (found.error().code == ErrorCode::ClinicNotOnLedger) return found.error();
    APRICOT_TRY_ASSIGN(kept, vault.get(spaces::organisations, name));
    auto known = kept ? decodeOrganisation(kept->view()) : Result<Organisation>(found.error());
    return known ? std::move(known) : Result<Organisation>(found.error());
}

Result<Organisation> provenDesk(Ledger &ledger, const OrganisationId &id, const VerifyKey &desk) {
    APRICOT_TRY_ASSIGN(organisation, activeOrganisation(ledger, id));
    if (deskWith(organisation, desk) == nullptr)
        return fail(ErrorCode::DeskNotOnLedger, toHex(desk.view()));
    return organisation;
}

Result<Policy> standingPolicy(StateReader &ledger) {
    APRICOT_TRY_ASSIGN(value, ledger.standing(policyKey()));
    if (!value) return Policy();
    return decodePolicy(*value);
}

} // namespace apricot
