// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/genesis.h"

namespace apricot {

Result<Consortium> completeGenesis(Consortium genesis, Random &random) {
    std::sort(genesis.admins.begin(), genesis.admins.end());
    if (genesis.chainId.empty()) {
        std::array<std::uint8_t, 8> name{};
        random.fill(name);
        genesis.chainId = "apricot-" + toHex(name);
    }
    if (const auto complaint = complaintAboutNew(genesis))
        return fail(ErrorCode::LedgerGenesisInvalid, *complaint);
    return genesis;
}

} // namespace apricot
