// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/organisation.h"

#include "ledger/state_codec.h"
#include "terms/names.h"
#include "terms/shown_name.h"

namespace apricot {
namespace {

constexpr std::array<std::string_view, reasonCount> reasons = {"investigation", "breach", "dues",
                                                               "own-request", "other"};

} // namespace

std::string_view nameOf(Reason reason) {
    return nameIn(reasons, reason);
}
std::optional<Reason> reasonNamed(std::string_view name) {
    return wordIn<Reason>(reasons, name);
}

const DeskKey *deskWith(const Organisation &organisation, const VerifyKey &key) {
    const auto at = std::ranges::find(organisation.desks, key, &DeskKey::key);
    return at == organisation.desks.end() ? nullptr : &*at;
}

const Restriction *restrictionAt(const Organisation &organisation, UnixTime now) {
    const auto &restriction = organisation.restriction;
    return restriction && now < restriction->until ? &*restriction : nullptr;
}

Complaint complaintAbout(const Restriction &restriction) {
    if (restriction.reason < Reason::Investigation || restriction.reason > Reason::Other)
        return "an unknown reason";
    if (restriction.openings > mostOpenings) return "more than 1,000,000 openings an hour";
    return std::nullopt;
}

Complaint complaintAbout(const DeskKey &desk) {
    if (!isProfession(static_cast<std::uint64_t>(desk.profession))) return "a desk's profession";
    if (!isLevel(desk.level)) return "a desk's level is not 1 to 5";
    return std::nullopt;
}

Complaint complaintAbout(const Organisation &o) {
    if (o.name.empty() || o.name.size() > longestName) return "the name is not 1 to 128 bytes";
    if (o.status != OrganisationStatus::Active && o.status != OrganisationStatus::Suspended)
        return "an unknown status";
    if (o.roles == 0 || o.roles > allRoles) return "no role, or an unknown one";
    if (o.tier > highestTier) return "the tier is not 0 to 3";
    if (!isLevel(o.clearance)) return "the clearance is not 1 to 5";
    if (!ascendsStrictly(o.purposes)) return "the purposes do not ascend";
    for (const Purpose purpose : o.purposes)
        if (!isPurpose(static_cast<std::uint64_t>(purpose))) return "an unknown purpose";
    if (o.desks.empty() || o.desks.size() > mostDesks) return "not 1 to 256 desks";
    if (!ascendsByKey(o.desks)) return "the desks do not ascend, or two share a key";
    for (const DeskKey &desk : o.desks)
        if (auto complaint = complaintAbout(desk)) return complaint;
    return o.restriction ? complaintAbout(*o.restriction) : std::nullopt;
}

Bytes organisationKey(const OrganisationId &organisation) {
    return stateKey('o', {organisation.view()});
}

Bytes encode(const Organisation &value) {
    return cbor::encode(value);
}

Result<Organisation> decodeOrganisation(ByteView value) {
    return decodeState<Organisation>(value, "organisation");
}

} // namespace apricot
