// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is given as a picture, it is read or refused, and its codes are UTF-8.
#include "exchange/qr.h"

#include <cstdlib>

using namespace apricot;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const auto picture = decodePicture({data, size});
    if (!picture) return 0;
    const auto side = [](int length) { return static_cast<std::size_t>(length); };
    if (picture->grey.size() != side(picture->width) * side(picture->height)) std::abort();
    if (picture->grey.size() > 1'000'000) return 0; // slow, and nothing new
    const auto texts = decodeQr(*picture);
    if (texts && texts->empty()) std::abort();
    return 0;
}
