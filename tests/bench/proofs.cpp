// SPDX-License-Identifier: GPL-3.0-or-later
// Proofs from the authenticated tree in LMDB: size, time to make and to verify, bytes of disk a
// grant, at 10 thousand and 1 million keys, or at those given: bench_proofs [COUNT ...]. As
// consensus blocks of 10,000 redeemed grants each.
#include "../ledger/parties.h"
#include "../ledger/write_block.h"
#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "ledger/proof.h"
#include "ledger/store_lmdb.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

using namespace apricot;

namespace {

constexpr std::uint64_t blockSize = 10'000;
constexpr std::size_t proofs = 2000;

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

Bytes keyNumber(std::uint64_t i) {
    VerifyKey pseudonym;
    for (std::size_t b = 0; b < 8; ++b)
        pseudonym.bytes[b] = static_cast<std::uint8_t>(i >> (8 * b));
    return grantKey(pseudonym, pseudonym, {});
}

// The same keys asked for by prefix, 128 to a bucket.
bool measureBuckets(Store &store, const NodeRef &root, std::uint64_t count) {
    std::size_t bits = 0;
    while ((count >> (bits + 1)) >= 128) ++bits;
    constexpr std::size_t buckets = 200;
    bool sound = true;
    std::size_t bytes = 0, keys = 0;
    double making = 0, verifying = 0;
    const auto looked = store.read([&](const CommittedState &at) -> Result<> {
        for (std::size_t i = 0; i < buckets; ++i) {
            const StatePrefix prefix = prefixOf(sha256(keyNumber((i * 7919) % count)), bits);
            double t = now();
            APRICOT_TRY_ASSIGN(found, findUnder(at, root, prefix));
            const Bytes proof = encodePrefixProof(found);
            making += now() - t;
            bytes += proof.size();
            keys += found.entries.size();
            t = now();
            const auto decoded = decodePrefixProof(proof);
            sound &= decoded && verifyPrefixProof(*decoded, root.hash, prefix).ok();
            verifying += now() - t;
        }
        return {};
    });
    std::printf(
        "  by prefix of %zu bits: %zu keys and %zu bytes a bucket, made in %.0f us, verified "
        "in %.0f us\n",
        bits, keys / buckets, bytes / buckets, making / buckets * 1e6, verifying / buckets * 1e6);
    return sound && looked.ok();
}

bool measure(std::uint64_t count) {
    std::string pattern = std::filesystem::temp_directory_path() / "apricot-proofs-XXXXXX";
    if (!::mkdtemp(pattern.data())) return false;
    EmbeddedOptions options;
    options.firstMapSize = std::uint64_t{64} << 30U;
    options.versionsKept = 16;
    bool sound = true;
    {
        const auto store = openLmdbStore(pattern, options);
        if (!store) return false;
        Parties p;
        const Bytes state = encode(GrantState{p.clinic, 1, 1, p.clock.now() + 900});
        NodeRef root;
        Height height = 0;
        const double start = now();
        for (std::uint64_t i = 0; i < count; i += blockSize) {
            Writes writes;
            for (std::uint64_t k = i; k < std::min(count, i + blockSize); ++k)
                writes[keyNumber(k)] = state;
            ++height;
            const auto done = writeBlock(**store, root, height, writes);
            if (!done) return false;
        }
        const double built = now() - start;
        std::size_t bytes = 0;
        double making = 0;
        double verifying = 0;
        const auto looked = (*store)->read([&](const CommittedState &at) -> Result<> {
            for (std::size_t i = 0; i < proofs; ++i) {
                const Bytes key = keyNumber((i * 7919) % count);
                double t = now();
                APRICOT_TRY_ASSIGN(found, findInTree(at, root, key));
                const Bytes proof = encodeProof(found.proof);
                making += now() - t;
                bytes += proof.size();
                t = now();
                const auto decoded = decodeProof(proof);
                sound &= decoded && verifyProof(*decoded, root.hash, key, found.value).ok();
                verifying += now() - t;
            }
            return {};
        });
        sound &= looked.ok();
        sound &= measureBuckets(**store, root, count);
        const auto disk = static_cast<double>(std::filesystem::file_size(pattern + "/data.mdb"));
        std::printf("%llu keys: proof %zu bytes, made in %.1f us, verified in %.1f us; %.0f bytes "
                    "of disk a "
                    "grant; %.0f keys/s written\n",
                    static_cast<unsigned long long>(count), bytes / proofs, making / proofs * 1e6,
                    verifying / proofs * 1e6, disk / static_cast<double>(count),
                    static_cast<double>(count) / built);
    }
    std::error_code ignored;
    std::filesystem::remove_all(pattern, ignored);
    return sound;
}

} // namespace

int main(int argc, char **argv) {
    if (!startCrypto()) return 1;
    std::vector<std::uint64_t> counts;
    for (int i = 1; i < argc; ++i) counts.push_back(std::strtoull(argv[i], nullptr, 10));
    if (counts.empty()) counts = {10'000, 1'000'000};
    for (const std::uint64_t count : counts)
        if (count == 0 || !measure(count)) return 1;
    return 0;
}
