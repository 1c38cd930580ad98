// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/organisation.h"

#include "codec/fields.h"
#include "ledger/state_codec.h"
#include "terms/names.h"

namespace apricot {
namespace {

constexpr std::array<std::string_view, reasonCount> reasons = {"investigation", "breach", "dues",
                                                               "own-request", "other"};

bool isWithin(const DeskKey &desk) {
    return isProfession(static_cast<std::uint64_t>(desk.profession)) && isLevel(desk.level);
}

} // namespace

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, DeskKey> &desk) {
    archive(desk.key, desk.profession, desk.level);
    archive.check(isWithin(desk), "a desk's profession or level");
}
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Restriction> &restriction) {
    archive(restriction.reason, restriction.openings, restriction.until);
}
template <class Archive>
void fields(Archive &archive, cbor::In<Archive, Organisation> &o) {
    archive(o.id, o.name, o.status, o.roles, o.tier, o.clearance, o.purposes);
    archive(o.admin, o.desks, o.sealing, o.restriction);
}

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

bool isValid(const Restriction &restriction) {
    return restriction.reason >= Reason::Investigation && restriction.reason <= Reason::Other
           && restriction.openings <= mostOpenings;
}

bool isValid(const Organisation &o) {
    const auto known = [](Purpose purpose) {
        return isPurpose(static_cast<std::uint64_t>(purpose));
    };
    const auto sameKey = [](const DeskKey &a, const DeskKey &b) { return a.key >= b.key; };
    return !o.name.empty() && o.name.size() <= 128
           && (o.status == OrganisationStatus::Active || o.status == OrganisationStatus::Suspended)
           && o.roles != 0 && o.roles <= allRoles && o.tier <= highestTier && isLevel(o.clearance)
           && ascendsStrictly(o.purposes) && std::ranges::all_of(o.purposes, known)
           && !o.desks.empty() && o.desks.size() <= mostDesks
           && std::ranges::adjacent_find(o.desks, sameKey) == o.desks.end()
           && std::ranges::all_of(o.desks, isWithin) && (!o.restriction || isValid(*o.restriction));
}

Bytes organisationKey(const OrganisationId &organisation) {
    return stateKey('o', {organisation.view()});
}

Bytes encode(const Organisation &value) {
    return cbor::encode(value);
}
Bytes encode(const DeskKey &value) {
    return cbor::encode(value);
}
Bytes encode(const Restriction &value) {
    return cbor::encode(value);
}

Result<Organisation> decodeOrganisation(ByteView value) {
    APRICOT_TRY_ASSIGN(out, cbor::decode<Organisation>(value));
    if (!isValid(out)) return stateMalformed("organisation");
    return out;
}
Result<DeskKey> decodeDeskKey(ByteView value) {
    return cbor::decode<DeskKey>(value);
}
Result<Restriction> decodeRestriction(ByteView value) {
    return cbor::decode<Restriction>(value);
}

} // namespace apricot
