// SPDX-License-Identifier: GPL-3.0-or-later
// A letter: what a clinic writes back to a person who let it read. COSE_Sign1 (RFC 9052) by a desk
// key over whom it is from, which grant and inbox it answers, and FHIR resources; it travels in an
// envelope (exchange/envelope.h).
#pragma once

#include "base/clock.h"
#include "consent/grant.h"

namespace apricot {

enum class LetterKind : std::uint8_t { Result = 1, Prescription, Referral, VisitNote, Request };
inline constexpr std::uint8_t letterKinds = 5;
// "visit-note": for scripts and files; what people read is translated above.
[[nodiscard]] std::string_view nameOf(LetterKind kind);
[[nodiscard]] std::optional<LetterKind> letterKindNamed(std::string_view name);

inline constexpr std::size_t largestLetter = std::size_t{32} << 20U; // bytes of resources; above
                                                                     // 1 MiB 64 times the packed
inline constexpr std::size_t mostLetterResources = 1000;

struct Letter {
    LetterKind kind = LetterKind::Result;
    OrganisationId organisation;
    VerifyKey desk; // who signs
    std::string chainId;
    GrantId grant; // that it answers
    SealKey inbox; // where it is posted: a letter copied into another inbox is not believed
    UnixTime time = 0;
    std::vector<std::string> resources; // each one's own JSON; none in a request
    Bytes request;                      // of kind Request only: exchange/request.h
};

// Fills `desk`. LetterTooLarge.
[[nodiscard]] Result<Bytes> signLetter(Letter letter, const SigningKey &desk);
// Genuine by the desk key it names; whose desk that is, the ledger says (flows/patient/inbox.h).
// LetterMalformed, LetterForged.
[[nodiscard]] Result<Letter> verifyLetter(ByteView letter);

} // namespace apricot
