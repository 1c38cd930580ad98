// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec/compress.h"

#include <zlib.h>

namespace apricot {
namespace {

constexpr int gzipWindow = 15 + 16; // largest window, gzip wrapper
constexpr std::size_t blockSize = 1U << 16U;

} // namespace

Bytes gzip(ByteView plain, const std::function<bool()> &wanted) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY)
        != Z_OK)
        return {}; // out of memory before anything began; an empty result is not gzip and is
                   // refused
    Bytes out;
    Bytes block(blockSize);
    int state = Z_OK;
    while (state != Z_STREAM_END) {
        if (wanted && !wanted()) {
            deflateEnd(&stream);
            return {};
        }
        const std::size_t piece = std::min<std::size_t>(plain.size(), 1U << 20U);
        stream.next_in = const_cast<Bytef *>(plain.data()); // zlib's old interface; it only reads
        stream.avail_in = static_cast<uInt>(piece);
        const bool lastPiece = piece == plain.size();
        do {
            stream.next_out = block.data();
            stream.avail_out = static_cast<uInt>(block.size());
            state = deflate(&stream, lastPiece ? Z_FINISH : Z_NO_FLUSH);
            append(out, ByteView(block).first(block.size() - stream.avail_out));
        } while (stream.avail_out == 0);
        plain = plain.subspan(piece);
    }
    deflateEnd(&stream);
    return out;
}

struct Gunzip::State {
    explicit State(std::uint64_t most) : limit(most), block(blockSize) {
        inflateInit2(&stream, gzipWindow);
    }
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State() { inflateEnd(&stream); }
    z_stream stream{};
    std::uint64_t limit;
    std::uint64_t written = 0;
    bool betweenMembers = true;
    bool started = false;
    Bytes block;
};

Gunzip::Gunzip(std::uint64_t limit) : m_state(std::make_unique<State>(limit)) {}
Gunzip::~Gunzip() = default;
Gunzip::Gunzip(Gunzip &&) noexcept = default;
Gunzip &Gunzip::operator=(Gunzip &&) noexcept = default;

Result<> Gunzip::feed(ByteView packed, Bytes &out) {
    State &s = *m_state;
    // Also once more when the input is eaten but zlib had no room to give everything out.
    bool outputLeft = false;
    while (!packed.empty() || outputLeft) {
        const std::size_t piece =
            std::min<std::size_t>(packed.size(), 1U << 30U); // avail_in: 32 bits
        s.stream.next_in =
            const_cast<Bytef *>(packed.data()); // zlib's old interface; it only reads
        s.stream.avail_in = static_cast<uInt>(piece);
        s.stream.next_out = s.block.data();
        s.stream.avail_out = static_cast<uInt>(s.block.size());
        s.betweenMembers = false;
        s.started = true;
        const int state = inflate(&s.stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
            return fail(ErrorCode::GzipMalformed, s.stream.msg ? s.stream.msg : "not gzip");
        const std::size_t produced = s.block.size() - s.stream.avail_out;
        s.written += produced;
        if (s.written > s.limit)
            return fail(ErrorCode::GzipTooLarge, "above " + std::to_string(s.limit) + " bytes");
        append(out, ByteView(s.block).first(produced));
        packed = packed.subspan(piece - s.stream.avail_in);
        outputLeft = state != Z_STREAM_END && s.stream.avail_out == 0;
        if (state == Z_STREAM_END) {
            inflateReset(&s.stream);
            s.betweenMembers = true;
        }
    }
    return {};
}

Result<> Gunzip::finish() {
    if (!m_state->betweenMembers || !m_state->started) return fail(ErrorCode::GzipTruncated);
    return {};
}

Result<Bytes> gunzip(ByteView packed, std::uint64_t limit) {
    Gunzip stream(limit);
    Bytes out;
    APRICOT_TRY(stream.feed(packed, out));
    APRICOT_TRY(stream.finish());
    return out;
}

} // namespace apricot
