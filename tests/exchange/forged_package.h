// SPDX-License-Identifier: GPL-3.0-or-later
// Packages as a hostile patient could make them: rightly encrypted, with any plain text inside. It
// writes the format down a second time, so that a change of it does not go unnoticed.
#pragma once

#include "codec/compress.h"
#include "crypto/derive.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
#include "exchange/package.h"

#include <bit>

namespace apricot::forged {

inline constexpr std::size_t shareSize = 3 + 32 + 112;
inline constexpr std::size_t headerSize = 8 + shareSize + StreamSealer::headerSize;
inline constexpr std::size_t chunkSize = 65536;

inline SymmetricKey half(std::uint8_t value) {
    return SymmetricKey::from(Bytes(SymmetricKey::size, value)).value();
}

struct Forged {
    Bytes file;
    SymmetricKey grantHalf = half(1);
    SymmetricKey mailboxHalf = half(2);
    auto open() const { return openPackage(file, sha256(file), {}, grantHalf, mailboxHalf); }
};

// A package sealed to one holder whose key is known: its second half can be had.
struct Made : Package {
    SymmetricKey mailboxHalf;
    ShareBinding binding;
    [[nodiscard]] auto open(const SymmetricKey &a, const SymmetricKey &b) const {
        return openPackage(file, hash, binding, a, b);
    }
};
inline Result<Made> make(const std::vector<std::string> &resources, Random &random,
                         const Progress &progress = {}) {
    OpenKey monthKey;
    random.fill(monthKey.writable());
    const Holders holders{600, {{VerifyKey{}, sealKeyOf(monthKey)}}};
    APRICOT_TRY_ASSIGN(package, makePackage(resources, {}, holders, random, progress));
    APRICOT_TRY_ASSIGN(header, sharesOf(package.file, package.hash));
    APRICOT_TRY_ASSIGN(share, openShare({600, 1, header.ephemeral, header.shares[0].sealed},
                                        monthKey, VerifyKey{}, {}));
    Made out;
    static_cast<Package &>(out) = std::move(package);
    std::vector<SecretShare> shares;
    shares.push_back({1, std::move(share)});
    APRICOT_TRY_ASSIGN(half, joinHalf(header, {}, std::move(shares)));
    out.mailboxHalf = std::move(half);
    return out;
}

// Any plain text.
inline Forged around(ByteView plain) {
    Forged out;
    append(out.file, viewOf("APRPKG1\x02"));
    out.file.push_back(1);
    out.file.resize(8 + shareSize); // sealed to nobody
    Bytes info = out.file;
    info.resize(info.size() + 32 + 32 + 16 + 16); // the grant
    append(info, out.mailboxHalf.view());
    StreamSealer sealer(deriveKey(out.grantHalf, "apricot package content", info));
    append(out.file, sealer.header());
    for (bool last = false; !last; plain = plain.subspan(std::min(chunkSize, plain.size()))) {
        last = plain.size() <= chunkSize;
        append(out.file, sealer.chunk(plain.first(std::min(chunkSize, plain.size())), last));
    }
    return out;
}

inline std::size_t padme(std::size_t size) {
    if (size <= 4096) return 4096;
    const auto exponent = static_cast<unsigned>(std::bit_width(size)) - 1U;
    const auto kept = static_cast<unsigned>(std::bit_width(exponent));
    const std::size_t step = std::size_t{1} << (exponent - kept);
    return (size + step - 1) / step * step;
}

// Length, these bytes as if they were gzip, padding for so much text under it.
inline Bytes plainAround(ByteView packed, std::size_t framed = 0) {
    Bytes plain;
    for (int shift = 56; shift >= 0; shift -= 8)
        plain.push_back(static_cast<std::uint8_t>(std::uint64_t{packed.size()} >> shift));
    append(plain, packed);
    plain.resize(padme(std::max(plain.size(), framed / 64)));
    return plain;
}

// Any text where the framed resources should be.
inline Forged aroundText(std::string_view framed) {
    return around(plainAround(gzip(viewOf(framed)), framed.size()));
}

} // namespace apricot::forged
