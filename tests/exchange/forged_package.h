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

inline constexpr std::size_t headerSize = 8 + StreamSealer::headerSize;
inline constexpr std::size_t chunkSize = 65536;

inline SymmetricKey half(std::uint8_t value) {
    return SymmetricKey::from(Bytes(SymmetricKey::size, value)).value();
}

struct Forged {
    Bytes file;
    SymmetricKey grantHalf = half(1);
    SymmetricKey mailboxHalf = half(2);
    auto open() const { return openPackage(file, sha256(file), grantHalf, mailboxHalf); }
};

// Any plain text.
inline Forged around(ByteView plain) {
    Forged out;
    append(out.file, viewOf("APRPKG1\x01"));
    Bytes info = out.file;
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
