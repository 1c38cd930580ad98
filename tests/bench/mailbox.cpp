// SPDX-License-Identifier: GPL-3.0-or-later
// A mailbox in which 100,000 packages wait, or as many as given: bench_mailbox [COUNT]. The time to
// open it and make its index, of a sweep while nothing has ended, and of those that end them all.
#include "../ledger/parties.h"
#include "base/file.h"
#include "crypto/crypto.h"
#include "exchange/directory_mailbox.h"
#include "ledger/memory_ledger.h"

#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>

using namespace apricot;

namespace {

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

double mebibytes() { // of this process, at most so far
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

// As the mailbox writes it, but not synced.
void leave(const std::filesystem::path &folder, Parties &parties) {
    Grant grant = parties.grant();
    grant.open.expiry = parties.clock.now() + UnixTime{20} * 86400;
    Bytes kept;
    for (unsigned shift = 64; shift > 0; shift -= 8)
        kept.push_back(static_cast<std::uint8_t>(static_cast<std::uint64_t>(parties.clock.now())
                                                 >> (shift - 8)));
    append(kept, parties.publicPart(grant));
    const auto name = folder / "packages" / toHex(grant.closed.locator.view());
    std::ofstream(name.string() + ".grant") << textOf(kept);
    std::ofstream(name.string() + ".package") << "package";
}

} // namespace

int main(int argc, char **argv) {
    if (!startCrypto()) return 1;
    const std::size_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 100'000;
    Parties parties;
    const auto ledger = createMemoryLedger(parties.genesis(), parties.clock, parties.random);
    std::string folder = (std::filesystem::temp_directory_path() / "mailbox-XXXXXX").string();
    if (!ledger || !mkdtemp(folder.data())) return 1;
    std::filesystem::create_directories(folder + "/packages");
    for (std::size_t i = 0; i < count; ++i) leave(folder, parties);
    const double before = mebibytes();
    double start = now();
    const auto mailbox = openDirectoryMailbox(folder, **ledger, parties.clock);
    if (!mailbox) return 1;
    std::printf(
        "%zu packages: opened in %.2f s, %.0f bytes of memory a package\n", count, now() - start,
        (mebibytes() - before) * 1048576 / static_cast<double>(std::max<std::size_t>(1, count)));
    start = now();
    for (int i = 0; i < 20; ++i)
        if (const auto swept = (*mailbox)->sweep(); !swept || *swept != 0) return 1;
    std::printf("a sweep while all stand: %.2f ms\n", (now() - start) * 1000 / 20);
    parties.clock.advance(UnixTime{20} * 86400);
    start = now();
    std::size_t ended = 0, sweeps = 0;
    while (ended < count) {
        const auto swept = (*mailbox)->sweep();
        if (!swept || *swept == 0) return 1;
        ended += *swept;
        ++sweeps;
    }
    std::printf("all ended: %zu sweeps of %.2f ms, %.2f s in all\n", sweeps,
                (now() - start) * 1000 / static_cast<double>(sweeps), now() - start);
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    return 0;
}
