// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger as everybody above sees it: submit a transaction, query with proof, watch. Hosts:
// ledger/memory_ledger.h (tests), ledger/embedded_ledger.h (one process, LMDB).
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "crypto/keys.h"
#include "ledger/refusal.h"

#include <functional>
#include <memory>

namespace apricot {

using Height = std::uint64_t;

// What stands between a state root and whoever must believe it: the header that names the root,
// signed by the ledger. (A consortium host gives its header and commit here, as bytes.)
struct ProvenAnswer {
    Bytes key;
    std::optional<Bytes> value; // nothing: proven absent
    Bytes proof;                // ledger/proof.h
    Bytes header; // ledger/header.h: chain id, height, time, state root, previous, signature
    Height height = 0;
};

struct StatePrefix; // ledger/prefix_proof.h
struct ProvenPrefix;

struct Outcome {
    Height height = 0;
    UnixTime blockTime = 0;
    Refusal refusal = Refusal::None; // which rule refused it; None when accepted
    std::string detail;
    Digest transaction; // SHA-256 of the submitted bytes
    [[nodiscard]] bool accepted() const { return refusal == Refusal::None; }
};

// Of a refused one: the rule's own code, with what it said.
[[nodiscard]] inline Error errorOf(const Outcome &outcome, const char *file = __builtin_FILE(),
                                   int line = __builtin_LINE()) {
    return refuse(outcome.refusal, outcome.detail, file, line);
}

struct LedgerEvent {
    Height height = 0;
    UnixTime blockTime = 0;
    Bytes transaction; // as submitted; only accepted ones are told
};

struct VerifiedAnswer {
    UnixTime time = 0; // of the block whose state answered
    Height height = 0;
    Bytes key;
    std::optional<Bytes> value; // nothing: proven absent
};

// What stands on a ledger, for whoever trusts this copy of it.
class StateReader {
  public:
    virtual ~StateReader() = default;
    [[nodiscard]] virtual std::string chainId() const = 0;
    // Nothing: there is no value under the key.
    [[nodiscard]] virtual Result<std::optional<Bytes>> standing(ByteView key) = 0;
};

class Ledger : public StateReader {
  public:
    // Of a ledger that one organisation runs: whoever knows this key can verify every header of it.
    // Nothing for a consortium, which no single key vouches for.
    [[nodiscard]] virtual std::optional<VerifyKey> ledgerKey() const = 0;
    // Does the ledger, as this side knows it, stand behind the answer? The errors of verifyAnswer
    // (ledger/receipt.h) and, in a consortium, of comet::verifyStep.
    [[nodiscard]] virtual Result<VerifiedAnswer> verify(const ProvenAnswer &answer) const = 0;
    // Returns when the transaction stands in a committed block or was refused by a rule. An error
    // means that neither is known to have happened (LedgerUnavailable, LedgerDamaged ...).
    [[nodiscard]] virtual Result<Outcome> submit(ByteView transaction) = 0;
    // The committed state's answer, with proof.
    [[nodiscard]] virtual Result<ProvenAnswer> query(ByteView key) = 0;
    // All that the committed state holds under a prefix, with proof. StatePrefixTooWide.
    [[nodiscard]] virtual Result<ProvenPrefix> queryPrefix(const StatePrefix &prefix) = 0;
    // A query whose answer verifies.
    [[nodiscard]] Result<std::optional<Bytes>> standing(ByteView key) override {
        APRICOT_TRY_ASSIGN(answer, query(key));
        APRICOT_TRY_ASSIGN(verified, verify(answer));
        return std::move(verified.value);
    }
    // Committed events from a height on, oldest first, then again whenever a block is committed,
    // until the returned subscription is destroyed. Called on the committing thread.
    using Subscription = std::shared_ptr<void>;
    [[nodiscard]] virtual Subscription watch(Height from,
                                             std::function<void(const LedgerEvent &)> told) = 0;
};

} // namespace apricot
