// SPDX-License-Identifier: GPL-3.0-or-later
// Finding a clinic among 100,000 organisations, or as many as given (bench_directory [COUNT]): a
// phone asks a node's port; the state is in LMDB; what comes is proven. The first search also asks
// where the pages begin.
#include "flows/shared/directory.h"
#include "../ledger/clinics.h"
#include "../ledger/parties.h"
#include "base/clock.h"
#include "crypto/crypto.h"
#include "exchange/directory_mailbox.h"
#include "gateway/gateway_server.h"
#include "gateway/remote_ledger.h"
#include "ledger/hosted_ledger.h"
#include "ledger/store_lmdb.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace apricot;

namespace {

constexpr double goal = 50; // milliseconds of a search

double now() {
    return std::chrono::duration<double, std::milli>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

int failed(const Error &error) {
    std::fprintf(stderr, "%s %s\n", nameOf(error.code).data(), error.detail.c_str());
    return 1;
}

// A ledger's first two blocks: its genesis, and so many organisations with their index.
Result<> found(Store &store, const Parties &parties, const SigningKey &key, std::uint32_t count) {
    APRICOT_TRY(store.write([&](const CommittedState &state) -> Result<std::optional<Block>> {
        APRICOT_TRY_ASSIGN(block, buildGenesis(state, parties.genesis(), parties.clock.now(), key));
        return std::optional<Block>(std::move(block));
    }));
    return store.write([&](const CommittedState &state) -> Result<std::optional<Block>> {
        APRICOT_TRY_ASSIGN(last, state.block(1));
        APRICOT_TRY_ASSIGN(before, verifyHeader(last->header, verifyKeyOf(key), parties.chainId));
        Block block;
        const auto all = clinics(count);
        block.writes = indexOf(all);
        // The organisations too, as in a state that grew: pages alone would fill a bucket.
        Organisation organisation = parties.organisation();
        for (const Listed &one : all) {
            organisation.id = one.id;
            organisation.name = one.name;
            block.writes[organisationKey(one.id)] = encode(organisation);
        }
        APRICOT_TRY_ASSIGN(tree, updateTree(state, last->root, 2, block.writes));
        block.tree = std::move(tree);
        block.header = {parties.chainId,          2,
                        parties.clock.now(),      block.tree.root.hash,
                        headerHash(last->header), transactionsHash({})};
        block.stored.header = signHeader(block.header, key);
        block.stored.root = block.tree.root;
        return std::optional<Block>(std::move(block));
    });
}

int measure(const std::string &folder, std::uint32_t count) {
    Parties parties;
    const SigningKey key = parties.key();
    EmbeddedOptions options;
    options.firstMapSize = std::uint64_t{1} << 30U;
    auto store = openLmdbStore(folder, options);
    if (!store || !found(**store, parties, key, count)) return 1;
    SigningKey ours;
    std::copy(key.view().begin(), key.view().end(), ours.writable().begin());
    HostedLedger ledger(*store, parties.chainId, std::move(ours), parties.clock);
    const auto mailbox = openDirectoryMailbox(folder + "/mailbox", ledger, parties.clock);
    if (!mailbox) return 1;
    gateway::Limits limits;
    limits.burst = 1e9; // one phone searches more often than people do
    gateway::GatewayServer server({ledger, **mailbox, nullptr, [] { return Height{2}; }, {}},
                                  parties.clock, limits);
    std::size_t asked = 0;
    const auto port = net::serveHttp(
        {},
        [&](const net::HttpRequest &head, std::uint64_t length) {
            return server.judge(head, length);
        },
        [&](net::HttpRequest &request) {
            ++asked;
            return server.answer(request);
        });
    if (!port) return 1;

    gateway::ConsortiumFile file;
    file.chainId = parties.chainId;
    file.ledgerKey = verifyKeyOf(key);
    gateway::Nodes nodes;
    auto http = net::connectHttp("http://127.0.0.1:" + std::to_string((*port)->port()));
    if (!http) return 1;
    nodes.push_back(std::make_unique<gateway::Node>(std::move(http).value()));
    const SystemClock clock;
    std::vector<double> first, search;
    for (std::uint32_t i = 0; i < 20; ++i) {
        const auto opened = gateway::SingleLedger::open(file, nodes, nullptr, clock);
        if (!opened) return failed(opened.error());
        gateway::SingleLedger &phone = **opened;
        const double start = now();
        const auto pages = directoryPages(phone);
        if (!pages) return failed(pages.error());
        first.push_back(now() - start);
        asked = 0;
        const std::string name = "县医院 " + std::to_string((i * 7919 % count) & ~1U);
        const double began = now();
        const auto hits = findOrganisations(phone, *pages, name);
        search.push_back(now() - began);
        if (!hits) return failed(hits.error());
        if (hits->organisations.empty() || hits->organisations.front().name != name) return 1;
        if (asked > 2) return 1; // two: it stands first on the next page
    }
    std::sort(first.begin(), first.end());
    std::sort(search.begin(), search.end());
    std::printf("%u organisations: where the pages begin is asked once, in %.1f ms\n", count,
                first[10]);
    std::printf("a clinic found by its name | %.1f ms | %.0f ms | %.2f | <= 1\n", search[10], goal,
                search[10] / goal);
    return search[10] <= goal ? 0 : 1;
}

} // namespace

int main(int argc, char **argv) {
    if (!startCrypto()) return 1;
    const unsigned long count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100'000;
    std::string folder = (std::filesystem::temp_directory_path() / "directory-XXXXXX").string();
    if (!mkdtemp(folder.data())) return 1;
    const int ended = measure(folder, static_cast<std::uint32_t>(count));
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    return ended;
}
