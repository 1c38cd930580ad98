// SPDX-License-Identifier: GPL-3.0-or-later
// Redemptions judged per second (decoding, both signatures, every rule, the new state) against bare
// verification of the same two Ed25519 signatures, on all cores, with COUNT grants in the state:
// bench_rules [COUNT]. The tree and the commit are not part of it; a second line shows the whole
// embedded ledger, disk included.
#include "../ledger/parties.h"

#include "codec/cose.h"
#include "crypto/crypto.h"
#include "ledger/embedded_ledger.h"
#include "ledger/store_lmdb.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <thread>

using namespace apricot;

namespace {

constexpr std::size_t redemptions = 4000;

double secondsOf(const std::function<void()> &work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// A block of values alone: the rules read nothing else.
void put(Store &store, Height height, Writes writes) {
    const auto done = store.write([&](const CommittedState &) -> Result<std::optional<Block>> {
        Block block;
        block.header.height = height;
        block.writes = writes;
        return std::optional<Block>(std::move(block));
    });
    if (!done) std::exit(1);
}

GrantState usedOnce(const Parties &p) {
    return {p.clinic, 1, 2, p.clock.now() + 900};
}

void fill(Store &store, const Parties &p, std::uint64_t count) {
    const Bytes state = encode(usedOnce(p));
    const std::uint64_t step = ~std::uint64_t{0} / count;
    Height height = 0;
    Writes writes;
    writes[organisationKey(p.clinic)] = encode(p.organisation());
    for (std::uint64_t i = 0; i < count; ++i) {
        VerifyKey pseudonym; // spread evenly, ascending
        for (std::size_t b = 0; b < 8; ++b)
            pseudonym.bytes[b] = static_cast<std::uint8_t>((i * step) >> (56 - 8 * b));
        writes[grantKey(pseudonym, pseudonym, {})] = state;
        if (writes.size() == 50000) put(store, ++height, std::exchange(writes, {}));
    }
    put(store, ++height, std::move(writes));
}

struct Signed {
    VerifyKey key;
    Bytes message;
    Signature signature;
};

struct Work {
    std::vector<Bytes> wires;
    std::vector<Signed> raw; // two for each
};

// Signatures over as many bytes as the true ones, without anything to decode.
Work prepare(Parties &p, Store &store, std::uint64_t count) {
    Work out;
    Writes half;
    for (std::size_t i = 0; i < redemptions; ++i) {
        p.patient = p.key();
        Grant grant = p.grant(2);
        const Bytes part = p.publicPart(grant);
        if (i % 2)
            half[grantKey(verifyKeyOf(p.patient), verifyKeyOf(p.patient), grant.open.id)] =
                encode(usedOnce(p));
        out.wires.push_back(p.redeem(part));
        const Bytes &wire = out.wires.back();
        out.raw.push_back({verifyKeyOf(p.patient), part, sign(p.patient, part)});
        out.raw.push_back({verifyKeyOf(p.desk), wire, sign(p.desk, wire)});
    }
    put(store, 1'000'000 + count, std::move(half));
    return out;
}

// All cores: the signatures in any order, the rules in the transactions' order as they get ready.
std::size_t judge(const CommittedState &state, const Parties &p, const Work &work) {
    std::vector<CheckedTransaction> checked(work.wires.size());
    std::vector<std::atomic<bool>> ready(work.wires.size());
    std::atomic<std::size_t> next = 0;
    const auto checkOne = [&] {
        const std::size_t i = next++;
        if (i >= checked.size()) return false;
        checked[i] = checkTransaction(work.wires[i]);
        ready[i] = true;
        return true;
    };
    std::vector<std::thread> others;
    for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i)
        others.emplace_back([&] {
            while (checkOne()) {
            }
        });
    Overlay overlay(state);
    const BlockContext block{p.chainId, 3, p.clock.now()};
    std::size_t accepted = 0;
    for (std::size_t i = 0; i < checked.size(); ++i) {
        while (!ready[i])
            if (!checkOne()) std::this_thread::yield();
        auto writes = applyRules(overlay, block, checked[i]);
        if (!writes) continue;
        overlay.add(std::move(writes).value());
        ++accepted;
    }
    for (auto &thread : others) thread.join();
    return accepted;
}

std::size_t verifyRaw(const Work &work) {
    std::atomic<std::size_t> next = 0;
    std::atomic<std::size_t> good = 0;
    std::vector<std::thread> threads;
    for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
        threads.emplace_back([&] {
            for (std::size_t n = next++; n < work.raw.size(); n = next++) {
                const Signed &s = work.raw[n];
                if (verify(s.key, s.message, s.signature)) ++good;
            }
        });
    for (auto &thread : threads) thread.join();
    return good;
}

// Many clients at once, each waiting for its own answer.
void wholeLedger(const std::filesystem::path &folder) {
    Parties p;
    const auto ledger = createEmbeddedLedger(folder, p.genesis(), p.clock, p.random);
    if (!ledger) std::exit(1);
    const auto done =
        (*ledger)->submit(p.signedBy(p.admin, RegisterOrganisation{p.organisation()}));
    if (!done || !done->accepted()) std::exit(1);
    std::vector<Bytes> wires;
    for (std::size_t i = 0; i < 2000; ++i) wires.push_back(p.redeem(p.publicPart(p.grant())));
    std::atomic<std::size_t> next = 0;
    const double seconds = secondsOf([&] {
        std::vector<std::thread> clients;
        for (int i = 0; i < 32; ++i)
            clients.emplace_back([&] {
                for (std::size_t n = next++; n < wires.size(); n = next++) {
                    const auto outcome = (*ledger)->submit(wires[n]);
                    if (!outcome || !outcome->accepted()) std::exit(1);
                }
            });
        for (auto &client : clients) client.join();
    });
    std::printf("embedded ledger, 32 clients: %.0f redemptions/s, tree and disk included\n",
                static_cast<double>(wires.size()) / seconds);
}

} // namespace

int main(int argc, char **argv) {
    if (!startCrypto()) return 1;
    const std::uint64_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 10'000;
    if (count == 0) return 2;
    std::string pattern = std::filesystem::temp_directory_path() / "apricot-rules-XXXXXX";
    if (!::mkdtemp(pattern.data())) return 1;
    const std::filesystem::path folder = pattern;
    bool sound = false;
    {
        const auto store = openLmdbStore(folder, {});
        if (!store) return 1;
        Parties p;
        fill(**store, p, count);
        const Work work = prepare(p, **store, count);
        std::vector<double> ours, peer;
        const auto measured = (*store)->read([&](const CommittedState &state) -> Result<> {
            sound = true;
            for (int round = 0; round < 9; ++round) {
                ours.push_back(secondsOf([&] { sound &= judge(state, p, work) == redemptions; }));
                peer.push_back(secondsOf([&] { sound &= verifyRaw(work) == 2 * redemptions; }));
            }
            return {};
        });
        sound &= measured.ok();
        const double own = *std::min_element(ours.begin(), ours.end());
        const double raw = *std::min_element(peer.begin(), peer.end());
        std::printf("redemptions judged, %llu grants / the 2 signatures each | %.0f/s | %.0f/s | "
                    "%.3f | >= 0.9\n",
                    static_cast<unsigned long long>(count), redemptions / own, redemptions / raw,
                    raw / own);
    }
    if (count <= 10'000) wholeLedger(folder / "whole");
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    return sound ? 0 : 1;
}
