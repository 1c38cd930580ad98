// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/embedded_ledger.h"

#include "base/file.h"
#include "crypto/sign.h"
#include "ledger/genesis.h"
#include "ledger/store_lmdb.h"

namespace apricot {
namespace {

std::filesystem::path keyFileIn(const std::filesystem::path &folder) {
    return folder / "ledger.key";
}

// The 32-byte seed; wiped from ordinary memory on the way.
Result<SigningKey> readKey(const std::filesystem::path &folder) {
    auto raw = readFile(keyFileIn(folder), SigningKey::size);
    if (!raw) return ledgerDamaged("the signing key cannot be read: " + raw.error().detail);
    const SecretBytes secret = SecretBytes::take(raw.value());
    auto key = SigningKey::from(secret.view());
    if (!key) return ledgerDamaged("the signing key has another length");
    return std::move(*key);
}

// The chain id of the ledger that stands in the store, once its last block is found sound.
Result<std::string> chainIn(Store &store, const SigningKey &key) {
    std::string chainId;
    const Result<> done = store.read([&](const CommittedState &state) -> Result<> {
        APRICOT_TRY_ASSIGN(height, state.height());
        if (height == 0) return {};
        APRICOT_TRY_ASSIGN(last, state.block(height));
        if (!last) return ledgerDamaged("the last block is missing");
        APRICOT_TRY_ASSIGN(found, findInTree(state, last->root, consortiumKey()));
        if (!found.value) return ledgerDamaged("genesis is missing");
        APRICOT_TRY_ASSIGN(consortium, decodeConsortium(*found.value));
        const auto header = verifyHeader(last->header, verifyKeyOf(key), consortium.chainId);
        if (!header) return ledgerDamaged("the last header does not verify");
        if (header->stateRoot != last->root.hash || header->height != height)
            return ledgerDamaged("the last header names another state");
        chainId = consortium.chainId;
        return {};
    });
    if (!done) return done.error();
    return chainId;
}

} // namespace

Result<std::unique_ptr<Ledger>> createEmbeddedLedger(const std::filesystem::path &folder,
                                                     Consortium genesis, const Clock &clock,
                                                     Random &random,
                                                     const EmbeddedOptions &options) {
    APRICOT_TRY_ASSIGN(consortium, completeGenesis(std::move(genesis), random));
    std::error_code ignored; // openLmdbStore says so when the folder is not there
    std::filesystem::create_directories(folder, ignored);
    APRICOT_TRY_ASSIGN(store, openLmdbStore(folder, options));
    SigningKey key;
    random.fill(key.writable());
    const Result<> done =
        store->write([&](const CommittedState &state) -> Result<std::optional<Block>> {
            APRICOT_TRY_ASSIGN(height, state.height());
            if (height != 0) return fail(ErrorCode::LedgerExists, folder.string());
            // Under the writers' lock, and before genesis: a key without a genesis is replaced by
            // the next attempt, a genesis without its key could never be.
            APRICOT_TRY(writeFile(keyFileIn(folder), key.view()));
            APRICOT_TRY_ASSIGN(block, buildGenesis(state, consortium, clock.now(), key));
            return std::optional<Block>(std::move(block));
        });
    if (!done) return done.error();
    return std::unique_ptr<Ledger>(std::make_unique<HostedLedger>(
        std::move(store), consortium.chainId, std::move(key), clock));
}

Result<std::unique_ptr<HostedLedger>> openEmbeddedLedger(const std::filesystem::path &folder,
                                                         const Clock &clock,
                                                         const EmbeddedOptions &options) {
    const auto missing = [&] { return fail(ErrorCode::LedgerMissing, folder.string()); };
    std::error_code ignored;
    if (!std::filesystem::exists(folder / "data.mdb", ignored)) return missing();
    APRICOT_TRY_ASSIGN(store, openLmdbStore(folder, options));
    bool begun = false;
    bool older = false;
    const Result<> done = store->read([&](const CommittedState &state) -> Result<> {
        APRICOT_TRY_ASSIGN(height, state.height());
        begun = height != 0;
        APRICOT_TRY_ASSIGN(rules, rulesVersionIn(state));
        older = rules.current != latestRules;
        return {};
    });
    if (!done) return done.error();
    if (!begun) return missing();
    APRICOT_TRY_ASSIGN(key, readKey(folder));
    APRICOT_TRY_ASSIGN(chainId, chainIn(*store, key));
    // Block by block, each whole or not at all; another process may have made them meanwhile.
    const auto upgrade = [&](const CommittedState &state) {
        auto block = buildUpgrade(state, chainId, clock.now(), key);
        older = block.ok() && block->has_value();
        return block;
    };
    while (older) APRICOT_TRY(store->write(upgrade));
    return std::make_unique<HostedLedger>(std::move(store), chainId, std::move(key), clock);
}

} // namespace apricot
