// SPDX-License-Identifier: GPL-3.0-or-later
// What a phone or a clinic must know of a ledger that others run: a small JSON file without
// secrets, handed out by the hospitals. {"nodes": ["https://..."], "authority": "ca.pem"} (a node
// also as {"address", "operator"}: nodes of one operator do not confirm each other) and either
// "genesis": CometBFT's genesis file, for a consortium, or "chain" and "ledger_key" (hex), for a
// ledger that one organisation runs. "checkpoint" (comet/checkpoint.h) is where a device that knows
// nothing yet begins, when genesis is longer ago than it may trust; it is held to the rules of
// LightClient::adopt. "trusting_days" is 60 when it is not said.
#pragma once

#include "comet/checkpoint.h"
#include "comet/light_client.h"

#include <filesystem>

namespace apricot::gateway {

struct NodeAddress {
    std::string address;
    std::string operatedBy; // empty: not said
};

struct ConsortiumFile {
    std::vector<NodeAddress> nodes; // 1 to 32, each once
    std::string authority;          // beside the file; empty: the system's certificates
    std::string chainId;
    std::optional<VerifyKey> ledgerKey;          // of a ledger that one organisation runs
    comet::Trusted anchor;                       // of a consortium: genesis
    UnixTime trustingPeriod = 0;                 // seconds
    std::optional<comet::Checkpoint> checkpoint; // to begin with, when genesis is long ago
};

// ConsortiumFileMalformed, FileUnreadable.
[[nodiscard]] Result<ConsortiumFile> readConsortiumFile(const std::filesystem::path &file);

} // namespace apricot::gateway
