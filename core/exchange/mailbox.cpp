// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/mailbox.h"

#include "crypto/hash.h"
#include "crypto/sign.h"

namespace apricot {
namespace {

// Apart from all else that a pseudonym signs: COSE structures begin otherwise.
Bytes statement(const Deposit &deposit) {
    const ByteView context = viewOf("apricot deposit 1");
    Bytes out(context.begin(), context.end());
    append(out, deposit.host.view());
    append(out, deposit.locator.view());
    append(out, sha256(deposit.package).view());
    append(out, sha256(deposit.publicPart).view());
    return out;
}

} // namespace

Deposit signDeposit(Deposit deposit, const SigningKey &signer) {
    deposit.signature = sign(signer, statement(deposit));
    return deposit;
}

bool isSignedBy(const Deposit &deposit, const VerifyKey &signer) {
    return verify(signer, statement(deposit), deposit.signature);
}

} // namespace apricot
