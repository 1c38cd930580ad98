// SPDX-License-Identifier: GPL-3.0-or-later
#include "comet/consortium_receipt.h"

#include "ledger/proof.h"

namespace apricot::comet {

Result<> verifyState(const ProvenAnswer &answer, const Header &trusted) {
    APRICOT_TRY_ASSIGN(proof, decodeProof(answer.proof));
    return verifyProof(proof, Digest::from(trusted.appHash).value_or(Digest{}), answer.key,
                       answer.value);
}

Result<VerifiedAnswer> verifyConsortiumAnswer(const ProvenAnswer &answer, const Trusted &anchor,
                                              const LightOptions &options) {
    APRICOT_TRY_ASSIGN(trail, readLightBlocks(textOf(answer.header)));
    const auto wanted = static_cast<std::int64_t>(answer.height + 1);
    if (trail.empty() || trail.back().header.height != wanted)
        return fail(ErrorCode::ReceiptWithoutHeader, std::to_string(wanted));
    APRICOT_TRY(followTrail(anchor, trail, options));
    const Header &header = trail.back().header;
    APRICOT_TRY(verifyState(answer, header));
    return VerifiedAnswer{header.time.seconds, answer.height, answer.key, answer.value};
}

} // namespace apricot::comet
