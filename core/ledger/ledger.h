// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger as everybody above sees it: submit a transaction, query with proof, watch. Hosts:
// ledger/memory_ledger.h (tests), ledger/embedded_ledger.h (one process, LMDB).
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "crypto/keys.h"

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

struct Outcome {
    Height height = 0;
    UnixTime blockTime = 0;
    Code refusal = Code::None; // which rule refused it; None when accepted
    std::string detail;
    Digest transaction; // SHA-256 of the submitted bytes
    [[nodiscard]] bool accepted() const { return refusal == Code::None; }
};

struct LedgerEvent {
    Height height = 0;
    UnixTime blockTime = 0;
    Bytes transaction; // as submitted; only accepted ones are told
};

class Ledger {
  public:
    virtual ~Ledger() = default;
    [[nodiscard]] virtual std::string chainId() const = 0;
    // Whoever knows this key can verify every header of this ledger.
    [[nodiscard]] virtual VerifyKey ledgerKey() const = 0;
    // Returns when the transaction stands in a committed block or was refused by a rule. An error
    // means that neither is known to have happened (LedgerUnavailable, LedgerDamaged ...).
    [[nodiscard]] virtual Result<Outcome> submit(ByteView transaction) = 0;
    // The committed state's answer, with proof.
    [[nodiscard]] virtual Result<ProvenAnswer> query(ByteView key) = 0;
    // Committed events from a height on, oldest first, then again whenever a block is committed,
    // until the returned subscription is destroyed. Called on the committing thread.
    using Subscription = std::shared_ptr<void>;
    [[nodiscard]] virtual Subscription watch(Height from,
                                             std::function<void(const LedgerEvent &)> told) = 0;
};

} // namespace apricot
