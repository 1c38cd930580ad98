// SPDX-License-Identifier: GPL-3.0-or-later
// A foreign package is refused, whatever it is; resources of any bytes come back as they were; one
// changed bit of a package is noticed.
#include "exchange/package.h"
#include "../exchange/forged_package.h"
#include "crypto/crypto.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
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
    if (openPackage(input, sha256(input), {}, one, other)) std::abort();
    // Rightly encrypted, with anything inside: refused, or no more than its size allows.
    for (const auto &hostile : {forged::around(input), forged::aroundText(textOf(input))})
        if (const auto held = hostile.open()) {
            std::size_t bytes = 0;
            for (const std::string &resource : *held) bytes += resource.size();
            if (bytes > 64 * hostile.file.size()) std::abort();
        }
    // A header that is read is written again as it was.
    if (const auto header = decodeShareHeader(input))
        if (!std::ranges::equal(encode(*header), input.first(encodedSize(header->shares.size()))))
            std::abort();

    std::vector<std::string> resources(1);
    for (const std::uint8_t byte : input.first(std::min<std::size_t>(size, 4096))) {
        if (byte == 0)
            resources.emplace_back();
        else
            resources.back() += static_cast<char>(byte);
    }
    OpenKey monthKey;
    random.fill(monthKey.writable());
    const Holders holders{600, {{VerifyKey{}, sealKeyOf(monthKey)}}};
    auto package = makePackage(resources, {}, holders, random);
    if (!package) return 0;
    const auto open = [&]() -> Result<std::vector<std::string>> {
        const Digest hash = sha256(package->file);
        APRICOT_TRY_ASSIGN(header, sharesOf(package->file, hash));
        if (header.shares.size() != 1) return fail(ErrorCode::PackageMalformed);
        const AskedShare asked{header.month, 1, header.ephemeral, header.shares[0].sealed};
        APRICOT_TRY_ASSIGN(share, openShare(asked, monthKey, header.shares[0].node, {}));
        std::vector<SecretShare> shares;
        shares.push_back({1, std::move(share)});
        APRICOT_TRY_ASSIGN(half, joinHalf(header, {}, std::move(shares)));
        return openPackage(package->file, hash, {}, package->grantHalf, half);
    };
    const auto opened = open();
    if (!opened || *opened != resources) std::abort();
    package->file[size % package->file.size()] ^= static_cast<std::uint8_t>(1U << (size % 8));
    if (open()) std::abort();
    return 0;
}
