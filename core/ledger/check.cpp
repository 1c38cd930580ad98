// SPDX-License-Identifier: GPL-3.0-or-later
// The curve arithmetic of a transaction, apart from the rules so that it can run on every core.
#include "codec/cose.h"
#include "crypto/hash.h"
#include "ledger/transaction.h"

namespace apricot {

CheckedTransaction checkTransaction(ByteView wire) {
    CheckedTransaction out;
    out.id = sha256(wire);
    auto decoded = decodeTransaction(wire);
    if (!decoded) {
        out.malformed = decoded.error();
        return out;
    }
    const SubmittedTransaction &submitted = decoded.value();
    out.bodyDigest = sha256(submitted.body);
    for (const SignedBy &by : submitted.signatures)
        if (cose::verifies({submitted.body, by.signature}, by.key,
                           viewOf(transactionSigningContext)))
            out.signers.push_back(by.key);
    out.allVerified = out.signers.size() == submitted.signatures.size();
    out.transaction = std::move(decoded.value().transaction);
    if (!out.allVerified) return out;

    const Action &action = out.transaction.action;
    if (action.row()->check != nullptr) action.row()->check(action.value(), out);
    return out;
}

} // namespace apricot
