// SPDX-License-Identifier: GPL-3.0-or-later
// File: "APRPKG1" | key form (2: sealed shares) | shares (sealed_shares.h) | stream header |
// chunks. Plain: length of gzip (8 bytes, big-endian) | gzip | zeros. Under gzip: for each resource
// its length in decimal, LF, its bytes, LF; so that line breaks inside a resource survive. There
// are enough zeros for what is under gzip to be no more than 64 times the plain text. Opening is a
// pipe from chunk to resource, so that a hostile package costs no more memory than the
// resources it may hold.
#include "exchange/package.h"

#include "codec/compress.h"
#include "crypto/derive.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/system_random.h"
#include "exchange/padding.h"

#include <charconv>

namespace apricot {
namespace {

constexpr std::array<std::uint8_t, 8> fileHeader{'A', 'P', 'R', 'P', 'K', 'G', '1', 2};
constexpr std::size_t chunkSize = 1U << 16U;
constexpr std::uint64_t expansion = 64;
constexpr std::size_t lengthSize = 8;

Error malformed(std::string what) {
    return fail(ErrorCode::PackageMalformed, std::move(what));
}
Error tooLarge(std::string what) {
    return fail(ErrorCode::PackageTooLarge, std::move(what));
}
Error unopenable(std::string what) {
    return fail(ErrorCode::PackageUnopenable, std::move(what));
}

std::size_t plainSize(std::uint64_t packed, std::uint64_t framed) {
    return paddedSize(std::max(packed + lengthSize, framed / expansion));
}

// The whole header is part of the derivation, and so is the grant: another one gives another key.
SymmetricKey contentKey(const SymmetricKey &grantHalf, const SymmetricKey &secondHalf,
                        ByteView header, const ShareBinding &binding) {
    SecretBytes info(header.size() + 2 * VerifyKey::size + GrantId::size + OrganisationId::size
                     + SymmetricKey::size);
    auto at = info.writable().begin();
    for (const ByteView part : {header, binding.subject.view(), binding.signer.view(),
                                binding.grant.view(), binding.audience.view(), secondHalf.view()})
        at = std::ranges::copy(part, at).out;
    return deriveKey(grantHalf, "apricot package content", info.view());
}

// Takes the resources out of the framed text as it comes.
class Unframer {
  public:
    explicit Unframer(std::uint64_t limit) : m_limit(limit) {}
    Bytes pending; // append here, then call takeWhole()

    Result<> takeWhole() {
        const std::string_view all = textOf(pending);
        std::size_t at = 0;
        while (at + m_wanted < all.size()) {
            const std::string_view text = all.substr(at);
            if (!m_inside) {
                const std::size_t end = text.substr(0, longestLength + 1).find('\n');
                if (end == std::string_view::npos && text.size() <= longestLength) break;
                APRICOT_TRY_ASSIGN(size, lengthIn(text.substr(0, std::min(end, text.size()))));
                if (size > m_limit - m_seen) return malformed("more than its size allows");
                m_seen += size;
                m_wanted = size;
                m_inside = true;
                at += end + 1;
            } else {
                if (text[m_wanted] != '\n') return malformed("resource without end");
                if (m_out.size() == mostPackageResources) return malformed("too many resources");
                m_out.emplace_back(text.substr(0, m_wanted));
                at += m_wanted + 1;
                m_wanted = 0;
                m_inside = false;
            }
        }
        pending.erase(pending.begin(), pending.begin() + static_cast<std::ptrdiff_t>(at));
        return {};
    }
    Result<std::vector<std::string>> finish() {
        if (m_inside || !pending.empty()) return malformed("resource cut off");
        return std::move(m_out);
    }

  private:
    static constexpr std::size_t longestLength = 9; // digits of largestPackage

    static Result<std::size_t> lengthIn(std::string_view digits) {
        std::size_t size = 0;
        const char *const end = digits.data() + digits.size();
        const auto [last, problem] = std::from_chars(digits.data(), end, size);
        if (problem != std::errc() || last != end || (digits[0] == '0' && digits.size() > 1)
            || size > largestPackage)
            return malformed("bad length");
        return size;
    }

    std::vector<std::string> m_out;
    std::uint64_t m_limit, m_seen = 0; // bytes of resources: allowed, begun
    std::size_t m_wanted = 0;          // bytes before the resource's LF, when inside one
    bool m_inside = false;
};

// Plain text in pieces: length | gzip | zeros, and nothing else.
class Unpacker {
  public:
    explicit Unpacker(std::uint64_t limit) : m_gunzip(limit), m_unframer(limit) {}
    Result<> feed(ByteView plain) {
        for (; m_lengthBytes < lengthSize && !plain.empty(); plain = plain.subspan(1)) {
            m_packedSize = m_packedSize << 8U | plain[0];
            ++m_lengthBytes;
        }
        m_seen += plain.size();
        const std::size_t packed = std::min<std::uint64_t>(plain.size(), m_packedSize - m_unpacked);
        // In small pieces: deflate makes a thousand bytes of one.
        for (std::size_t at = 0; at < packed; at += feedSize) {
            const auto piece = plain.subspan(at, std::min(feedSize, packed - at));
            const std::size_t before = m_unframer.pending.size();
            if (!m_gunzip.feed(piece, m_unframer.pending).ok()) return malformed("gzip");
            m_framed += m_unframer.pending.size() - before;
            APRICOT_TRY(m_unframer.takeWhole());
        }
        m_unpacked += packed;
        plain = plain.subspan(packed);
        if (!std::ranges::all_of(plain, [](std::uint8_t b) { return b == 0; }))
            return malformed("padding");
        return {};
    }
    Result<std::vector<std::string>> finish() {
        if (m_lengthBytes < lengthSize || m_unpacked < m_packedSize
            || plainSize(m_packedSize, m_framed) != m_seen + lengthSize)
            return malformed("length");
        if (!m_gunzip.finish().ok()) return malformed("gzip cut off");
        return m_unframer.finish();
    }

  private:
    static constexpr std::size_t feedSize = 4096;

    Gunzip m_gunzip;
    Unframer m_unframer;
    std::size_t m_lengthBytes = 0;
    std::uint64_t m_packedSize = 0;
    std::uint64_t m_unpacked = 0, m_framed = 0;
    std::uint64_t m_seen = 0; // bytes after the length
};

} // namespace

Result<Package> makePackage(const std::vector<std::string> &resources, const ShareBinding &binding,
                            const Holders &holders, Random &random, const Progress &progress) {
    if (resources.size() > mostPackageResources) return tooLarge("resources");
    Bytes framed;
    for (const std::string &resource : resources) {
        const std::string length = std::to_string(resource.size()) + "\n";
        if (resource.size() > largestPackage
            || framed.size() + length.size() + resource.size() + 1 > largestPackage)
            return tooLarge("bytes");
        append(framed, viewOf(length));
        append(framed, viewOf(resource));
        framed.push_back('\n');
    }
    const Bytes packed = gzip(framed);
    if (packed.empty()) return tooLarge("for the memory there is");
    Bytes plain;
    plain.reserve(plainSize(packed.size(), framed.size()));
    append(plain, bigEndian<lengthSize>(packed.size()));
    append(plain, packed);
    plain.resize(plainSize(packed.size(), framed.size()));

    Package out{{}, {}, randomKey(random)};
    const SymmetricKey secondHalf = randomKey(random);
    APRICOT_TRY_ASSIGN(shares, sealShares(secondHalf, binding, holders, random));
    append(out.file, fileHeader);
    append(out.file, encode(shares));
    StreamSealer sealer(contentKey(out.grantHalf, secondHalf, out.file, binding));
    append(out.file, sealer.header());
    const ByteView all(plain);
    for (std::size_t at = 0; at < plain.size(); at += chunkSize) {
        const std::size_t size = std::min(chunkSize, plain.size() - at);
        append(out.file, sealer.chunk(all.subspan(at, size), at + size == plain.size()));
        if (progress && !progress(at + size, plain.size()))
            return fail(ErrorCode::PackageCancelled);
    }
    out.hash = sha256(out.file);
    return out;
}

Result<ShareHeader> sharesOf(ByteView file, const Digest &hash) {
    // The padding and the chunks add less than a quarter to what was allowed in.
    if (file.size() > largestPackage + largestPackage / 4) return malformed("too large");
    if (sha256(file) != hash) return fail(ErrorCode::PackageHashDiffers);
    if (file.size() < fileHeader.size()
        || !std::equal(fileHeader.begin(), fileHeader.end(), file.begin()))
        return malformed("header");
    auto shares = decodeShareHeader(file.subspan(fileHeader.size()));
    if (!shares) return malformed("shares");
    return std::move(*shares);
}

Result<std::vector<std::string>> openPackage(ByteView file, const Digest &hash,
                                             const ShareBinding &binding,
                                             const SymmetricKey &grantHalf,
                                             const SymmetricKey &secondHalf) {
    APRICOT_TRY_ASSIGN(shares, sharesOf(file, hash));
    const std::size_t headerSize = fileHeader.size() + encodedSize(shares.shares.size());
    const std::size_t start = headerSize + StreamSealer::headerSize;
    if (file.size() < start) return malformed("stream header");
    auto opener =
        StreamOpener::open(contentKey(grantHalf, secondHalf, file.first(headerSize), binding),
                           file.subspan(headerSize, StreamSealer::headerSize));
    if (!opener.ok()) return unopenable("stream header");
    Unpacker unpacker(std::min(largestPackage, expansion * std::uint64_t{file.size()}));
    bool ended = false;
    for (ByteView rest = file.subspan(start); !rest.empty();) {
        const std::size_t size = std::min(chunkSize + StreamSealer::chunkOverhead, rest.size());
        const auto chunk = opener->chunk(rest.first(size));
        if (!chunk.ok()) return unopenable("chunk");
        APRICOT_TRY(unpacker.feed(chunk->plain));
        ended = chunk->last;
        rest = rest.subspan(size);
    }
    if (!ended) return unopenable("cut off");
    return unpacker.finish();
}

} // namespace apricot
