// SPDX-License-Identifier: GPL-3.0-or-later
// One step of the light client over blocks of 4 and of 100 validators, against as many bare
// verifications as more than two thirds of them are. Taking turns; the best of many rounds.
#include "../comet/chain.h"
#include "crypto/crypto.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace apricot;
using namespace apricot::comet;

namespace {

double microseconds(int times, const std::function<void()> &work) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i) work();
    const std::chrono::duration<double, std::micro> taken =
        std::chrono::steady_clock::now() - start;
    return taken.count() / times;
}

void compare(std::size_t count) {
    const Chain chain(count);
    const Trusted from = chain.genesis();
    const LightBlock block = chain.block(900);
    const StepRules rules = chain.rulesAt(900);
    std::vector<Bytes> messages;
    std::vector<Signature> signatures;
    for (std::size_t i = 0; i < count; ++i) {
        messages.push_back(signBytes(block.commit, i, block.header.chainId));
        signatures.push_back(*Signature::from(block.commit.votes[i].signature));
    }
    const std::size_t needed = count * 2 / 3 + 1;
    double ours = 1e12;
    double raw = 1e12;
    const int times = count > 10 ? 3 : 40;
    for (int round = 0; round < 25; ++round) {
        ours = std::min(ours, microseconds(times, [&] {
                            if (!verifyStep(from, block, rules).ok()) std::exit(1);
                        }));
        raw = std::min(raw, microseconds(times, [&] {
                           for (std::size_t i = 0; i < needed; ++i)
                               if (!verify(block.validators[i].key, messages[i], signatures[i]))
                                   std::exit(1);
                       }));
    }
    std::printf(
        "light-client step, %zu validators / %zu raw verifications | %.0f us | %.0f us | %.3f | "
        "<= 1.1\n",
        count, needed, ours, raw, ours / raw);
    std::printf("a light block of %zu validators: %zu bytes of JSON\n", count,
                toJson(block).size());
}

} // namespace

int main() {
    if (!startCrypto()) return 1;
    compare(4);
    compare(100);
    return 0;
}
