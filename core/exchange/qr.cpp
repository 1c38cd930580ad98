// SPDX-License-Identifier: GPL-3.0-or-later
#define ZX_USE_UTF8 1
#include "exchange/qr.h"

#include "exchange/finder_patterns.h"

#include <ZXing/ReadBarcode.h>
#include <array>
#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <exception>
#include <jerror.h>
#include <jpeglib.h>
#include <png.h>
#include <qrcodegen/qrcodegen.hpp>
#include <webp/decode.h>

namespace apricot {
namespace {

bool isDark(const QrCode &code, int row, int column) {
    return code.dark[static_cast<std::size_t>(row) * static_cast<std::size_t>(code.side)
                     + static_cast<std::size_t>(column)];
}

constexpr std::uint64_t mostPixels = 64ULL << 20U;
constexpr int quietZone = 4; // modules (ISO/IEC 18004)

Error unreadable(std::string what) {
    return fail(ErrorCode::PictureUnreadable, std::move(what));
}

// Before any pixel is allocated.
Result<> checkSize(std::uint64_t width, std::uint64_t height) {
    if (width == 0 || height == 0) return unreadable("empty");
    if (width > mostPixels || height > mostPixels || width * height > mostPixels)
        return fail(ErrorCode::PictureTooLarge,
                    std::to_string(width) + " x " + std::to_string(height));
    return {};
}

Result<Picture> decodePng(ByteView file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, file.data(), file.size()) == 0)
        return unreadable("png");
    if (const auto size = checkSize(image.width, image.height); !size.ok()) {
        png_image_free(&image);
        return size.error();
    }
    image.format = PNG_FORMAT_GRAY;
    Picture out{static_cast<int>(image.width), static_cast<int>(image.height), {}};
    out.grey.resize(PNG_IMAGE_SIZE(image));
    const png_color white{255, 255, 255}; // what is transparent lies on white
    if (png_image_finish_read(&image, &white, out.grey.data(), 0, nullptr) == 0)
        return unreadable("png");
    return out;
}

struct JpegProblem {
    jpeg_error_mgr base;
    std::jmp_buf back;
};
[[noreturn]] void leaveJpeg(j_common_ptr info) {
    std::longjmp(reinterpret_cast<JpegProblem *>(info->err)->back, 1);
}
// The library would fill the rest of a file that is cut off with grey.
void refuseCutOff(j_common_ptr info, int) {
    if (info->err->msg_code == JWRN_JPEG_EOF) leaveJpeg(info);
}

// Nothing with a destructor lives in these two, because errors jump out of them.
bool jpegSize(const std::uint8_t *data, std::size_t size, unsigned *width, unsigned *height) {
    jpeg_decompress_struct info{};
    JpegProblem problem{};
    info.err = jpeg_std_error(&problem.base);
    problem.base.error_exit = leaveJpeg;
    problem.base.emit_message = refuseCutOff;
    if (setjmp(problem.back) != 0) {
        jpeg_destroy_decompress(&info);
        return false;
    }
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, data, size);
    jpeg_read_header(&info, TRUE);
    *width = info.image_width;
    *height = info.image_height;
    jpeg_destroy_decompress(&info);
    return true;
}
bool jpegPixels(const std::uint8_t *data, std::size_t size, std::uint8_t *grey) {
    jpeg_decompress_struct info{};
    JpegProblem problem{};
    info.err = jpeg_std_error(&problem.base);
    problem.base.error_exit = leaveJpeg;
    problem.base.emit_message = refuseCutOff;
    if (setjmp(problem.back) != 0) {
        jpeg_destroy_decompress(&info);
        return false;
    }
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, data, size);
    jpeg_read_header(&info, TRUE);
    info.out_color_space = JCS_GRAYSCALE;
    jpeg_start_decompress(&info);
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = grey + std::size_t{info.output_scanline} * info.output_width;
        jpeg_read_scanlines(&info, &row, 1);
    }
    jpeg_finish_decompress(&info);
    jpeg_destroy_decompress(&info);
    return true;
}

Result<Picture> decodeJpeg(ByteView file) {
    unsigned width = 0, height = 0;
    if (!jpegSize(file.data(), file.size(), &width, &height)) return unreadable("jpeg");
    APRICOT_TRY(checkSize(width, height));
    Picture out{static_cast<int>(width), static_cast<int>(height), {}};
    out.grey.resize(std::size_t{width} * height);
    if (!jpegPixels(file.data(), file.size(), out.grey.data())) return unreadable("jpeg");
    return out;
}

Result<Picture> decodeWebp(ByteView file) {
    Picture out;
    if (WebPGetInfo(file.data(), file.size(), &out.width, &out.height) == 0)
        return unreadable("webp");
    APRICOT_TRY(
        checkSize(static_cast<std::uint64_t>(out.width), static_cast<std::uint64_t>(out.height)));
    const std::size_t pixels =
        static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height);
    Bytes rgba(pixels * 4);
    if (WebPDecodeRGBAInto(file.data(), file.size(), rgba.data(), rgba.size(), out.width * 4)
        == nullptr)
        return unreadable("webp");
    out.grey.resize(pixels);
    for (std::size_t i = 0; i < pixels; ++i) {
        const std::uint8_t *p = &rgba[i * 4];
        const unsigned luma = (p[0] * 77U + p[1] * 150U + p[2] * 29U) >> 8U; // ITU-R BT.601
        out.grey[i] = static_cast<std::uint8_t>((luma * p[3] + 255U * (255U - p[3])) / 255U);
    }
    return out;
}

} // namespace

Result<QrCode> encodeQr(std::string_view text, int maxVersion) {
    const std::string copy(text);
    try {
        const bool plain = copy.find('\0') == std::string::npos;
        const auto segments =
            plain ? qrcodegen::QrSegment::makeSegments(copy.c_str())
                  : std::vector{qrcodegen::QrSegment::makeBytes(Bytes(copy.begin(), copy.end()))};
        const auto made = qrcodegen::QrCode::encodeSegments(
            segments, qrcodegen::QrCode::Ecc::MEDIUM, 1, std::clamp(maxVersion, 1, 40), -1, false);
        QrCode out{made.getVersion(), made.getSize(), {}};
        for (int y = 0; y < out.side; ++y)
            for (int x = 0; x < out.side; ++x) out.dark.push_back(made.getModule(x, y));
        return out;
    } catch (const std::exception &) {
        return fail(ErrorCode::QrTooLong, std::to_string(copy.size()) + " characters");
    }
}

Result<Bytes> qrToPng(const QrCode &code, int pixelsPerModule) {
    const int scale = std::clamp(pixelsPerModule, 1, 64);
    const int side = (code.side + 2 * quietZone) * scale;
    const auto width = static_cast<std::size_t>(side);
    Bytes grey(width * width, 255);
    for (std::size_t y = 0; y < width; ++y)
        for (std::size_t x = 0; x < width; ++x) {
            const int row = static_cast<int>(y) / scale - quietZone;
            const int column = static_cast<int>(x) / scale - quietZone;
            if (row >= 0 && column >= 0 && row < code.side && column < code.side
                && isDark(code, row, column))
                grey[y * width + x] = 0;
        }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = image.height = static_cast<png_uint_32>(side);
    image.format = PNG_FORMAT_GRAY;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    Bytes out(size);
    if (png_image_write_to_memory(&image, out.data(), &size, 0, grey.data(), 0, nullptr) == 0)
        return fail(ErrorCode::QrPictureFailed, image.message);
    out.resize(size);
    return out;
}

std::string qrToSvg(const QrCode &code) {
    const std::string side = std::to_string(code.side + 2 * quietZone);
    std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                      + "\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\"";
    for (int y = 0; y < code.side; ++y)
        for (int x = 0; x < code.side; ++x)
            if (isDark(code, y, x))
                out += "M" + std::to_string(x + quietZone) + "," + std::to_string(y + quietZone)
                       + "h1v1h-1z";
    return out + "\" fill=\"#000\"/></svg>\n";
}

Result<Picture> decodePicture(ByteView file) {
    const std::string_view text = textOf(file.first(std::min<std::size_t>(file.size(), 12)));
    if (text.starts_with("\x89PNG")) return decodePng(file);
    if (text.starts_with("\xff\xd8")) return decodeJpeg(file);
    if (text.size() == 12 && text.starts_with("RIFF") && text.ends_with("WEBP"))
        return decodeWebp(file);
    return unreadable("neither PNG, JPEG nor WebP");
}

namespace {

// Averages of squares of pixels: fine noise and screen patterns disappear.
Picture halved(const Picture &in) {
    const std::size_t from = static_cast<std::size_t>(in.width);
    const std::size_t width = from / 2, height = static_cast<std::size_t>(in.height) / 2;
    Picture out{in.width / 2, in.height / 2, Bytes(width * height)};
    for (std::size_t y = 0; y < height; ++y)
        for (std::size_t x = 0; x < width; ++x) {
            const std::uint8_t *upper = &in.grey[2 * y * from + 2 * x], *lower = upper + from;
            out.grey[y * width + x] =
                static_cast<std::uint8_t>((upper[0] + upper[1] + lower[0] + lower[1]) / 4);
        }
    return out;
}

// Pixels repeated: modules of one or two pixels become large enough to be told apart.
Picture doubled(const Picture &in) {
    const std::size_t from = static_cast<std::size_t>(in.width), width = 2 * from;
    Picture out{in.width * 2, in.height * 2, Bytes(4 * in.grey.size())};
    for (std::size_t i = 0; i < out.grey.size(); ++i)
        out.grey[i] = in.grey[i / width / 2 * from + i % width / 2];
    return out;
}

#if __has_include(<ZXing/ReaderOptions.h>) // since 2.2
using ReaderOptions = ZXing::ReaderOptions;
#else
using ReaderOptions = ZXing::DecodeHints;
#endif

// Nothing in a picture that could only keep the library busy.
auto find(const Picture &picture, ZXing::Binarizer binarizer, bool thorough) {
    ReaderOptions options;
    options.setFormats(ZXing::BarcodeFormat::QRCode);
    options.setTryHarder(thorough).setTryRotate(thorough).setTryDownscale(thorough);
    options.setBinarizer(binarizer);
    const ZXing::ImageView view(picture.grey.data(), picture.width, picture.height,
                                ZXing::ImageFormat::Lum);
    decltype(ZXing::ReadBarcodes(view, options)) found;
    if (finderPatternsIn(picture) > mostFinderPatterns) return found;
    found = ZXing::ReadBarcodes(view, options);
    std::erase_if(found, [](const auto &one) { return !one.isValid(); });
    return found;
}

std::vector<std::string> readCodes(const Picture &picture, ZXing::Binarizer binarizer,
                                   bool thorough) {
    std::vector<std::string> out;
    for (const auto &found : find(picture, binarizer, thorough)) out.push_back(found.text());
    return out;
}

// Paints over a code that was read: all pixels inside its four corners. Whether there were any.
bool cover(Picture &picture, const ZXing::Position &corners) {
    const auto [left, right] =
        std::minmax({corners[0].x, corners[1].x, corners[2].x, corners[3].x});
    const auto [top, bottom] =
        std::minmax({corners[0].y, corners[1].y, corners[2].y, corners[3].y});
    bool any = false;
    for (int y = std::max(0, top); y <= std::min(bottom, picture.height - 1); ++y)
        for (int x = std::max(0, left); x <= std::min(right, picture.width - 1); ++x) {
            int before = 0, behind = 0; // of the four sides; a mirrored code has them the other way
            for (std::size_t side = 0; side < 4; ++side) {
                const auto from = corners[side], to = corners[(side + 1) % 4];
                const std::int64_t turn = std::int64_t{to.x - from.x} * (y - from.y)
                                          - std::int64_t{to.y - from.y} * (x - from.x);
                before += turn >= 0 ? 1 : 0;
                behind += turn <= 0 ? 1 : 0;
            }
            if (before < 4 && behind < 4) continue;
            any = true;
            picture.grey[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width)
                         + static_cast<std::size_t>(x)] = 255;
        }
    return any;
}

// Where many stand side by side, the library finds some: those are covered, and it looks again.
std::vector<std::string> readAll(Picture &picture, ZXing::Binarizer binarizer) {
    std::vector<std::string> out;
    for (bool more = true; std::exchange(more, false);)
        for (const auto &one : find(picture, binarizer, true)) {
            out.push_back(one.text());
            more = cover(picture, one.position()) || more;
        }
    return out;
}

void invert(Picture &picture) {
    for (std::uint8_t &pixel : picture.grey) pixel = static_cast<std::uint8_t>(255 - pixel);
}

// As it is, and light on dark; by local and by global contrast.
std::vector<std::string> readEitherWay(Picture &picture) {
    for (int pass = 0; pass < 2; ++pass) {
        for (const auto binarizer :
             {ZXing::Binarizer::LocalAverage, ZXing::Binarizer::GlobalHistogram})
            if (auto out = readAll(picture, binarizer); !out.empty()) return out;
        invert(picture);
    }
    return {};
}

constexpr int smallestSide = 200, largestDoubled = 1000; // pixels

// Otsu's threshold of the middle of a picture, where the code is held: a dim screen on a bright
// counter is darker, paper and all, than what is around it.
std::uint8_t thresholdOfMiddle(const Picture &picture) {
    std::array<double, 256> share{};
    const int left = picture.width * 3 / 8, top = picture.height * 3 / 8;
    for (int y = top; y < picture.height - top; ++y)
        for (int x = left; x < picture.width - left; ++x)
            share[picture.grey[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width)
                               + static_cast<std::size_t>(x)]] += 1;
    double all = 0, sum = 0;
    for (std::size_t grey = 0; grey < share.size(); ++grey)
        all += share[grey], sum += static_cast<double>(grey) * share[grey];
    double below = 0, sumBelow = 0, best = -1;
    std::uint8_t threshold = 127;
    for (std::size_t grey = 0; grey < share.size(); ++grey) {
        below += share[grey];
        sumBelow += static_cast<double>(grey) * share[grey];
        if (below == 0 || below == all) continue;
        const double apart = sumBelow / below - (sum - sumBelow) / (all - below);
        const double between = below * (all - below) * apart * apart;
        if (between > best) best = between, threshold = static_cast<std::uint8_t>(grey);
    }
    return threshold;
}

void blackAndWhite(Picture &picture, std::uint8_t threshold) {
    for (std::uint8_t &pixel : picture.grey) pixel = pixel > threshold ? 255 : 0;
}

// Shadows, glare, a dim screen: black and white by the middle, then by darker and lighter greys.
std::vector<std::string> readByThreshold(const Picture &picture) {
    const bool small = std::max(picture.width, picture.height) <= largestDoubled;
    const Picture base = small ? doubled(picture) : picture;
    const int threshold = thresholdOfMiddle(picture);
    for (const int shift : {0, -30, 30, -60, 60}) {
        Picture tried = base;
        blackAndWhite(tried, static_cast<std::uint8_t>(std::clamp(threshold + shift, 1, 254)));
        if (auto out = readCodes(tried, ZXing::Binarizer::FixedThreshold, true); !out.empty())
            return out;
    }
    return {};
}

// At half its size always, which finds most codes in a tenth of the time; then one thing more.
std::vector<std::string> readFrame(const Picture &frame, unsigned turn) {
    using ZXing::Binarizer;
    const bool large = std::min(frame.width, frame.height) >= 2 * smallestSide;
    Picture half = large ? halved(frame) : frame;
    auto out = readCodes(half, Binarizer::LocalAverage, true);
    if (!out.empty()) return out;
    switch (turn % 4) {
    case 0: // small or blurred codes
        return readCodes(frame, Binarizer::LocalAverage, false);
    case 1: // dim ones
        blackAndWhite(half, thresholdOfMiddle(half));
        return readCodes(half, Binarizer::FixedThreshold, true);
    case 2: // what is left, with patience
        return readCodes(frame, Binarizer::LocalAverage, true);
    default: // light on dark
        invert(half);
        return readCodes(half, Binarizer::LocalAverage, true);
    }
}

Result<> checkPixels(const Picture &picture) {
    const auto side = [](int length) { return static_cast<std::size_t>(std::max(length, 0)); };
    if (picture.grey.empty() || picture.grey.size() != side(picture.width) * side(picture.height))
        return unreadable("its size is not that of its pixels");
    return {};
}

Result<std::vector<std::string>> orNone(std::vector<std::string> found) {
    if (found.empty()) return fail(ErrorCode::NoQrFound);
    return found;
}

} // namespace

Result<std::vector<std::string>> decodeQr(const Picture &picture) {
    APRICOT_TRY(checkPixels(picture));
    std::vector<std::string> out;
    try {
        Picture tried = picture;
        out = readEitherWay(tried);
        if (out.empty() && std::max(picture.width, picture.height) <= largestDoubled) {
            Picture large = doubled(picture);
            out = readEitherWay(large);
        }
        while (out.empty() && std::min(tried.width, tried.height) >= 2 * smallestSide) {
            tried = halved(tried);
            out = readEitherWay(tried);
        }
        if (out.empty()) out = readByThreshold(picture);
    } catch (const std::exception &) {
        out.clear(); // the library's own trouble with this picture: nothing was read
    }
    return orNone(std::move(out));
}

Result<std::vector<std::string>> decodeFrame(const Picture &frame, unsigned turn) {
    APRICOT_TRY(checkPixels(frame));
    try {
        return orNone(readFrame(frame, turn));
    } catch (const std::exception &) {
        return orNone({}); // as above
    }
}

} // namespace apricot
