// SPDX-License-Identifier: GPL-3.0-or-later
// QR codes: written by Nayuki's library as PNG or SVG, read from a picture by ZXing-C++.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

namespace apricot {

struct QrCode {
    int version = 0;        // 1 to 40
    int side = 0;           // modules, without the quiet zone
    std::vector<bool> dark; // side * side, row by row
};
// Level M. QrTooLong when it does not fit one code of at most `maxVersion`.
[[nodiscard]] Result<QrCode> encodeQr(std::string_view text, int maxVersion = 22);
[[nodiscard]] Result<Bytes> qrToPng(const QrCode &code, int pixelsPerModule = 8); // with quiet zone
[[nodiscard]] std::string qrToSvg(const QrCode &code);

// Grey pixels, row by row.
struct Picture {
    int width = 0, height = 0;
    Bytes grey;
};
// PNG, JPEG or WebP. PictureUnreadable; PictureTooLarge above 64 megapixels.
[[nodiscard]] Result<Picture> decodePicture(ByteView file);
// Every QR code found, as text (UTF-8). NoQrFound when none.
[[nodiscard]] Result<std::vector<std::string>> decodeQr(const Picture &picture);
// The same for one frame of a running camera: quick rather than thorough, since the next frame
// comes soon. Frames are looked at in different ways in turn: pass 0, 1, 2 ... as they come.
[[nodiscard]] Result<std::vector<std::string>> decodeFrame(const Picture &frame, unsigned turn);

} // namespace apricot
