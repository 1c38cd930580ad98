// SPDX-License-Identifier: GPL-3.0-or-later
// Why a transaction is refused: the ledger's own list. Its numbers are what a chain agrees on and
// what travels; they are frozen, and one that goes out of use is never given again. What a screen
// says is the error code of the same name, which may be renumbered freely.
#pragma once

#include "base/error.h"

#include <optional>
#include <span>

namespace apricot {

enum class Refusal : std::uint16_t {
    None = 0,
    TransactionMalformed = 1,
    TransactionForged = 2,
    WrongChain = 3,
    TransactionExpired = 4,
    TransactionTooLongLived = 5,
    TransactionReplayed = 6,
    ActionNotInForce = 7,
    NotAuthorised = 8,
    OrganisationExists = 9,
    OrganisationInvalid = 10,
    OrganisationUnknown = 11,
    OrganisationSuspended = 12,
    DeskKeyUnknown = 13,
    QuotaUsedUp = 14,
    GrantMalformed = 15,
    GrantForged = 16,
    DelegationRefused = 17,
    GrantForOtherOrganisation = 18,
    GrantNotYetValid = 19,
    GrantExpired = 20,
    PurposeNotAllowed = 21,
    ClearanceTooLow = 22,
    GrantRevoked = 23,
    DelegationRevoked = 24,
    GrantUsedUp = 25,
    ValidatorsInvalid = 26,
    ConsortiumInvalid = 27,
    RulesNotInOrder = 28,
    NodeExists = 29,
    NodeInvalid = 30,
    NodeUnknown = 31,
    MonthKeysInvalid = 32,
    DelegationBoundElsewhere = 33,
    RoleNotAllowed = 34,
    TierTooLow = 35,
    DeskLevelTooLow = 36,
    PolicyForbids = 37,
    PolicyInvalid = 38,
    StandingInvalid = 39,
};

// One line a refusal: what it is called, and the error code that says it to a person.
struct RefusalRow {
    Refusal refusal;
    ErrorCode code;
};
[[nodiscard]] std::span<const RefusalRow> refusals();

[[nodiscard]] ErrorCode codeOf(Refusal refusal);
// Nothing: the code is of something else, such as a state that could not be read.
[[nodiscard]] std::optional<Refusal> refusalOf(ErrorCode code);
// Nothing: a number that this program does not know.
[[nodiscard]] std::optional<Refusal> refusalNumbered(std::uint64_t number);
// "GrantExpired".
[[nodiscard]] std::string_view nameOf(Refusal refusal);

// Raises a refusal inside a rule: `return refuse(Refusal::GrantExpired, "now 12, expiry 10");`
[[nodiscard]] Error refuse(Refusal refusal, std::string detail = {},
                           const char *file = __builtin_FILE(), int line = __builtin_LINE());

} // namespace apricot
