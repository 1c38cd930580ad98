// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/trial.h"

#include "ledger/directory_index.h"

#include <algorithm>

namespace apricot {

Error Trial::notAuthorised(std::string why) {
    return refuse(Refusal::NotAuthorised, std::move(why));
}
Error invalidOrganisation(std::string why) {
    return refuse(Refusal::OrganisationInvalid, std::move(why));
}
Error quotaUsedUp(std::string why) {
    return refuse(Refusal::QuotaUsedUp, std::move(why));
}
Error invalidNode(std::string why) {
    return refuse(Refusal::NodeInvalid, std::move(why));
}
Error rulesNotInOrder(const RulesVersion &version, Height now) {
    return refuse(Refusal::RulesNotInOrder, "now version " + std::to_string(version.current)
                                                + ", height " + std::to_string(now));
}

Result<Organisation> Trial::organisation(const OrganisationId &id) const {
    APRICOT_TRY_ASSIGN(value, m_state.value(organisationKey(id)));
    if (!value) return refuse(Refusal::OrganisationUnknown, toHex(id.view()));
    return decodeOrganisation(*value);
}

Result<> Trial::store(const Organisation &organisation) {
    if (const auto complaint = complaintAbout(organisation)) return invalidOrganisation(*complaint);
    std::optional<Organisation> before;
    APRICOT_TRY_ASSIGN(value, m_state.value(organisationKey(organisation.id)));
    if (value) {
        APRICOT_TRY_ASSIGN(standing, decodeOrganisation(*value));
        before = std::move(standing);
    }
    APRICOT_TRY_ASSIGN(listed, relist(m_state, before, organisation));
    m_writes.merge(std::move(listed));
    write(organisationKey(organisation.id), encode(organisation));
    return {};
}

Result<Organisation> Trial::organisationOfDesk(const OrganisationId &id) const {
    APRICOT_TRY_ASSIGN(out, organisation(id));
    if (out.status != OrganisationStatus::Active)
        return refuse(Refusal::OrganisationSuspended, toHex(id.view()));
    if (deskWith(out, m_checked.signers.front()) == nullptr) return refuse(Refusal::DeskKeyUnknown);
    return out;
}

Result<Node> Trial::node(const NodeId &id) const {
    APRICOT_TRY_ASSIGN(value, m_state.value(nodeKey(id)));
    if (!value) return refuse(Refusal::NodeUnknown, toHex(id.view()));
    return decodeNode(*value);
}

Result<> Trial::store(const NodeId &id, const Node &node) {
    APRICOT_TRY(organisation(node.operatedBy));
    for (const OrganisationId &served : node.actsFor) APRICOT_TRY(organisation(served));
    write(nodeKey(id), encode(node));
    return {};
}

Result<> Trial::countQuota(const OrganisationId &id) {
    APRICOT_TRY_ASSIGN(limit, m_state.value(quotaKey()));
    if (!limit) return {};
    APRICOT_TRY_ASSIGN(quota, decodeQuota(*limit));
    APRICOT_TRY_ASSIGN(counted, countInHour(quotaUseKey(id), quota));
    if (!counted) return quotaUsedUp(std::to_string(quota) + " in an hour");
    return {};
}

Result<bool> Trial::countInHour(const Bytes &key, std::uint32_t most) {
    APRICOT_TRY_ASSIGN(value, m_state.value(key));
    APRICOT_TRY_ASSIGN(use, useInHourOf(m_block.time, value));
    if (use.used >= most) return false;
    ++use.used;
    write(key, encode(use));
    return true;
}

Result<> Trial::markOnce(const Bytes &key) {
    APRICOT_TRY_ASSIGN(standing, m_state.value(key));
    if (!standing) write(key, encode(Mark{m_block.time, m_block.height}));
    return {};
}

bool Trial::isSignedBy(const VerifyKey &key) const {
    return std::ranges::find(m_checked.signers, key) != m_checked.signers.end();
}

Result<> Trial::isSignedByOnly(const VerifyKey &key) const {
    if (m_checked.signers.size() != 1 || !isSignedBy(key)) return notAuthorised("another key");
    return {};
}

Result<> Trial::isSignedByQuorum() const {
    APRICOT_TRY_ASSIGN(needed, signatoriesOf(m_checked.transaction.action, m_state));
    if (needed.admins.empty()) return notAuthorised("no consortium");
    const auto signedBy = std::ranges::count_if(
        needed.admins, [this](const VerifyKey &admin) { return isSignedBy(admin); });
    if (signedBy < static_cast<std::ptrdiff_t>(needed.quorum))
        return notAuthorised(std::to_string(signedBy) + " of " + std::to_string(needed.quorum));
    return {};
}

Result<std::optional<VerifyKey>> Trial::joinsUnsigned() const {
    APRICOT_TRY_ASSIGN(needed, signatoriesOf(m_checked.transaction.action, m_state));
    for (const VerifyKey &key : needed.joining)
        if (!isSignedBy(key)) return std::optional<VerifyKey>(key);
    return std::optional<VerifyKey>();
}

Result<> Trial::isForThisChain(const std::string &chainId) const {
    if (chainId != m_block.chainId) return refuse(Refusal::WrongChain, m_block.chainId);
    return {};
}

std::string Trial::times(UnixTime limit) const {
    return "block time " + toRfc3339(m_block.time) + ", limit " + toRfc3339(limit);
}

} // namespace apricot
