// SPDX-License-Identifier: GPL-3.0-or-later
// An organisation as it stands in the state: what it is, what it may do, its desks' keys, and how a
// quorum has restricted it. Values are deterministic CBOR.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "codec/fields.h"
#include "crypto/keys.h"
#include "terms/identifiers.h"
#include "terms/level.h"
#include "terms/profession.h"
#include "terms/purpose.h"
#include "terms/role.h"

#include <vector>

namespace apricot {

enum class OrganisationStatus : std::uint8_t { Active = 1, Suspended = 2 };

struct DeskKey {
    VerifyKey key;
    Profession profession = Profession::Doctor;
    Level level = highestLevel; // the highest level of a grant that it may redeem
    auto operator<=>(const DeskKey &) const = default;
};

// Why an organisation is restricted. Numbers are stored and signed: never reused.
enum class Reason : std::uint8_t {
    Investigation = 1,
    Breach,     // it has broken the consortium's rules
    Dues,       // it owes the consortium something
    OwnRequest, // a key was lost, a machine stolen
    Other
};
inline constexpr std::uint8_t reasonCount = 5;
// "investigation": for scripts and files.
[[nodiscard]] std::string_view nameOf(Reason reason);
[[nodiscard]] std::optional<Reason> reasonNamed(std::string_view name);

// A lowered standing: so many redemptions an hour of block time, until a time; void from then on.
struct Restriction {
    Reason reason = Reason::Other;
    std::uint32_t openings = 0; // an hour; 0: none
    UnixTime until = 0;
    bool operator==(const Restriction &) const = default;
};
inline constexpr std::uint32_t mostOpenings = 1'000'000;
inline constexpr UnixTime longestRestriction = UnixTime{5} * 366 * 86400;

inline constexpr std::uint8_t highestTier = 3;
inline constexpr std::size_t mostDesks = 256;

struct Organisation {
    OrganisationId id;
    std::string name; // 1 to 128 bytes of UTF-8; what a patient is shown
    OrganisationStatus status = OrganisationStatus::Active;
    std::uint16_t roles = 1; // a set of Role, not empty; the provider's alone unless said otherwise
    std::uint8_t tier = 0;   // 0, ungraded, to 3, as hospitals are graded
    Level clearance = 1;     // the highest level of a grant that it may redeem
    std::vector<Purpose> purposes; // for which it may redeem; ascending, unique
    VerifyKey admin;               // may change the keys below
    std::vector<DeskKey> desks;    // may redeem; ascending, no key twice, 1 to mostDesks
    SealKey sealing;               // grants are sealed to it
    std::optional<Restriction> restriction;
    bool operator==(const Organisation &) const = default;
};

// Null: it is none of its desks'.
[[nodiscard]] const DeskKey *deskWith(const Organisation &organisation, const VerifyKey &key);
// The restriction that holds at that time; null: none.
[[nodiscard]] const Restriction *restrictionAt(const Organisation &organisation, UnixTime now);

[[nodiscard]] Bytes organisationKey(const OrganisationId &organisation);
[[nodiscard]] Bytes encode(const Organisation &value);
// StateMalformed, and the CBOR errors.
[[nodiscard]] Result<Organisation> decodeOrganisation(ByteView value);

// Which field is not within the limits above.
[[nodiscard]] Complaint complaintAbout(const Organisation &organisation);
[[nodiscard]] Complaint complaintAbout(const Restriction &restriction);
[[nodiscard]] Complaint complaintAbout(const DeskKey &desk);

template <class Archive>
void fields(Archive &archive, cbor::In<Archive, DeskKey> &desk) {
    archive(desk.key, desk.profession, desk.level);
    archive.check(complaintAbout(desk));
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

} // namespace apricot
