// SPDX-License-Identifier: GPL-3.0-or-later
#include "diary/photo.h"

#include <zlib.h>

namespace apricot {
namespace {

constexpr std::string_view exifMark{"Exif\0\0", 6};
constexpr std::uint16_t orientationTag = 0x0112;
constexpr std::uint8_t upright = 1, mostOrientation = 8;

bool startsWith(ByteView data, std::string_view what) {
    return textOf(data).starts_with(what);
}

std::uint64_t numberAt(ByteView data, std::size_t at, std::size_t size, bool little) {
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < size; ++i) out = out << 8U | data[at + (little ? size - 1 - i : i)];
    return out;
}

// Of a TIFF block, as Exif uses it: 1 to 8; upright when it does not say, or not properly.
std::uint8_t orientationIn(ByteView tiff) {
    const bool little = startsWith(tiff, "II");
    if (tiff.size() < 8 || (!little && !startsWith(tiff, "MM"))) return upright;
    const std::uint64_t table = numberAt(tiff, 4, 4, little);
    if (table > tiff.size() - 2) return upright;
    const std::uint64_t entries = numberAt(tiff, table, 2, little);
    for (std::uint64_t i = 0; i < entries; ++i) {
        constexpr std::size_t entrySize = 12;
        const std::uint64_t at = table + 2 + i * entrySize;
        if (at + entrySize > tiff.size()) return upright;
        if (numberAt(tiff, at, 2, little) != orientationTag) continue;
        const std::uint64_t value = numberAt(tiff, at + 8, 2, little);
        return value >= upright && value <= mostOrientation ? static_cast<std::uint8_t>(value)
                                                            : upright;
    }
    return upright;
}

// A TIFF block that says this and nothing else.
Bytes tiffOf(std::uint8_t orientation) {
    return {'M', 'M',  0, 42, 0, 0, 0, 8, 0, 1, // one entry, at byte 8
            1,   0x12, 0, 3,  0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0};
}

// JPEG: ISO/IEC 10918-1 annex B.
std::optional<Bytes> jpeg(ByteView in) {
    constexpr std::uint8_t start = 0xd8, end = 0xd9, scan = 0xda, app0 = 0xe0, app1 = 0xe1,
                           app2 = 0xe2, app14 = 0xee, app15 = 0xef, comment = 0xfe;
    Bytes out{0xff, start};
    bool turned = false, pictured = false;
    std::size_t at = 2;
    while (at + 4 <= in.size()) {
        if (in[at] != 0xff) return std::nullopt;
        const std::uint8_t marker = in[at + 1];
        if (marker == 0xff) { // filling
            ++at;
            continue;
        }
        if (marker == end) break;
        const std::uint64_t size = numberAt(in, at + 2, 2, false);
        if (size < 2 || at + 2 + size > in.size()) return std::nullopt;
        const ByteView segment = in.subspan(at, 2 + size);
        const ByteView content = segment.subspan(4);
        at += segment.size();
        if (marker == app1 && startsWith(content, exifMark) && !turned) {
            const std::uint8_t side = orientationIn(content.subspan(exifMark.size()));
            turned = side != upright;
            if (!turned) continue;
            const Bytes tiff = tiffOf(side);
            append(out, Bytes{0xff, app1, 0,
                              static_cast<std::uint8_t>(2 + exifMark.size() + tiff.size())});
            append(out, viewOf(exifMark));
            append(out, tiff);
            continue;
        }
        const bool colours = (marker == app0 && startsWith(content, std::string_view("JFIF\0", 5)))
                             || (marker == app2 && startsWith(content, "ICC_PROFILE"))
                             || (marker == app14 && startsWith(content, "Adobe"));
        if (((marker >= app0 && marker <= app15) || marker == comment) && !colours) continue;
        append(out, segment);
        if (marker != scan) continue;
        pictured = true;
        // The picture's bits, to the next marker that is none of theirs.
        const std::size_t from = at;
        const auto within = [](std::uint8_t next) { return next == 0 || (next & 0xf8U) == 0xd0; };
        while (at + 1 < in.size() && !(in[at] == 0xff && in[at + 1] != 0xff && !within(in[at + 1])))
            ++at;
        if (at + 1 >= in.size()) at = in.size();
        append(out, in.subspan(from, at - from));
    }
    if (!pictured) return std::nullopt;
    append(out, Bytes{0xff, end});
    return out;
}

// PNG: ISO/IEC 15948.
std::optional<Bytes> png(ByteView in) {
    static constexpr std::array<std::string_view, 13> colours = {
        "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs",
        "bKGD", "hIST", "cICP", "acTL", "fcTL", "fdAT"};
    constexpr std::size_t signature = 8, frame = 12; // a chunk's length, type and sum
    Bytes out(in.begin(), in.begin() + signature);
    const auto add = [&out](std::string_view type, ByteView data) {
        const auto put = [&out](std::uint32_t n) {
            for (const unsigned shift : {24U, 16U, 8U, 0U})
                out.push_back(static_cast<std::uint8_t>(n >> shift));
        };
        put(static_cast<std::uint32_t>(data.size()));
        const std::size_t from = out.size();
        append(out, viewOf(type));
        append(out, data);
        put(static_cast<std::uint32_t>(
            crc32(0, out.data() + from, static_cast<uInt>(out.size() - from))));
    };
    bool pictured = false;
    for (std::size_t at = signature; at + frame <= in.size();) {
        const std::uint64_t size = numberAt(in, at, 4, false);
        if (at + frame + size > in.size()) return std::nullopt;
        const std::string_view type = textOf(in.subspan(at + 4, 4));
        const ByteView data = in.subspan(at + 8, size);
        if (at == signature && type != "IHDR") return std::nullopt;
        if (type == "eXIf") {
            if (const auto side = orientationIn(data); side != upright) add(type, tiffOf(side));
        } else if ((type[0] & 0x20) == 0 || std::ranges::find(colours, type) != colours.end()) {
            append(out, in.subspan(at, frame + size));
        }
        pictured = pictured || type == "IDAT";
        if (type == "IEND") return pictured ? std::optional(std::move(out)) : std::nullopt;
        at += frame + size;
    }
    return std::nullopt;
}

// WebP: RFC 9649.
std::optional<Bytes> webp(ByteView in) {
    constexpr std::size_t header = 12, frame = 8; // a chunk's type and length
    constexpr std::uint8_t exifFlag = 0x08, xmpFlag = 0x04;
    static constexpr std::array<std::string_view, 7> kept = {"VP8X", "VP8 ", "VP8L", "ALPH",
                                                             "ANIM", "ANMF", "ICCP"};
    const std::uint64_t whole = numberAt(in, 4, 4, true) + 8;
    if (whole < header || whole > in.size()) return std::nullopt;
    in = in.first(whole);
    Bytes out(in.begin(), in.begin() + header);
    std::size_t flags = 0; // where they stand in `out`
    std::uint8_t side = upright;
    bool pictured = false;
    for (std::size_t at = header; at + frame <= in.size();) {
        const std::uint64_t size = numberAt(in, at + 4, 4, true);
        const std::uint64_t padded = frame + size + size % 2;
        if (at + frame + size > in.size()) return std::nullopt;
        const std::string_view type = textOf(in.subspan(at, 4));
        const ByteView data = in.subspan(at + frame, size);
        if (type == "EXIF") {
            side = orientationIn(startsWith(data, exifMark) ? data.subspan(exifMark.size()) : data);
        } else if (std::ranges::find(kept, type) != kept.end()) {
            if (type == "VP8X" && size < 10) return std::nullopt;
            if (type == "VP8X") flags = out.size() + frame;
            append(out, in.subspan(at, frame + size));
            if (size % 2 != 0) out.push_back(0);
        }
        pictured = pictured || type.starts_with("VP8") || type == "ANMF";
        at += padded;
    }
    if (!pictured) return std::nullopt;
    const auto little = [](std::uint64_t n) {
        Bytes four;
        for (const unsigned shift : {0U, 8U, 16U, 24U})
            four.push_back(static_cast<std::uint8_t>(n >> shift));
        return four;
    };
    if (flags != 0) out[flags] &= static_cast<std::uint8_t>(~(exifFlag | xmpFlag));
    if (flags != 0 && side != upright) {
        const Bytes tiff = tiffOf(side);
        append(out, viewOf("EXIF"));
        append(out, little(tiff.size()));
        append(out, tiff);
        out[flags] |= exifFlag;
    }
    const Bytes size = little(out.size() - 8);
    std::ranges::copy(size, out.begin() + 4);
    return out;
}

} // namespace

std::optional<Bytes> withoutMetadata(ByteView photo) {
    if (startsWith(photo, "\xff\xd8\xff")) return jpeg(photo);
    if (startsWith(photo, "\x89PNG\r\n\x1a\n")) return png(photo);
    if (photo.size() >= 12 && startsWith(photo, "RIFF") && startsWith(photo.subspan(8), "WEBP"))
        return webp(photo);
    return std::nullopt;
}

} // namespace apricot
