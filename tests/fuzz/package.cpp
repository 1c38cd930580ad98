// SPDX-License-Identifier: GPL-3.0-or-later
// A foreign package is refused, whatever it is; resources of any bytes come back as they were; one
// changed bit of a package is noticed.
#include "exchange/package.h"
#include "../exchange/forged_package.h"
#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "crypto/system_random.h"

#include <cstdlib>

using namespace apricot;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    static const bool started = startCrypto().ok();
    if (!started) std::abort();
    SeededRandom random(1);
    const ByteView input(data, size);
    SymmetricKey one, other;
    random.fill(one.writable());
    random.fill(other.writable());
    if (openPackage(input, sha256(input), one, other)) std::abort();
    // Rightly encrypted, with anything inside: refused, or no more than its size allows.
    for (const auto &hostile : {forged::around(input), forged::aroundText(textOf(input))})
        if (const auto held = hostile.open()) {
            std::size_t bytes = 0;
            for (const std::string &resource : *held) bytes += resource.size();
            if (bytes > 64 * hostile.file.size()) std::abort();
        }

    std::vector<std::string> resources(1);
    for (const std::uint8_t byte : input.first(std::min<std::size_t>(size, 4096))) {
        if (byte == 0)
            resources.emplace_back();
        else
            resources.back() += static_cast<char>(byte);
    }
    auto package = makePackage(resources, random);
    if (!package) return 0;
    const auto open = [&] {
        return openPackage(package->file, sha256(package->file), package->grantHalf,
                           package->mailboxHalf);
    };
    const auto opened = open();
    if (!opened || *opened != resources) std::abort();
    package->file[size % package->file.size()] ^= static_cast<std::uint8_t>(1U << (size % 8));
    if (open()) std::abort();
    return 0;
}
