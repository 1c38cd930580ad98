// SPDX-License-Identifier: GPL-3.0-or-later
// One transaction before one state: what the rules of several actions share. Pure, as rules.h says.
#pragma once

#include "ledger/node_state.h"
#include "ledger/rules.h"
#include "ledger/signatories.h"

namespace apricot {

class Trial {
  public:
    Trial(const StateView &state, const BlockContext &block, const CheckedTransaction &checked)
        : m_state(state), m_block(block), m_checked(checked) {}

    [[nodiscard]] const BlockContext &block() const { return m_block; }
    [[nodiscard]] const CheckedTransaction &checked() const { return m_checked; }
    // As the state stood before this transaction.
    [[nodiscard]] Result<std::optional<Bytes>> value(ByteView key) const {
        return m_state.value(key);
    }
    [[nodiscard]] Result<RulesVersion> version() const { return rulesVersionIn(m_state); }
    void write(const Bytes &key, std::optional<Bytes> value) { m_writes[key] = std::move(value); }
    [[nodiscard]] Writes &&writes() && { return std::move(m_writes); }

    // OrganisationUnknown.
    [[nodiscard]] Result<Organisation> organisation(const OrganisationId &id) const;
    // OrganisationInvalid.
    [[nodiscard]] Result<> store(const Organisation &organisation);
    // OrganisationUnknown, OrganisationSuspended, DeskKeyUnknown.
    [[nodiscard]] Result<Organisation> organisationOfDesk(const OrganisationId &id) const;
    // NodeUnknown.
    [[nodiscard]] Result<Node> node(const NodeId &id) const;
    // One whose fields were judged in reading. OrganisationUnknown: one that it names.
    [[nodiscard]] Result<> store(const NodeId &id, const Node &node);
    // A flood of one organisation's transactions is bounded, however many desks send them.
    // QuotaUsedUp.
    [[nodiscard]] Result<> countQuota(const OrganisationId &id);
    // Counts one more in this hour under that key. False: there were so many.
    [[nodiscard]] Result<bool> countInHour(const Bytes &key, std::uint32_t most);
    // The first mark stands: its time is the proof of when.
    [[nodiscard]] Result<> markOnce(const Bytes &key);

    [[nodiscard]] bool isSignedBy(const VerifyKey &key) const;
    // NotAuthorised.
    [[nodiscard]] Result<> isSignedByOnly(const VerifyKey &key) const;
    [[nodiscard]] Result<> isSignedByQuorum() const;
    // One whom the action lets in and who has not signed it (signatories.h), if there is one.
    [[nodiscard]] Result<std::optional<VerifyKey>> joinsUnsigned() const;
    // WrongChain.
    [[nodiscard]] Result<> isForThisChain(const std::string &chainId) const;

    [[nodiscard]] static Error notAuthorised(std::string why);

    [[nodiscard]] std::string times(UnixTime limit) const;

  private:
    const StateView &m_state;
    const BlockContext &m_block;
    const CheckedTransaction &m_checked;
    Writes m_writes;
};

// Refusals that several actions share.
[[nodiscard]] Error invalidOrganisation(std::string why);
[[nodiscard]] Error invalidNode(std::string why);
// Of an organisation: all its transactions, or the redemptions of a restricted one.
[[nodiscard]] Error quotaUsedUp(std::string why);
[[nodiscard]] Error rulesNotInOrder(const RulesVersion &version, Height now);

} // namespace apricot
