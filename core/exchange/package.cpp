// SPDX-License-Identifier: GPL-3.0-or-later
// File: "APRPKG1" | key form (1: one mailbox node holds the second half) | stream header | chunks.
// Plain: length of gzip (8 bytes, big-endian) | gzip | zeros. Under gzip: for each resource its
// length in decimal, LF, its bytes, LF; so that line breaks inside a resource survive.
#include "exchange/package.h"

#include "codec/compress.h"
#include "crypto/derive.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/system_random.h"

#include <bit>
#include <charconv>

namespace apricot {
namespace {

constexpr std::array<std::uint8_t, 8> fileHeader{'A', 'P', 'R', 'P', 'K', 'G', '1', 1};
constexpr std::size_t chunkSize = 1U << 16U;
constexpr std::uint64_t largest = 512ULL << 20U;
constexpr std::size_t mostResources = 1'000'000;
constexpr std::size_t smallestPlain = 4096;

Error malformed(std::string what) {
    return fail(Code::PackageMalformed, std::move(what));
}
Error tooLarge(std::string what) {
    return fail(Code::PackageTooLarge, std::move(what));
}
Error unopenable(std::string what) {
    return fail(Code::PackageUnopenable, std::move(what));
}

// Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with
// PURBs", PoPETs 2019): at most 12 % more, and few sizes to tell apart.
std::size_t paddedSize(std::size_t size) {
    if (size <= smallestPlain) return smallestPlain;
    const auto e = static_cast<unsigned>(std::bit_width(size)) - 1U;
    const auto s = static_cast<unsigned>(std::bit_width(e));
    const std::size_t mask = (std::size_t{1} << (e - s)) - 1U;
    return (size + mask) & ~mask;
}

// The header is part of the derivation: a changed one gives another key.
SymmetricKey contentKey(const SymmetricKey &grantHalf, const SymmetricKey &mailboxHalf) {
    SecretBytes info(fileHeader.size() + SymmetricKey::size);
    const auto rest = std::copy(fileHeader.begin(), fileHeader.end(), info.writable().begin());
    std::copy(mailboxHalf.view().begin(), mailboxHalf.view().end(), rest);
    return deriveKey(grantHalf, "apricot package content", info.view());
}

Result<std::vector<std::string>> unframe(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t end = text.substr(0, 12).find('\n');
        std::size_t size = 0;
        if (end == std::string_view::npos) return malformed("no length");
        const auto [last, problem] = std::from_chars(text.data(), text.data() + end, size);
        if (problem != std::errc() || last != text.data() + end || (text[0] == '0' && end > 1))
            return malformed("bad length");
        text.remove_prefix(end + 1);
        if (size >= text.size() || text[size] != '\n') return malformed("resource cut off");
        if (out.size() == mostResources) return malformed("too many resources");
        out.emplace_back(text.substr(0, size));
        text.remove_prefix(size + 1);
    }
    return out;
}

} // namespace

Result<Package> makePackage(const std::vector<std::string> &resources, Random &random,
                            const Progress &progress) {
    if (resources.size() > mostResources) return tooLarge("resources");
    Bytes framed;
    for (const std::string &resource : resources) {
        if (resource.size() > largest || framed.size() + resource.size() > largest)
            return tooLarge("bytes");
        append(framed, viewOf(std::to_string(resource.size()) + "\n"));
        append(framed, viewOf(resource));
        framed.push_back('\n');
    }
    const Bytes packed = gzip(framed);
    Bytes plain;
    for (unsigned shift = 64; shift > 0; shift -= 8)
        plain.push_back(static_cast<std::uint8_t>(std::uint64_t{packed.size()} >> (shift - 8)));
    append(plain, packed);
    plain.resize(paddedSize(plain.size()));

    Package out{{}, {}, randomKey(random), randomKey(random)};
    StreamSealer sealer(contentKey(out.grantHalf, out.mailboxHalf));
    append(out.file, fileHeader);
    append(out.file, sealer.header());
    const ByteView all(plain);
    for (std::size_t at = 0; at < plain.size(); at += chunkSize) {
        const std::size_t size = std::min(chunkSize, plain.size() - at);
        append(out.file, sealer.chunk(all.subspan(at, size), at + size == plain.size()));
        if (progress && !progress(at + size, plain.size())) return fail(Code::PackageCancelled);
    }
    out.hash = sha256(out.file);
    return out;
}

Result<std::vector<std::string>> openPackage(ByteView file, const Digest &hash,
                                             const SymmetricKey &grantHalf,
                                             const SymmetricKey &mailboxHalf) {
    if (file.size() > largest + largest / 4) return tooLarge("file");
    if (sha256(file) != hash) return fail(Code::PackageHashDiffers);
    constexpr std::size_t start = fileHeader.size() + StreamSealer::headerSize;
    if (file.size() < start || !std::equal(fileHeader.begin(), fileHeader.end(), file.begin()))
        return malformed("header");
    auto opener = StreamOpener::open(contentKey(grantHalf, mailboxHalf),
                                     file.subspan(fileHeader.size(), StreamSealer::headerSize));
    if (!opener.ok()) return unopenable("stream header");
    Bytes plain;
    bool ended = false;
    for (ByteView rest = file.subspan(start); !rest.empty();) {
        const std::size_t size = std::min(chunkSize + StreamSealer::chunkOverhead, rest.size());
        const auto chunk = opener->chunk(rest.first(size));
        if (!chunk.ok()) return unopenable("chunk");
        append(plain, chunk->plain);
        ended = chunk->last;
        rest = rest.subspan(size);
    }
    if (!ended || plain.size() < 8) return unopenable("cut off");
    std::uint64_t size = 0;
    for (std::size_t i = 0; i < 8; ++i) size = size << 8U | plain[i];
    if (size > plain.size() - 8) return malformed("length");
    const auto unpacked = gunzip(ByteView(plain).subspan(8, size), largest + (16ULL << 20U));
    if (!unpacked.ok()) return malformed("gzip");
    return unframe(textOf(*unpacked));
}

} // namespace apricot
