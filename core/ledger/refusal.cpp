// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/refusal.h"

#include <algorithm>
#include <array>

namespace apricot {
namespace {

#define SAME(name)                                                                                 \
    RefusalRow {                                                                                   \
        Refusal::name, ErrorCode::name                                                             \
    }
constexpr std::array table{
    SAME(TransactionMalformed),
    SAME(TransactionForged),
    SAME(WrongChain),
    SAME(TransactionExpired),
    SAME(TransactionTooLongLived),
    SAME(TransactionReplayed),
    SAME(ActionNotInForce),
    SAME(NotAuthorised),
    SAME(OrganisationExists),
    SAME(OrganisationInvalid),
    SAME(OrganisationUnknown),
    SAME(OrganisationSuspended),
    SAME(DeskKeyUnknown),
    SAME(QuotaUsedUp),
    SAME(GrantMalformed),
    SAME(GrantForged),
    SAME(DelegationRefused),
    SAME(GrantForOtherOrganisation),
    SAME(GrantNotYetValid),
    SAME(GrantExpired),
    SAME(PurposeNotAllowed),
    SAME(ClearanceTooLow),
    SAME(GrantRevoked),
    SAME(DelegationRevoked),
    SAME(GrantUsedUp),
    SAME(ValidatorsInvalid),
    SAME(ConsortiumInvalid),
    SAME(RulesNotInOrder),
    SAME(NodeExists),
    SAME(NodeInvalid),
    SAME(NodeUnknown),
    SAME(MonthKeysInvalid),
    SAME(DelegationBoundElsewhere),
    SAME(RoleNotAllowed),
    SAME(TierTooLow),
    SAME(DeskLevelTooLow),
    SAME(PolicyForbids),
    SAME(PolicyInvalid),
    SAME(StandingInvalid),
};
#undef SAME

} // namespace

std::span<const RefusalRow> refusals() {
    return table;
}

ErrorCode codeOf(Refusal refusal) {
    const auto row = std::ranges::find(table, refusal, &RefusalRow::refusal);
    return row == table.end() ? ErrorCode::None : row->code;
}

std::optional<Refusal> refusalOf(ErrorCode code) {
    const auto row = std::ranges::find(table, code, &RefusalRow::code);
    if (row == table.end()) return std::nullopt;
    return row->refusal;
}

std::optional<Refusal> refusalNumbered(std::uint64_t number) {
    for (const RefusalRow &row : table)
        if (static_cast<std::uint64_t>(row.refusal) == number) return row.refusal;
    if (number == 0) return Refusal::None;
    return std::nullopt;
}

std::string_view nameOf(Refusal refusal) {
    return nameOf(codeOf(refusal));
}

Error refuse(Refusal refusal, std::string detail, const char *file, int line) {
    return fail(codeOf(refusal), std::move(detail), file, line);
}

} // namespace apricot
