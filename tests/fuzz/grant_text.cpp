// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is read from a QR code as a grant is written as the same text.
#include "consent/grant.h"

#include <cstdlib>

using namespace apricot;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const auto text = textOf({data, size});
    const auto grant = grantFromText(text);
    if (grant && grantToText(*grant) != text) std::abort();
    return 0;
}
