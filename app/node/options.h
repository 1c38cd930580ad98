// SPDX-License-Identifier: GPL-3.0-or-later
// What a node is told: options of the command line, or lines "name value" of a file.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <span>
#include <string>

namespace apricot::node {

struct Options {
    std::string ledger; // folder of an embedded ledger: a clinic alone
    std::string home;   // folder of the state in a consortium
    std::string abci = "unix:///run/apricot/abci.sock"; // where CometBFT connects
    std::string engine = "http://127.0.0.1:26657";      // CometBFT's RPC
    std::string mailbox;                                // folder
    std::string listen = "127.0.0.1:8443";              // of the gateway
    std::string certificate, key; // PEM; without them the gateway serves this machine alone
    std::string authority;        // PEM: vouches for other nodes; empty: the system's certificates
    int adminPort = 0;            // health and metrics, on this machine alone; 0: none
    std::uint64_t snapshotEvery = 1000;
    std::uint64_t blocksKept = 0;
    std::uint64_t continues = 0; // block of the kept state that a new chain goes on from; 0: none
    // Of one machine: an IPv4 address, an IPv6 network of 64 bits.
    double requestsPerSecond = 50;
    std::size_t connectionsOfMachine = 64; // answered at the same time: its share of the handlers

    [[nodiscard]] bool isEmbedded() const { return !ledger.empty(); }
};

// NodeOptionsUnclear, FileUnreadable.
[[nodiscard]] Error optionsUnclear(std::string what);
[[nodiscard]] Result<Options> readOptions(std::span<const std::string> words);

} // namespace apricot::node
